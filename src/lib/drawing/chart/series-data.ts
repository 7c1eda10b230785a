import { hasEffect } from '#lib/records/caveats.ts';
import type { Event, Figure, Library } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { breaksOf, sideOf } from '#lib/views/breaks.ts';
import { historyOf } from '#lib/views/history.ts';
import { figuresOf } from '#lib/views/sources.ts';
import { neighbouringSeries } from '#lib/views/series.ts';
import type { Series } from '#lib/views/series.ts';
import { beginsAnew } from '#lib/views/unlike.ts';
import { knownFrom } from '#lib/views/vintage.ts';
import { vintagesOf } from '#lib/views/vintages.ts';
import type { Vintage } from '#lib/views/vintages.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { anotherRuleText, breakNote, breakText, seriesTexts } from '#lib/wording/series.ts';
import type { SeriesChartData, SeriesValue } from './chart-data.ts';

/** The plain data, and the figure behind each of its values in the same order. */
export interface SeriesData extends SeriesChartData {
  readonly behind: readonly Figure[];
}

/**
 * A series with what its own publisher gave by other rules about the very same days: those are lines of their own,
 * since one place, one period and two rules are two numbers.
 */
export function seriesData(library: Library, series: Series): SeriesData {
  const days = new Map(historyDays(library, series.id));
  const own = vintagesOf(library, series).flatMap(({ vintages }) => vintages);
  const subjects = new Set(own.map(({ figure }) => subjectOf(figure)));
  const neighbours = neighbouringSeries(library, series).definitions.flatMap((other) => {
    const shared = vintagesOf(library, other)
      .flatMap(({ vintages }) => vintages)
      .filter(({ figure }) => subjects.has(subjectOf(figure)));
    return shared.length > 0 ? [{ other, shared }] : [];
  });
  const replaced = neighbours.find(
    ({ other }) => series.definition.replaces === other.definition.id,
  );
  // Two rules side by side part no line; the page tells of them in words.
  const shown = breaksOf(library, series).filter(
    ({ id, what }) => what === null || series.definition.breaks.some((one) => one.id === id),
  );
  return {
    statistic: series.definition.statistic,
    lines: [
      line(series, replaced?.other.break?.reason ?? null),
      ...neighbours.map(({ other }) =>
        line(
          other,
          other.definition.replaces === series.definition.id ? (other.break?.reason ?? null) : null,
        ),
      ),
    ],
    figures: [
      ...own.map((vintage) => valueOf(vintage, 0, days.get(vintage.figure))),
      ...neighbours.flatMap(({ shared }, index) =>
        shared.map((vintage) => valueOf(vintage, index + 1, undefined)),
      ),
    ],
    behind: [...own, ...neighbours.flatMap(({ shared }) => shared)].map(({ figure }) => figure),
    breaks: shown.map((one) => ({
      id: one.id,
      day: one.day ?? '',
      inside: series.definition.breaks.some(({ id }) => id === one.id),
      text: breakText(one),
      note: breakNote(one),
    })),
    otherStart: seriesTexts.otherStart,
    otherStartNote: seriesTexts.otherStartNote,
    events: library.events.filter((event) => concerns(library, event, series)).map(eventOf),
  };
}

const subjectOf = ({ asOf, periodStart }: Figure): string => `${asOf}|${periodStart ?? ''}`;

const line = ({ definition: { label } }: Series, reason: string | null) => ({
  label,
  begins: anotherRuleText(label, reason),
});

interface Days {
  readonly stands: Day;
  readonly until: Day | '';
}

/** From when until when each figure stood. */
function* historyDays(library: Library, series: string): Generator<[Figure, Days]> {
  for (const steps of historyOf(library, series).subjects) {
    for (const [index, { standing, from }] of steps.entries()) {
      const { figure } = standing;
      if (steps[index - 1]?.standing.figure === figure) continue;
      const next = steps.slice(index).find((step) => step.standing.figure !== figure);
      yield [figure, { stands: from, until: next?.from ?? '' }];
    }
  }
}

function valueOf(
  { figure, kind, from }: Vintage,
  rank: number,
  days: Days | undefined,
): SeriesValue {
  const { amount } = figure;
  return {
    id: figure.id,
    line: rank,
    as_of: figure.asOf,
    start: figure.periodStart ?? '',
    source: figure.source.id,
    shape: amount.kind,
    amount: amountText(amount),
    value: 'value' in amount ? amount.value : amount.kind === 'between' ? amount.low : '',
    high: amount.kind === 'between' ? amount.high : '',
    kind,
    from,
    stands: days?.stands ?? '',
    until: days?.until ?? '',
    side: sideOf(figure),
    anew: beginsAnew(figure) ? whyAnew(figure) : '',
  };
}

function whyAnew({ caveats }: Figure): string {
  const why = caveats.find((caveat) => hasEffect([caveat], 'starts-anew'));
  return why?.text ?? seriesTexts.beginsAnew;
}

/**
 * Milestones, whoever set them, and what the same publisher changed in counting, told in a text that has numbers of
 * this kind; one that names countries concerns those alone, and the totals that hold them.
 */
function concerns(library: Library, { kind, source, text }: Event, series: Series): boolean {
  if (kind === 'milestone') return true;
  const { definition, measure, place } = series;
  if (kind !== 'method' || source.publisher.id !== definition.publisher.id) return false;
  const isOfIts = figuresOf(library, source).some((figure) => figure.measure.id === measure.id);
  const named = [...library.places.values()].filter(
    (one) => one.kind === 'country' && one.id !== series.origin.id && text.includes(one.label),
  );
  const isNamed = named.some(({ id, partOf }) => id === place.id || partOf.includes(place.id));
  return isOfIts && (named.length === 0 || isNamed);
}

const eventOf = ({ day, kind, text, source }: Event) => ({
  day,
  from: knownFrom(source),
  text: `${kind === 'method' ? seriesTexts.methodEvent : seriesTexts.milestone} ${text}`,
});
