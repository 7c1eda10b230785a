import type { Figure, Library } from '#lib/records/model.ts';
import { difference, share, sum } from './arithmetic.ts';
import type { Derived, Refused } from './arithmetic.ts';
import type { Known } from './known.ts';
import { allSeries, neighbouringSeries } from './series.ts';
import type { Series } from './series.ts';

/** What a reader may want to work out from a series and cannot. */
export type Attempt =
  'rise' | 'across-series' | 'revision' | 'other-publisher' | 'other-rule' | 'other-place' | 'part';

export interface RefusedAttempt {
  readonly attempt: Attempt;
  readonly refusal: Refused;
}

/**
 * What is refused when a reader calculates with the newest figures of a series: each tried in earnest, and told
 * when it failed. What can be worked out is left out.
 */
export function refusedAttempts(
  library: Library,
  series: Series,
  known: Known,
): readonly RefusedAttempt[] {
  const standing = known.standing(series.id).map(({ figure }) => figure);
  const [first, before, latest] = [standing[0], standing.at(-2), standing.at(-1)];
  if (!latest) return [];
  // Of a flow each period stands for itself: none is the one before it, grown.
  const runsOn = series.definition.statistic !== 'flow';
  const beside = neighbouringSeries(library, series);
  const newest = (id: string | undefined) =>
    id === undefined ? undefined : known.latest([id])?.figure;
  const tried: [Attempt, Derived | Refused | null][] = [
    ['rise', before && runsOn ? difference(latest, before, DECLARED) : null],
    [
      'across-series',
      first && first !== latest && runsOn ? difference(latest, first, DECLARED) : null,
    ],
    ['revision', overItsRevisions(series.figures)],
    ['other-publisher', both(latest, newest(beside.publishers[0]?.id))],
    ['other-rule', both(latest, newest(beside.definitions[0]?.id))],
    ['other-place', both(latest, newest(otherPlace(library, series)?.id))],
    ['part', ofWhole(library, series, latest, known)],
  ];
  const found = tried.flatMap(([attempt, result]) =>
    result?.kind === 'refused' ? [{ attempt, refusal: result }] : [],
  );
  // The same reason is told once, with what was tried first.
  return found.filter(
    ({ refusal }, index) =>
      found.findIndex(({ refusal: other }) => other.reason === refusal.reason) === index,
  );
}

const DECLARED = { dates: 'declared' } as const;

const both = (a: Figure, b: Figure | undefined): Derived | Refused | null =>
  b ? sum([a, b], DECLARED) : null;

/** Two values for the same days, the first that differ. */
function overItsRevisions(figures: readonly Figure[]): Derived | Refused | null {
  for (const [index, now] of figures.entries()) {
    const before = figures[index - 1];
    if (before && before.asOf === now.asOf && before.periodStart === now.periodStart) {
      const result = difference(now, before, { meaning: 'count' });
      if (result.kind === 'refused') return result;
    }
  }
  return null;
}

function otherPlace(library: Library, series: Series): Series | undefined {
  return [...allSeries(library).values()].find(
    (other) =>
      other.id !== series.id &&
      other.definition.id === series.definition.id &&
      other.measure.id === series.measure.id &&
      other.population.id === series.population.id &&
      other.place.id !== series.place.id,
  );
}

/** Added to the whole that it is a part of. */
function ofWhole(
  library: Library,
  series: Series,
  latest: Figure,
  known: Known,
): Derived | Refused | null {
  const wholes = [...allSeries(library).values()].filter(
    ({ definition, measure, population, place }) =>
      definition.publisher.id === series.definition.publisher.id &&
      measure.id === series.measure.id &&
      ((place.id === series.place.id && latest.population.partOf.includes(population.id)) ||
        (population.id === series.population.id && latest.place.partOf.includes(place.id))),
  );
  for (const { id } of wholes) {
    const whole = known.latest([id])?.figure;
    if (!whole) continue;
    const part = share(latest, whole, DECLARED);
    return part.kind === 'refused' ? part : sum([latest, whole], DECLARED);
  }
  return null;
}
