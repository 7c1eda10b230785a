import type { Figure } from '#lib/records/model.ts';
import type { Standing } from './known.ts';
import { groupsOf, type FigureGroup } from './groups.ts';
import { withRepetitions } from './repetitions.ts';
import type { ShownCounter } from './summary.ts';

/** A counter as it is set: what stands with its number, and what stands beneath it. */
export interface CounterBlocks {
  readonly figure: Figure | undefined;
  /** Parts that the headline's own document gives for the same days and place: they stand in its block. */
  readonly within: readonly Figure[];
  /** Parts from another document, of another day or of a part of its place. */
  readonly elsewhere: readonly FigureGroup[];
  readonly also: readonly FigureGroup[];
  readonly claims: readonly FigureGroup[];
}

/** What is shown as a counter is, though nobody planned it as one: a flow of a map. */
export const counterOf = (
  id: string,
  label: string,
  headline: Standing,
  claims: readonly Standing[] = [],
): ShownCounter => ({
  plan: { id, label, headline: [], parts: [], claims: [] },
  headline,
  parts: [],
  added: null,
  claims,
});

export function blocksOf({ headline, parts, claims }: ShownCounter): CounterBlocks {
  const figure = headline?.figure;
  const figures = parts.map(({ standing }) => standing.figure);
  const within = figures.filter(
    (part) =>
      part.source.id === figure?.source.id &&
      part.asOf === figure.asOf &&
      part.place.id === figure.place.id,
  );
  return {
    figure,
    within,
    elsewhere: groupsOf(figures.filter((part) => !within.includes(part))),
    also: groupsOf(headline?.alsoSaid ?? []),
    claims: withRepetitions(groupsOf(claims.map((claim) => claim.figure))),
  };
}
