import type { Figure, Library } from '#lib/records/model.ts';
import { sortKey } from '#lib/values/day.ts';
import { lowerFigures } from './comparisons.ts';
import { newestDay } from './days.ts';
import { asKnownOn, type Known } from './known.ts';
import { inOwnText, sameSubject } from './precedence.ts';
import { allSeries, neighbouringSeries } from './series.ts';
import type { Series } from './series.ts';
import { since, vintagesAbout, type Since } from './since.ts';
import { knownFrom } from './vintage.ts';
import { stands, type VintageKind } from './vintages.ts';

/** What the whole library knows beyond one figure since it came out: for its own page and for a copy that was taken along. */
export interface Became {
  /** What became of the very same number, in the order in which `since` finds it. */
  readonly since: readonly Since[];
  /** What stands now in its series about later days. */
  readonly newer: Figure | null;
  /** What the same publisher said of still later days by the rule that took this one's place; never compared with it. */
  readonly otherRule: Figure | null;
  /** What it was when it came out, beside what else was said of the same days. */
  readonly kind: VintageKind;
  /**
   * Where it never stood, the value of the same days that applies, in its publisher's own text where there is one; null
   * where it stood, or nothing applies.
   */
  readonly instead: Figure | null;
  /** Of a running total, the higher one of an earlier day that its publisher gave later: no page leads with the figure. */
  readonly contradicted: Figure | null;
}

/** @throws {Error} for a figure of another library. */
export function becameOf(library: Library, figure: Figure): Became {
  const known = asKnownOn(library, newestDay(library));
  const later = (series: string, than: Figure): Figure | null => {
    const found = known.latest([series])?.figure ?? null;
    return found && sortKey(found.asOf) > sortKey(than.asOf) ? found : null;
  };
  const newer = later(figure.series, figure);
  const series = allSeries(library).get(figure.series);
  const vintages = vintagesAbout(library, figure);
  const kind = vintages.find((one) => one.figure.id === figure.id)?.kind;
  if (!kind) throw new Error(`${figure.id} is no figure of this library`);
  const successor = series && successorOf(library, series);
  return {
    kind,
    instead: stands(kind) ? null : appliesFor(library, known, figure),
    contradicted: contradicting(known, figure),
    otherRule: successor ? later(successor, newer ?? figure) : null,
    since: since(library, [figure], knownFrom(figure.source)),
    newer,
  };
}

function contradicting(known: Known, figure: Figure): Figure | null {
  const lower = lowerFigures(known, [figure], 0).get(figure.id);
  return lower?.kind === 'impossible' && lower.otherSaid === 'later' ? lower.other : null;
}

/** What is known newest of the days of a figure, unless that is the figure itself. */
function appliesFor(library: Library, known: Known, figure: Figure): Figure | null {
  const standing = known
    .standing(figure.series)
    .find((one) => sameSubject(one.figure, figure))?.figure;
  if (!standing) return null;
  const said = vintagesAbout(library, figure).map((one) => one.figure);
  const applies = inOwnText(standing, said);
  return applies.id === figure.id ? null : applies;
}

/** The last of the rules that took each other's place, beginning with this series' own; null where none did. */
function successorOf(library: Library, series: Series): string | null {
  let last = series;
  for (const seen = new Set([last.id]); ; seen.add(last.id)) {
    const next = neighbouringSeries(library, last).definitions.find(
      ({ id, definition }) => definition.replaces === last.definition.id && !seen.has(id),
    );
    if (!next) return last === series ? null : last.id;
    last = next;
  }
}
