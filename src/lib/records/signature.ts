import { badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { parseDay } from '#lib/values/day.ts';
import type { Day } from '#lib/values/day.ts';
import { parseText } from '#lib/values/text.ts';
import type { Table } from './table.ts';

/**
 * What is odd without being wrong. `falls`: what only ever grows becomes less. `jumps`: more than a fifth between
 * neighbours. `same-as-another`: equal to another country's. `old-as-of`: older than its publisher's rhythm.
 * `not-compared`: no other number can be compared with it. `number-gone`: a word or nothing in place of a known number. The last
 * two are asked of figures that are not published yet.
 */
export const RULES = [
  'falls',
  'jumps',
  'same-as-another',
  'old-as-of',
  'not-compared',
  'number-gone',
] as const;
export type Rule = (typeof RULES)[number];

/** Somebody has looked at something odd and found that the publication says so. */
export interface Signature {
  readonly rule: Rule;
  /** A figure's id. It may be gone by now: then the line signs nothing any more. */
  readonly figure: string;
  /** The figure beside which it is odd; empty where it is so by itself. */
  readonly other: string;
  readonly day: Day;
  readonly signedBy: string;
  readonly reason: string;
  /** Of `signed.csv`. */
  readonly line: number;
}

/** What is odd about which figures, as one text: by it a signature finds what it signs. */
export function signedName(rule: string, figure: string, other: string): string {
  return `${rule} ${figure} ${other}`;
}

export function readSignatures({ rows }: Table<'signed'>): Signature[] {
  const lines = new Map<string, number>();
  return rows.flatMap((row) => {
    const cells = row.read({
      rule: (text) => parseChoice(text, RULES),
      figure: parseFigureId,
      other: (text) => (text === '' ? '' : parseFigureId(text)),
      day: parseDay,
      signed_by: parseText,
      reason: parseText,
    });
    if (cells === null) return [];
    const name = signedName(cells.rule, cells.figure, cells.other);
    const first = lines.get(name);
    if (first !== undefined) {
      const wayOut = `line ${first} has signed it; delete this one`;
      row.refuse('figure', badValue('each once', cells.figure, wayOut).message);
    }
    lines.set(name, first ?? row.line);
    const { signed_by: signedBy, ...rest } = cells;
    return [{ ...rest, signedBy, line: row.line }];
  });
}

function parseFigureId(text: string): string {
  if (/^[a-z0-9._-]+$/.test(text)) return text;
  throw badValue("a figure's id", text, 'copy the line that the check gives');
}
