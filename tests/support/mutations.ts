/** Mutated seeds, the same for the same number: a failure can be looked at again. */
import { parse } from 'csv-parse/sync';
import { csvLine } from '#lib/records/csv-line.ts';

export type Files = Readonly<Record<string, string>>;
export type Random = () => number;

/** Numbers from 0 to 1 that follow from the seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('nothing to pick from');
  return item;
}

export type Grid = readonly (readonly string[])[];

export const gridOf = (text: string): Grid => parse(text, { relax_column_count: true });
export const textOf = (grid: Grid): string => `${grid.map((row) => csvLine(row)).join('\n')}\n`;

/** One cell of one row changed; null where no row of the table has such a cell. */
export function withCell(
  random: Random,
  text: string,
  column: string,
  change: (cell: string, row: Readonly<Record<string, string>>) => string | null,
): string | null {
  const [headers = [], ...rows] = gridOf(text);
  const at = headers.indexOf(column);
  const candidates = rows.flatMap((row, index) => {
    const cells = Object.fromEntries(headers.map((header, i) => [header, row[i] ?? '']));
    const changed = change(row[at] ?? '', cells);
    return changed === null ? [] : [{ index, changed }];
  });
  if (at === -1 || candidates.length === 0) return null;
  const { index, changed } = pick(random, candidates);
  return textOf([
    headers,
    ...rows.map((row, i) =>
      i === index ? row.map((cell, j) => (j === at ? changed : cell)) : row,
    ),
  ]);
}

const PIECES = [
  ...['"', '""', ',', '\n', '\r\n', '\r', '\0', '\ufeff', '\u202e', '\u200b', '\ufffd', '\ud800'],
  ...[
    '-',
    '1e9',
    '１２',
    '0x1f',
    '=1+1',
    'none',
    ';',
    '@',
    '2034-02-30',
    '9'.repeat(400),
    '&a',
    '*a',
  ],
  ...[
    '!!js/function',
    '- ',
    ': ',
    '[',
    ']',
    '{',
    '}',
    '#',
    '|',
    '>',
    '%',
    '`',
    "'",
    '\t',
    '<<: *a',
  ],
  ...[
    '['.repeat(3000),
    '{a: '.repeat(3000),
    ' '.repeat(5000),
    'é'.normalize('NFD'),
    '🜚',
    '__proto__',
    'constructor',
  ],
] as const;

/** Anything at all done to a text: letters, bytes, lines, cells, halves. */
export function mutated(random: Random, text: string): string {
  const at = Math.floor(random() * (text.length + 1));
  const lines = text.split('\n');
  const line = Math.floor(random() * lines.length);
  const other = Math.floor(random() * lines.length);
  switch (Math.floor(random() * 12)) {
    case 0:
      return text.slice(0, at) + pick(random, PIECES) + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 9));
    case 2:
      return text.slice(0, at);
    case 3:
      return lines.filter((_, i) => i !== line).join('\n');
    case 4:
      return lines.flatMap((one, i) => (i === line ? [one, one] : [one])).join('\n');
    case 5:
      return lines
        .map((one, i) =>
          i === line ? (lines[other] ?? '') : i === other ? (lines[line] ?? '') : one,
        )
        .join('\n');
    case 6:
      return lines.map((one, i) => (i === line ? ` ${one}` : one)).join('\n');
    case 7: {
      const bytes = Buffer.from(text);
      const spot = Math.floor(random() * bytes.length);
      if (bytes.length > 0) bytes[spot] = Math.floor(random() * 256);
      return bytes.toString('utf8');
    }
    case 8:
      return text.replaceAll('\n', pick(random, ['\r\n', '\r', '\n\n', ' ']));
    case 9: {
      const cells = (lines[line] ?? '').split(',');
      const [a, b] = [Math.floor(random() * cells.length), Math.floor(random() * cells.length)];
      [cells[a], cells[b]] = [cells[b] ?? '', cells[a] ?? ''];
      return lines.map((one, i) => (i === line ? cells.join(',') : one)).join('\n');
    }
    case 10: {
      const cells = (lines[line] ?? '').split(',');
      cells[Math.floor(random() * cells.length)] = pick(random, PIECES);
      return lines.map((one, i) => (i === line ? cells.join(',') : one)).join('\n');
    }
    default:
      return mutated(random, mutated(random, text));
  }
}
