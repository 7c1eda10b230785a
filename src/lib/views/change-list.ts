import type { Caveat, Correction, Figure, Library, Withdrawn } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { allBreaks } from './breaks.ts';
import type { ShownBreak } from './breaks.ts';
import { ofLibrary } from './of-library.ts';
import { allSeries } from './series.ts';
import type { Series } from './series.ts';
import { knownFrom } from './vintage.ts';
import { vintagesOf } from './vintages.ts';
import type { Vintage } from './vintages.ts';

interface Listed {
  /** Stable: made of what it is about. */
  readonly id: string;
  /** On which it became known. */
  readonly day: Day;
  /** Ids of what a reader can choose by. */
  readonly measures: readonly string[];
  readonly publishers: readonly string[];
  /** Ids of the series it belongs to. */
  readonly series: readonly string[];
}

/** Everything of which a reader may ask "what changed": one entry each. */
export type ListedChange =
  | (Listed & { readonly kind: 'revision'; readonly vintage: Vintage & { before: Figure } })
  | (Listed & { readonly kind: 'break'; readonly break: ShownBreak })
  | (Listed & { readonly kind: 'new-series'; readonly first: Figure; readonly count: number })
  /** A caveat of a figure that became known only later. */
  | (Listed & { readonly kind: 'caveat'; readonly figure: Figure; readonly caveat: Caveat })
  | (Listed & {
      readonly kind: 'correction';
      readonly correction: Correction;
      /** The figure it put right; null for a caveat or a rule, and for a figure that was withdrawn. */
      readonly figure: Figure | null;
      /** As it was last published; null unless it was withdrawn. */
      readonly withdrawn: Withdrawn | null;
      /** What else was changed, by the name that readers see; null for a figure, and for what has no name. */
      readonly name: string | null;
    });

/**
 * Every revision, break, new series, later caveat and correction, the newest first; of one day corrections first,
 * then breaks, revisions, caveats and new series in the order of the figures. What gives no publication day revises nothing.
 */
export const changeList = ofLibrary((library): readonly ListedChange[] => {
  const series = [...allSeries(library).values()];
  const all = [
    ...corrections(library),
    ...allBreaks(library).flatMap((one) => breakEntry(one, series)),
    ...series.flatMap((one) => revisionsOf(library, one)),
    ...series.flatMap((one) => caveatsOf(library, one)),
    ...series.flatMap(firstOf),
  ];
  return all.sort((a, b) => (a.day === b.day ? 0 : a.day > b.day ? -1 : 1));
});

function revisionsOf(library: Library, series: Series): ListedChange[] {
  return vintagesOf(library, series).flatMap(({ vintages }) =>
    vintages.flatMap((vintage) => {
      const { kind, before, figure, from } = vintage;
      if (kind !== 'revised' || before === null) return [];
      const id = `revision-${figure.id}`;
      return [{ kind: 'revision', ...listed(id, from, [series]), vintage: { ...vintage, before } }];
    }),
  );
}

function caveatsOf({ caveats }: Library, series: Series): ListedChange[] {
  return series.figures.flatMap((figure) =>
    Object.entries(figure.caveatsFrom).flatMap(([code, from]): ListedChange[] => {
      const caveat = caveats.get(code);
      if (!caveat) return [];
      const id = `caveat-${code}-${figure.id}`;
      return [{ kind: 'caveat', ...listed(id, from, [series]), figure, caveat }];
    }),
  );
}

function firstOf(series: Series): ListedChange[] {
  let first: Vintage['figure'] | null = null;
  let day: Day | null = null;
  for (const figure of series.figures) {
    const from = knownFrom(figure.source);
    if (day === null || from < day) [first, day] = [figure, from];
  }
  if (first === null || day === null) return [];
  const entry = listed(`series-${series.id}`, day, [series]);
  return [{ kind: 'new-series', ...entry, first, count: series.figures.length }];
}

/** A break is listed once, for all series on either side of it. */
function breakEntry(one: ShownBreak, all: readonly Series[]): ListedChange[] {
  if (one.day === null) return [];
  const rules = new Set([...one.before, ...one.after].map(({ id }) => id));
  const places = new Set(one.places.map(({ id }) => id));
  const concerned = all.filter(
    ({ definition, place }) =>
      rules.has(definition.id) && (places.size === 0 || places.has(place.id)),
  );
  // The words are shared by all situations: a break of rules by which nothing was counted here is another's.
  if (concerned.length === 0) return [];
  return [{ kind: 'break', ...listed(`break-${one.id}`, one.day, concerned), break: one }];
}

/** The name of what a correction calls `definition/<id>` and the like. */
function nameIn(library: Library, thing: string): string | null {
  const [kind = '', id = ''] = thing.split('/');
  switch (kind) {
    case 'caveat':
      return library.caveats.get(id)?.label ?? null;
    case 'definition':
      return library.definitions.get(id)?.label ?? null;
    case 'measure':
      return library.measures.get(id)?.label ?? null;
    case 'population':
      return library.populations.get(id)?.label ?? null;
    case 'place':
      return library.places.get(id)?.label ?? null;
    case 'publisher':
      return library.publishers.get(id)?.name ?? null;
    case 'source':
      return library.sources.find((source) => source.id === id)?.title ?? null;
    default:
      return null;
  }
}

function corrections(library: Library): ListedChange[] {
  const { corrections: rows, figures, withdrawn } = library;
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const gone = new Map(withdrawn.map((one) => [one.figure.id, one]));
  return rows.map((correction) => {
    const figure = byId.get(correction.thing) ?? null;
    const left = gone.get(correction.thing) ?? null;
    const about = figure ?? left?.figure;
    const id = `correction-${[correction.thing, correction.column, correction.day].join('-').replace(/[^a-z0-9._-]+/g, '-')}`;
    return {
      kind: 'correction',
      id,
      day: correction.day,
      measures: about ? [about.measure.id] : [],
      publishers: about ? [about.definition.publisher.id] : [],
      series: about ? [about.series] : [],
      correction,
      figure,
      withdrawn: left,
      name: about ? null : nameIn(library, correction.thing),
    };
  });
}

function listed(id: string, day: Day, series: readonly Series[]): Listed {
  const once = (ids: string[]) => [...new Set(ids)];
  return {
    id,
    day,
    measures: once(series.map(({ measure }) => measure.id)),
    publishers: once(series.map(({ definition }) => definition.publisher.id)),
    series: series.map((one) => one.id),
  };
}
