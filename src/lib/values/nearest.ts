/**
 * The code that was probably meant, or null when none is near. Small and capital letters, and the
 * joints `-`, `_` and blank, count as the same; ties go to the earlier code.
 */
export function nearest(text: string, codes: Iterable<string>): string | null {
  const wanted = plain(text);
  if (wanted === '') return null;
  let best: string | null = null;
  // A single letter is near to itself alone: any other would be a guess.
  let least = Math.min(wanted.length, Math.max(1, Math.floor(wanted.length / 3)) + 1);
  for (const code of codes) {
    const candidate = plain(code);
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const steps = distance(wanted, candidate);
    if (steps < least) [best, least] = [code, steps];
  }
  return best;
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/[_ ]/g, '-');
}

/** Letters to insert, delete, replace or swap with a neighbour (optimal string alignment). */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1] ? 0 : 1;
      const swapped = from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + same,
        swapped ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
  }
  return row[to.length] ?? 0;
}
