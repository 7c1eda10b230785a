import { expect, test } from 'vitest';
import { numberInWords } from './number-words.ts';
import { refusalOfStated } from './stated-as.ts';

test.each([
  ['half a million', 500_000],
  ['more than half a million people', 500_000],
  ['a million fled', 1_000_000],
  ['sixteen children', 16],
  ['twenty-one', 21],
  ['one hundred and two civilians', 102],
  ['two hundred thousand', 200_000],
  ['one million two hundred thousand', 1_200_000],
  ['a hundred', 100],
  ['half million', 500_000],
  ['sixteen a day', 16],
  ['one thousand two hundred', 1200],
  ['two thousand one hundred and five', 2105],
])('%s is %i', (phrase, value) => {
  expect(numberInWords(phrase)).toBe(value);
});

test.each([
  'hundreds',
  'millions have left',
  'one of the children',
  'two of the three cities',
  'one and a half million',
  'a third of a million',
  'half the people',
  'dozens',
  'half of two hundred',
  'two hundred of the five',
  'a hundred of two',
  'twenty and two',
  'killed one',
  'hundred people',
  'million people',
  'one hundred hundred',
  'two hundred hundred',
  'ten one',
  'twenty ten',
  'twenty twelve',
  'two three',
  'two dozen',
  'a million and two',
  'two hundred and thousand more',
  'one hundred and a thousand',
  'half a town',
  '12 of the sixteen',
  'ein Dutzend',
  '',
])('%j is left to its reader', (phrase) => {
  expect(numberInWords(phrase)).toBeNull();
});

test('a number in words that is not the value is refused, one that is stands', () => {
  expect(refusalOfStated('half a million', [500_000])).toBeNull();
  expect(refusalOfStated('half a million', [50_000])).toContain('the phrase says 500000');
  expect(refusalOfStated('sixteen of them', [61])).toContain('the phrase says 16');
});

test('a range stands with both its ends in digits, or with none', () => {
  expect(refusalOfStated('40 to 50 thousand', [40_000, 50_000])).toBeNull();
  expect(refusalOfStated('tens of thousands', [40_000, 50_000])).toBeNull();
  expect(refusalOfStated('up to 50,000', [40_000, 50_000])).toContain('name both ends');
});
