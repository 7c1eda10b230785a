import type { Figure, Population } from '#lib/records/model.ts';
import { withRepetitions } from './repetitions.ts';
import type { ShownCounter } from './summary.ts';

/** What several speakers say about the question of one counter. */
export interface Says {
  readonly counter: ShownCounter;
  /** By whom they count, the people of the headline first, then in the order in which they are first named. */
  readonly groups: readonly {
    readonly population: Population;
    readonly claims: readonly Claim[];
  }[];
  /** The end of the scale: the largest number among them, whatever its qualifier. */
  readonly most: number;
}

/** One number of another speaker. */
export interface Claim {
  readonly figure: Figure;
  /** The number of another office of a party that it only repeats. */
  readonly repeats: Figure | undefined;
}

/** What others say beside the headline of a counter, in the order of speakers. */
export function claimsOf({ claims }: ShownCounter): Claim[] {
  const alone = claims.map(({ figure }) => ({
    figures: [figure],
    sources: [figure.source],
    all: [figure],
  }));
  return withRepetitions(alone).flatMap(({ figures, repeats }) =>
    figures.map((figure) => ({ figure, repeats })),
  );
}

/** What is said about a counter by more than one; null where nobody else says anything. */
export function saysOf(counter: ShownCounter): Says | null {
  const claims = claimsOf(counter);
  if (claims.length === 0) return null;
  const own = counter.headline ? [{ figure: counter.headline.figure, repeats: undefined }] : [];
  const all = [...own, ...claims];
  const groups = new Map<string, { population: Population; claims: Claim[] }>();
  for (const claim of all) {
    const { population } = claim.figure;
    const group = groups.get(population.id) ?? { population, claims: [] };
    group.claims.push(claim);
    groups.set(population.id, group);
  }
  return {
    counter,
    groups: [...groups.values()],
    most: mostOf(all.map(({ figure }) => figure)),
  };
}

/** The largest number among these amounts, whatever its qualifier; 0 where none is a number. */
export function mostOf(figures: readonly Figure[]): number {
  return figures.reduce((most, { amount }) => {
    if (amount.kind === 'between') return Math.max(most, amount.high);
    return 'value' in amount ? Math.max(most, amount.value) : most;
  }, 0);
}
