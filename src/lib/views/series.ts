import type {
  Definition,
  Figure,
  Library,
  Measure,
  Place,
  Population,
} from '#lib/records/model.ts';
import { sortKey } from '#lib/values/day.ts';
import type { Day, DayOrMonth } from '#lib/values/day.ts';
import { breakBefore } from './chart-lines.ts';
import { grouped } from './grouped.ts';
import { ofLibrary } from './of-library.ts';
import { byPrecedence, minuteOf, sourceOrder } from './precedence.ts';
import type { SourceOrder } from './precedence.ts';
import { bySpeaker } from './speakers.ts';
import { publicationOf } from './vintage.ts';

/** Everything one publisher ever said about one thing under one definition. */
export interface Series {
  readonly id: string;
  readonly measure: Measure;
  readonly population: Population;
  readonly origin: Place;
  readonly place: Place;
  readonly definition: Definition;
  /** Never empty. The latest as-of first; of one as-of in order of publication, the undated last. */
  readonly figures: readonly Figure[];
}

/** One as-of and period with all that was published about it. */
interface FigureRow {
  readonly periodStart: DayOrMonth | null;
  readonly asOf: DayOrMonth;
  /** Never empty. In order of publication, the undated last. */
  readonly figures: readonly Figure[];
}

/** By id, in the order in which the figures first name them. */
export const allSeries = ofLibrary((library): ReadonlyMap<string, Series> => {
  const order = byAsOfThenPublication(sourceOrder(library));
  const series = new Map<string, Series>();
  for (const [id, figures] of grouped(library.figures, (figure) => figure.series)) {
    const [first] = figures.sort(order);
    if (first) series.set(id, { ...subjectOf(first), id, figures });
  }
  return series;
});

/** A row for each as-of and period, the latest first; of one as-of the longest period first. */
export function vintageRows({ figures }: Series): FigureRow[] {
  const rows = new Map<
    string,
    { periodStart: DayOrMonth | null; asOf: DayOrMonth; figures: Figure[] }
  >();
  for (const figure of figures) {
    const { periodStart, asOf } = figure;
    const key = `${periodStart ?? ''}|${asOf}`;
    const row = rows.get(key);
    if (row) row.figures.push(figure);
    else rows.set(key, { periodStart, asOf, figures: [figure] });
  }
  return [...rows.values()].sort(
    (a, b) =>
      byText(sortKey(b.asOf), sortKey(a.asOf)) ||
      byText(a.periodStart ?? '~', b.periodStart ?? '~'),
  );
}

/** Another series of the same publisher; `break` where one of the two took the other's place. */
export interface OtherDefinition extends Series {
  readonly break: { readonly day: Day | null; readonly reason: string } | null;
}

/** What must be told apart from a series: nothing in it may be joined or added to it. */
export interface NeighbouringSeries {
  /** The same publisher on the same measure, population and place by another rule. */
  readonly definitions: readonly OtherDefinition[];
  /** Other publishers on the same measure and place, in the order of claims. */
  readonly publishers: readonly Series[];
}

export function neighbouringSeries(library: Library, series: Series): NeighbouringSeries {
  const held = neighbours(library).get(series);
  if (held) return held;
  const found = neighboursOf(library, series);
  neighbours(library).set(series, found);
  return found;
}

const neighbours = ofLibrary(() => new WeakMap<Series, NeighbouringSeries>());

/** All series on one measure and way, whoever counts it. */
const bySubject = ofLibrary((library) => grouped(allSeries(library).values(), subjectKey));

const subjectKey = ({ measure, place, origin }: Series): string =>
  `${measure.id} ${place.id} ${origin.id}`;

function neighboursOf(library: Library, series: Series): NeighbouringSeries {
  const { publisher } = series.definition;
  const bySpokenFor = bySpeaker(library);
  const beside = (bySubject(library).get(subjectKey(series)) ?? [])
    .filter((other) => other.id !== series.id)
    .sort((a, b) => bySpokenFor({ ...a, series: a.id }, { ...b, series: b.id }));
  return {
    definitions: beside
      .filter(
        ({ definition, population }) =>
          definition.publisher.id === publisher.id && population.id === series.population.id,
      )
      .map((other) => ({ ...other, break: breakBetween(series.definition, other.definition) })),
    publishers: beside.filter(({ definition }) => definition.publisher.id !== publisher.id),
  };
}

function breakBetween(a: Definition, b: Definition): OtherDefinition['break'] {
  if (a.replaces === b.id) return breakBefore(a);
  return b.replaces === a.id ? breakBefore(b) : null;
}

function subjectOf(figure: Figure): Omit<Series, 'id' | 'figures'> {
  const { measure, population, origin, place, definition } = figure;
  return { measure, population, origin, place, definition };
}

function byAsOfThenPublication(order: SourceOrder): (a: Figure, b: Figure) => number {
  const byRank = byPrecedence(order);
  return (a, b) =>
    byText(sortKey(b.asOf), sortKey(a.asOf)) ||
    byText(publicationOf(a.source) ?? '~', publicationOf(b.source) ?? '~') ||
    byMinute(a, b) ||
    byRank(a, b);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Who tells no time comes after those who do. */
function byMinute(a: Figure, b: Figure): number {
  const [minuteA, minuteB] = [minuteOf(a) ?? Infinity, minuteOf(b) ?? Infinity];
  return minuteA < minuteB ? -1 : minuteA > minuteB ? 1 : 0;
}
