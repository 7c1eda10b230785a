import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BadAmount, QUALIFIERS, bounds, numbersIn, parseAmount } from './amount.ts';
import type { Amount } from './amount.ts';
import { LARGEST } from './whole.ts';

const cells = { qualifier: 'exact', value: '1111', valueHigh: '', statedAs: '' };
const number = fc.integer({ min: 0, max: LARGEST });

/** The cells a keeper would write for an amount. */
function written(amount: Amount): typeof cells {
  const [low, high] = numbersIn(amount);
  return {
    qualifier: amount.kind,
    value: low === undefined ? '' : `${low}`,
    valueHigh: high === undefined ? '' : `${high}`,
    statedAs: amount.kind === 'word' ? amount.word : '',
  };
}

const amounts: fc.Arbitrary<Amount> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('exact', 'at_least', 'more_than', 'about', 'nearly', 'up_to'),
    value: number,
  }),
  fc
    .uniqueArray(number, { minLength: 2, maxLength: 2 })
    .map((ends) => ends.sort((a, b) => a - b))
    .map(([low = 0, high = 1]) => ({ kind: 'between' as const, low, high })),
  fc.record({ kind: fc.constant('word' as const), word: fc.constantFrom('hundreds', 'many') }),
  fc.record({ kind: fc.constantFrom('withheld', 'unknown', 'not_collected') }),
);

test('an amount written down is read as the same amount', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      expect(parseAmount(written(amount))).toEqual(amount);
    }),
  );
});

test('the bounds of an amount hold every number it states', () => {
  fc.assert(
    fc.property(amounts, (amount) => {
      const { low, high } = bounds(amount);
      const [first, last = first] = numbersIn(amount);
      if (first === undefined || last === undefined) return;
      const above = amount.kind === 'more_than' ? 1 : 0;
      expect(low ?? 0).toBeLessThanOrEqual(first + above);
      expect(high ?? Infinity).toBeGreaterThanOrEqual(last);
    }),
  );
});

test('a qualifier opens the side of which the source says nothing', () => {
  const of = (qualifier: string) => bounds(parseAmount({ ...cells, qualifier, value: '500000' }));
  expect(of('exact')).toEqual({ low: 500_000, high: 500_000 });
  expect(of('at_least')).toEqual({ low: 500_000, high: null });
  expect(of('more_than')).toEqual({ low: 500_001, high: null });
  expect(of('nearly')).toEqual({ low: null, high: 500_000 });
  expect(of('up_to')).toEqual({ low: 0, high: 500_000 });
  expect(of('about')).toEqual({ low: null, high: null });
  expect(bounds({ kind: 'between', low: 40_000, high: 50_000 })).toEqual({
    low: 40_000,
    high: 50_000,
  });
});

test('a word, and what is not there, has no bounds: it is never zero', () => {
  const word = parseAmount({ ...cells, qualifier: 'word', value: '', statedAs: 'hundreds' });
  expect(word).toEqual({ kind: 'word', word: 'hundreds' });
  expect(bounds(word)).toEqual({ low: null, high: null });
  for (const qualifier of ['withheld', 'unknown', 'not_collected']) {
    const amount = parseAmount({ ...cells, qualifier, value: '' });
    expect(bounds(amount)).toEqual({ low: null, high: null });
    expect(numbersIn(amount)).toEqual([]);
  }
});

test('zero is a number like any other', () => {
  expect(parseAmount({ ...cells, value: '0' })).toEqual({ kind: 'exact', value: 0 });
});

test('a refusal names the cell at fault', () => {
  const cellOf = (changed: Partial<typeof cells>) => {
    try {
      parseAmount({ ...cells, ...changed });
    } catch (cause) {
      return cause instanceof BadAmount ? cause.cell : cause;
    }
    return null;
  };
  expect(cellOf({ qualifier: 'circa' })).toBe('qualifier');
  expect(cellOf({ value: '1,111' })).toBe('value');
  expect(cellOf({ valueHigh: '2222' })).toBe('valueHigh');
  expect(cellOf({ qualifier: 'between', valueHigh: '1111' })).toBe('valueHigh');
  expect(cellOf({ qualifier: 'withheld' })).toBe('value');
  expect(cellOf({ qualifier: 'word', value: '' })).toBe('statedAs');
  expect(cellOf({ statedAs: '1,112' })).toBe('statedAs');
  expect(cellOf({ statedAs: 'some \u202e' })).toBe('statedAs');
});

test('each qualifier is read, and no other', () => {
  const read = QUALIFIERS.filter((qualifier) => {
    const bare = ['word', 'withheld', 'unknown', 'not_collected'].includes(qualifier);
    const value = bare ? '' : '1111';
    const valueHigh = qualifier === 'between' ? '2222' : '';
    return (
      parseAmount({ qualifier, value, valueHigh, statedAs: bare ? 'many' : '' }).kind === qualifier
    );
  });
  expect(read).toEqual(QUALIFIERS);
});
