import { expect, test } from 'vitest';
import { refusalOfStated } from './stated-as.ts';

test.each([
  ['at least 1,111 civilians', [1111]],
  ['1 111', [1111]],
  ['1\u202f111', [1111]],
  ["1'111", [1111]],
  ['1.111', [1111]],
  ['1111', [1111]],
  ['nearly 85,000.', [85_000]],
  ['1.45 million', [1_450_000]],
  ['1,45 million', [1_450_000]],
  ['4 million', [4_000_000]],
  ['4m', [4_000_000]],
  ['40-thousand', [40_000]],
  ['half a million', [500_000]],
  ['two hundred', [200]],
  ['2 may have died', [2]],
  ['40,000 to 50,000', [40_000, 50_000]],
  ['40 to 50 thousand', [40_000, 50_000]],
  ['between 1.1 and 1.5 million', [1_100_000, 1_500_000]],
  ['hundreds', []],
  ['', [1111]],
  ['one of two cities', [1111]],
  ['half a million, or 500,000', [500_000]],
  ['1111 a day in May', [1111]],
])('%j may stand beside %j', (statedAs, numbers) => {
  expect(refusalOfStated(statedAs, numbers)).toBeNull();
});

test.each([
  ['1,112', [1111], 'correct the value'],
  ['1,111 of 2,222', [1111], 'correct the value (2,222)'],
  ['1.5 million', [1_450_000], 'correct the value (1.5)'],
  ['40 thousand', [40], 'correct the value (40)'],
  ['40', [40_000], 'correct the value (40)'],
  ['50 %', [50], 'percentages'],
  ['50 per cent of them', [50], 'percentages'],
  ['5 January', [5], 'dates'],
  ['5  January', [5], 'dates'],
  ['5 Jun', [5], 'dates'],
  ['5 Jul', [5], 'dates'],
  ['5 Sep', [5], 'dates'],
  ['5 Nov', [5], 'dates'],
  ['50%', [50], 'percentages'],
  ['50 percent', [50], 'percentages'],
  ['half a million', [50_000], 'the phrase says 500000'],
  ['two hundred or 200', [2000], 'correct the value (200)'],
  ['40,000', [40_000, 50_000], 'name both ends, or neither'],
  ['1,11', [111], 'correct the value (1,11)'],
  ['1,111 since 24 February', [1111], 'dates'],
  ['5th March', [5], 'dates'],
  ['1111 in 2030', [1111], 'correct the value (2030)'],
  ['some 100s', [], 'write the number as value'],
  ['１１１１', [1111], 'digits as 0 to 9'],
  ['1½ million', [1_500_000], 'digits as 0 to 9'],
])('%j may not stand beside %j', (statedAs, numbers, wayOut) => {
  expect(refusalOfStated(statedAs, numbers)).toContain(wayOut);
});
