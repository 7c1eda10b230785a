import type { Definition, Library } from '#lib/records/model.ts';
import { numbersIn } from '#lib/values/amount.ts';
import type { Day } from '#lib/values/day.ts';
import { breakWithin, NO_REASON, sideOf } from './breaks.ts';
import type { Known, Standing } from './known.ts';
import type { ChartLine } from './summary.ts';

type Segment = ChartLine['segments'][number];

/** As known on the day of `known`; a line of which no number is known yet is left out. */
export function chartLines({ situation }: Library, known: Known): ChartLine[] {
  return situation.chart.flatMap(({ place, series }) => {
    const segments = series.flatMap((id) => segmentsOf(id, known));
    return segments.length > 0 ? [{ place, segments, breaks: breaksIn(segments, known.day) }] : [];
  });
}

/**
 * What is said in words has no height: it stands in the table, not in the picture. What a later publication contradicted
 * is not drawn. A break inside the rule parts a series as a new rule would.
 */
function segmentsOf(series: string, known: Known): Segment[] {
  const segments: { series: string; definition: Definition; points: Standing[] }[] = [];
  let before: Standing | null = null;
  const superseded = known.superseded(series);
  for (const point of known.standing(series)) {
    const { figure } = point;
    if (superseded.has(figure.id)) continue;
    if (numbersIn(figure.amount).length === 0) continue;
    const joined = before !== null && sideOf(before.figure) === sideOf(figure);
    if (joined) segments.at(-1)?.points.push(point);
    else segments.push({ series, definition: figure.definition, points: [point] });
    before = point;
  }
  return segments;
}

/** One where a rule of the line took the place of an earlier one, and one where a rule itself was broken. */
function breaksIn(segments: readonly Segment[], day: Day): ChartLine['breaks'] {
  const found = new Map<string, ChartLine['breaks'][number]>();
  const earlier = new Set<string>();
  segments.forEach(({ definition, points: [first] }, index) => {
    const last = segments[index - 1]?.points.at(-1);
    const within = first && last ? breakWithin(last.figure, first.figure) : null;
    if (within) found.set(within.id, within);
    const replaced = definition.replaces !== null && earlier.has(definition.replaces);
    const known = definition.breakDay === null || definition.breakDay <= day;
    earlier.add(definition.id);
    const begins = replaced && known ? breakBefore(definition) : null;
    if (begins) found.set(definition.id, { ...begins, what: null });
  });
  return [...found.values()].map(({ day: on, reason, what }) => ({ day: on, reason, what }));
}

/** The break with which a definition begins; null for one that took no other's place. */
export function breakBefore(definition: Definition): { day: Day | null; reason: string } | null {
  if (definition.replaces === null && definition.breakReason === null) return null;
  return { day: definition.breakDay, reason: definition.breakReason ?? NO_REASON };
}
