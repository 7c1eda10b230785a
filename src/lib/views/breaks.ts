import type { Break, Definition, Figure, Library, Place } from '#lib/records/model.ts';
import { lastDayOf } from '#lib/values/day.ts';
import type { Day } from '#lib/values/day.ts';
import { ofLibrary } from './of-library.ts';
import { saidOn } from './vintage.ts';

/** A break as a reader sees it, wherever in the seeds it stands. */
export interface ShownBreak {
  readonly id: string;
  readonly day: Day | null;
  /** The last possible day, where the day is not known exactly. */
  readonly until: Day | null;
  readonly before: readonly Definition[];
  readonly after: readonly Definition[];
  /** Empty for all. */
  readonly places: readonly Place[];
  /** What differs; null where the two counting rules say it by themselves. */
  readonly what: string | null;
  readonly reason: string;
  readonly saidBy: string | null;
}

type Counted = Pick<Figure, 'definition' | 'place' | 'source'>;

/**
 * The break that parts two figures of one definition: one was said before it, the other from it on. Of a text
 * without a day nobody can tell on which side it stands, so every break parts it from all others. Null for none.
 */
export function breakWithin(a: Counted, b: Counted): Break | null {
  if (a.definition.id !== b.definition.id || a.source === b.source) return null;
  const concerning = a.definition.breaks.filter(
    (one) => concerns(one, a.place) || concerns(one, b.place),
  );
  return concerning.find((one) => isAfter(a, one) !== isAfter(b, one) || isUndated(a, b)) ?? null;
}

/** Whether a break of their definition lies between the days that two figures speak about. */
export function breakBetween(
  before: Counted & Pick<Figure, 'asOf'>,
  after: typeof before,
): boolean {
  return before.definition.breaks.some(
    (one) =>
      (concerns(one, before.place) || concerns(one, after.place)) &&
      lastDayOf(before.asOf) < one.day &&
      one.day <= lastDayOf(after.asOf),
  );
}

/**
 * On which side of each break within its definition a figure stands, as text: figures of one series with the
 * same text can be joined.
 */
export function sideOf(figure: Counted): string {
  const { definition, place, source } = figure;
  return definition.breaks
    .filter((one) => concerns(one, place))
    .map((one) => (saidOn(source) === '' ? source.id : isAfter(figure, one) ? one.id : ''))
    .join(' ')
    .trim();
}

/** Every break of the library, those without a day first, then by day. */
export const allBreaks = ofLibrary((library): readonly ShownBreak[] => {
  const { definitions, places } = library;
  const named = <T>(ids: readonly string[], all: ReadonlyMap<string, T>) =>
    ids.flatMap((id) => all.get(id) ?? []);
  const own = library.breaks.map((one) => ({
    ...one,
    before: named(one.before, definitions),
    after: named(one.after, definitions),
    places: named(one.places, places),
  }));
  const replaced = [...definitions.values()].flatMap((after): ShownBreak[] => {
    const before = definitions.get(after.replaces ?? '');
    if (!before) return [];
    const { breakDay: day, breakReason: reason } = after;
    return [
      {
        id: `definition-${after.id}`,
        day,
        until: null,
        before: [before],
        after: [after],
        places: [],
        what: null,
        reason: reason ?? NO_REASON,
        saidBy: null,
      },
    ];
  });
  return [...replaced, ...own].sort((a, b) => byText(a.day ?? '', b.day ?? ''));
});

/** What the seeds write where a publisher gave none. */
export const NO_REASON = 'no reason published';

/** The breaks inside a series, at its beginning or at its end. */
export function breaksOf(
  library: Library,
  { definition, place }: Pick<Figure, 'definition' | 'place'>,
): ShownBreak[] {
  return allBreaks(library).filter(
    ({ before, after, places }) =>
      [...before, ...after].some(({ id }) => id === definition.id) &&
      (places.length === 0 || places.some(({ id }) => id === place.id)),
  );
}

function concerns({ places }: Break, { id }: Place): boolean {
  return places.length === 0 || places.includes(id);
}

function isAfter({ source }: Counted, { day }: Break): boolean {
  return saidOn(source) >= day;
}

function isUndated(...figures: readonly Counted[]): boolean {
  return figures.some(({ source }) => saidOn(source) === '');
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
