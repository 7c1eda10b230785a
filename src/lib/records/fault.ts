/** One thing in the seeds that must be mended before anything is published. */
export interface SeedFault {
  /** Relative to the seeds' folder, with `/`. */
  readonly file: string;
  /** Of the file as an editor shows it, from 1. */
  readonly line: number;
  /** In a table the column's number, from 1; in a text file the character's. */
  readonly column: number;
  /** The whole sentence, with the place: `file:line:column: name: expected …, found …; way out`. */
  readonly message: string;
}

/** What reads one seed file adds to this; nothing is thrown, so that all faults are listed together. */
export type Faults = SeedFault[];

/** `name` is the column or key; empty where the fault is the file's or the row's. */
export function seedFault(
  file: string,
  [line, column]: readonly [line: number, column: number],
  name: string,
  what: string,
): SeedFault {
  const at = `${file}:${line}:${column}`;
  return { file, line, column, message: `${at}: ${name === '' ? '' : `${name}: `}${what}` };
}

/** By file, line and column; those of one cell in the order in which they were found. */
export function inOrder(faults: Faults): SeedFault[] {
  return [...faults].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
