import { expect, test } from 'vitest';
import { badValue, escaped, never, quoted } from './bad-value.ts';

test('a refusal says what was expected, what was found and the way out', () => {
  expect(badValue('a day', 'x', 'write it').message).toBe('expected a day, found "x"; write it');
  expect(badValue('a day', 'x').message).toBe('expected a day, found "x"');
  expect(badValue('a day', '').message).toBe('expected a day, found nothing');
  expect(badValue('a day', '').name).toBe('BadValue');
});

test('of a long text the first 80 letters are shown, and that it goes on', () => {
  expect(quoted('a'.repeat(80))).toBe(`"${'a'.repeat(80)}"`);
  expect(quoted('a'.repeat(81))).toBe(`"${'a'.repeat(80)}…"`);
  // A letter of two units is one letter.
  expect(quoted('𝒜'.repeat(81))).toBe(`"${'𝒜'.repeat(80)}…"`);
});

test('what cannot be seen is written as its number, also beyond the first 65,536 characters', () => {
  expect(quoted('a\u202eb\u00a0c')).toBe('"a\\u202eb\\u00a0c"');
  expect(escaped('\u0007')).toBe('\\u0007');
  expect(escaped('\u{e0041}')).toBe('\\u{e0041}');
  expect(quoted('Łódź 1')).toBe('"Łódź 1"');
});

test('a kind that nobody handles stops with its name', () => {
  expect(() => never({ kind: 'made-up' } as never)).toThrow('unhandled: {"kind":"made-up"}');
});
