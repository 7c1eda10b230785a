import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LARGEST, parseWhole } from './whole.ts';

test('every whole number up to the largest is read as it is written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: LARGEST }), (n) => {
      expect(parseWhole(`${n}`)).toBe(n);
    }),
  );
});

test('what is read can be written back letter by letter', () => {
  const nearlyNumbers = fc.oneof(fc.stringMatching(/^[0-9 .,e+-]{0,12}$/), fc.string());
  fc.assert(
    fc.property(nearlyNumbers, (text) => {
      expect([text, null]).toContain(written(text));
    }),
  );
});

/** The number that was read, written out; null for a refused text. */
function written(text: string): string | null {
  try {
    return `${parseWhole(text)}`;
  } catch {
    return null;
  }
}

test.each([
  ['1,200', 'write 1200'],
  ['1 200', 'write 1200'],
  ['1\u202f200', 'write 1200'],
  ['1.200', 'write 1200'],
  ['1’200', 'write 1200'],
  ['1.2e3', 'write 1200'],
  ['１２００', 'write 1200'],
  ['٣', 'digits 0 to 9'],
  [' 12', 'write 12'],
  ['01,200', 'write 1200'],
  ['000012', 'write 12'],
  ['010', 'write 10'],
  ['012a', 'digits 0 to 9 alone'],
  ['12-13', 'digits 0 to 9 alone'],
  ['000,120', 'write 120'],
  ['001.200', 'write 1200'],
  [' 1,200', 'write 1200'],
  ['12e2', 'write 1200'],
  ['1.25e3', 'write 1250'],
  ['1e10', 'write 10000000000'],
  ['x1e3', 'digits 0 to 9 alone'],
  ['1e3x', 'digits 0 to 9 alone'],
  ['12.5.1', 'digits 0 to 9 alone'],
  ['a12.5', 'digits 0 to 9 alone'],
  ['12.55', 'fractions'],
  ['012', 'write 12'],
  ['00', 'write 0'],
  ['+12', 'digits 0 to 9'],
  ['-12', 'never negative'],
  ['−12', 'never negative'],
  ['-', 'never negative'],
  ['12.5', 'fractions'],
  ['1_200', 'write 1200'],
  ['0x10', 'digits 0 to 9'],
  ['Infinity', 'digits 0 to 9'],
  ['10000000000', 'largest'],
  ['', 'found nothing; write digits'],
])('%j is refused with a way out', (text, wayOut) => {
  expect(() => parseWhole(text, 'a whole number of persons')).toThrow(wayOut);
});
