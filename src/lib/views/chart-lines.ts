import type { Definition, Library } from '#lib/records/model.ts';
import { numbersIn } from '#lib/values/amount.ts';
import type { Day } from '#lib/values/day.ts';
import type { Known } from './known.ts';
import type { ChartLine } from './summary.ts';

type Segment = ChartLine['segments'][number];

/** As known on the day of `known`; a line of which no number is known yet is left out. */
export function chartLines({ situation }: Library, known: Known): ChartLine[] {
  return situation.chart.flatMap(({ place, series }) => {
    const segments = series.flatMap((id) => segmentOf(id, known));
    return segments.length > 0 ? [{ place, segments, breaks: breaksIn(segments, known.day) }] : [];
  });
}

/** What is said in words has no height: it stands in the table, not in the picture. */
function segmentOf(series: string, known: Known): Segment[] {
  const points = known
    .standing(series)
    .filter(({ figure: { amount } }) => numbersIn(amount).length > 0);
  const [first] = points;
  return first ? [{ series, definition: first.figure.definition, points }] : [];
}

/** One where a definition of the line took the place of an earlier one of the same line. */
function breaksIn(segments: readonly Segment[], day: Day): ChartLine['breaks'] {
  const earlier = new Set<string>();
  return segments.flatMap(({ definition }) => {
    const replaced = definition.replaces !== null && earlier.has(definition.replaces);
    const known = definition.breakDay === null || definition.breakDay <= day;
    earlier.add(definition.id);
    const found = replaced && known ? breakBefore(definition) : null;
    return found ? [found] : [];
  });
}

/** The break with which a definition begins; null for one that took no other's place. */
export function breakBefore(definition: Definition): { day: Day | null; reason: string } | null {
  if (definition.replaces === null && definition.breakReason === null) return null;
  return { day: definition.breakDay, reason: definition.breakReason ?? 'no reason published' };
}
