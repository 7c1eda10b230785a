import { quoted } from '#lib/values/bad-value.ts';

/** One thing in a file that cannot be taken: where, and what is to be done. */
export interface Refusal {
  /** As an editor shows it, from 1; 0 for the whole file. */
  readonly line: number;
  /** The header of the column; empty for the row or the file. */
  readonly column: string;
  /** The sentence: expected …, found …; way out. */
  readonly what: string;
  /** Whether the file cannot be taken for it, whatever becomes of single rows. */
  readonly whole: boolean;
}

export type Refusals = Refusal[];

export function ofFile(what: string, line = 0): Refusal {
  return { line, column: '', what, whole: true };
}

export function ofRow(line: number, column: string, what: string): Refusal {
  return { line, column, what, whole: false };
}

/** The one form of a refusal. */
export function expected(wanted: string, found: string, wayOut: string): string {
  return `expected ${wanted}, found ${found === '' ? 'nothing' : quoted(found)}; ${wayOut}`;
}
