import { seedFault } from './fault.ts';
import type { Faults } from './fault.ts';
import { isRecord, largestOf } from './largest.js';

/** Whether a file's text can be looked at at all; says why not, and names a byte-order mark in passing. */
export function checkReadable(file: string, text: string, faults: Faults): boolean {
  const refuse = (line: number, what: string) => faults.push(seedFault(file, [line, 1], '', what));
  const largest = largestOf(file);
  // At most four bytes a character: the usual file is not measured.
  const mayBeLarger = text.length > largest / 4;
  if (mayBeLarger && (text.length > largest || new TextEncoder().encode(text).length > largest)) {
    const wayOut = isRecord(file) ? 'begin another situation' : 'part it by publication';
    refuse(1, `expected a file of at most ${largest / 1e6} MB, found a larger one; ${wayOut}`);
    return false;
  }
  if (text.startsWith('\ufeff')) {
    refuse(1, 'expected text, found a byte-order mark (\\ufeff); save as UTF-8 without it');
  }
  const nul = text.indexOf('\0');
  if (nul === -1) return true;
  const line = text.slice(0, nul).split('\n').length;
  refuse(line, 'expected text, found a NUL character (\\u0000); save as UTF-8');
  return false;
}
