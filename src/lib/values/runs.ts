/** Whole numbers that follow one another; `first` and `last` are the same for one that stands alone. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** From how many a row is said by its ends: "1–3", but "1, 2". */
const LONG = 3;

/** Whole numbers as few runs, each once and in order: 3, 1, 2, 7, 8 as 1–3, 7, 8. */
export function runsOf(numbers: Iterable<number>): Run[] {
  const rows: number[][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = rows.at(-1);
    if (last?.at(-1) === number - 1) last.push(number);
    else rows.push([number]);
  }
  return rows
    .flatMap((row) => (row.length >= LONG ? [row] : row.map((number) => [number])))
    .map((row) => ({ first: row[0] ?? 0, last: row.at(-1) ?? 0 }));
}
