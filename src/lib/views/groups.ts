import type { Figure, Source } from '#lib/records/model.ts';
import { sameAmount } from './precedence.ts';

/**
 * Figures that one sentence can hold: one speaker, one rule, one period, equally sure. Several numbers of one
 * document, or one and the same list of numbers in several documents.
 */
export interface FigureGroup {
  /** The numbers, each once, in the order given. */
  readonly figures: readonly Figure[];
  /** Where they stand, in the order given. */
  readonly sources: readonly Source[];
  /** All figures behind the sentence, also those that only repeat its numbers in another document. */
  readonly all: readonly Figure[];
  /** The first of the numbers of another office of a party that it only repeats. */
  readonly repeats?: Figure;
}

/** Joins figures of one document, then documents that say the same. The order of first mention is kept. */
export function groupsOf(figures: readonly Figure[]): FigureGroup[] {
  const documents = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = `${figure.source.id}|${saidAs(figure)}`;
    documents.set(key, [...(documents.get(key) ?? []), figure]);
  }
  const groups: { figures: Figure[]; sources: Source[]; all: Figure[] }[] = [];
  for (const said of documents.values()) {
    const same = groups.find((group) => sameNumbers(group.figures, said));
    const sources = said.slice(0, 1).map(({ source }) => source);
    if (same) {
      same.sources.push(...sources);
      same.all.push(...said);
    } else groups.push({ figures: said, sources, all: [...said] });
  }
  return groups;
}

/** What one sentence says once for all its numbers. */
const saidAs = ({ definition, periodStart, asOf, verification }: Figure): string =>
  [definition.id, periodStart ?? '', asOf, verification].join('|');

function sameNumbers(a: readonly Figure[], b: readonly Figure[]): boolean {
  return (
    a.length === b.length &&
    a.every((figure, i) => {
      const other = b[i];
      return (
        other !== undefined &&
        figure.series === other.series &&
        saidAs(figure) === saidAs(other) &&
        sameAmount(figure.amount, other.amount)
      );
    })
  );
}
