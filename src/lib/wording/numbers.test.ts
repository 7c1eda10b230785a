import { describe, expect, test } from 'vitest';
import { amountText, sayAmount } from './numbers.ts';

describe('an amount is said as its source stated it', () => {
  test.each([
    [{ kind: 'exact', value: 102 }, '102'],
    [{ kind: 'exact', value: 0 }, '0'],
    [{ kind: 'at_least', value: 1232 }, 'at least\u00a01,232'],
    [{ kind: 'more_than', value: 500000 }, 'more than\u00a0500,000'],
    [{ kind: 'nearly', value: 85000 }, 'nearly\u00a085,000'],
    [{ kind: 'up_to', value: 4000000 }, 'up to\u00a04,000,000'],
    [{ kind: 'about', value: 281000 }, 'about\u00a0281,000'],
    [{ kind: 'between', low: 2100000, high: 2200000 }, '2,100,000\u20132,200,000'],
    [{ kind: 'word', word: 'hundreds' }, '\u201chundreds\u201d'],
  ] as const)('%j', (amount, text) => {
    expect(amountText(amount)).toBe(text);
  });

  test('withheld, unknown, not collected and zero are four different texts', () => {
    const texts = [
      amountText({ kind: 'withheld' }),
      amountText({ kind: 'unknown' }),
      amountText({ kind: 'not_collected' }),
      amountText({ kind: 'exact', value: 0 }),
    ];
    expect(new Set(texts).size).toBe(4);
  });

  test('a word is not set as a number', () => {
    expect(sayAmount({ kind: 'word', word: 'millions' }).isNumber).toBe(false);
  });
});
