import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BadValue } from '#lib/values/bad-value.ts';
import { parseState, sayState } from './says.ts';

test('a state reads as its cells, and empty cells are not in it', () => {
  const state = { label: 'Rounded', text: 'Given rounded.' };
  expect(sayState(state)).toBe('label: Rounded | text: Given rounded.');
});

test('whatever a text holds, a state is read back as it was', () => {
  const text = fc
    .string({ minLength: 1, unit: fc.constantFrom('a', ' ', '|', ':', ';', '"', 'é', '\\') })
    .filter((letters) => letters === letters.trim());
  fc.assert(
    fc.property(text, text, (label, other) => {
      const state = { label, text: other };
      expect(parseState('caveat', sayState(state))).toEqual(state);
    }),
  );
});

test.each(['label', 'colour: red', 'label: a | label: b', 'code: rounded', 'label: '])(
  'what is no cell of a caveat is refused: %s',
  (says) => {
    expect(() => parseState('caveat', says)).toThrow(BadValue);
  },
);
