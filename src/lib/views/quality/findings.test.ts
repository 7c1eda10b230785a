import { expect, test } from 'vitest';
import type { Figure, Source } from '#lib/records/model.ts';
import type { Signature } from '#lib/records/signature.ts';
import type { Amount } from '#lib/values/amount.ts';
import {
  madeBreak,
  day,
  definition,
  figure,
  library,
  place,
  source,
} from '../../../../tests/support/made.ts';
import { addDays, parseDayOrMonth } from '#lib/values/day.ts';
import { findingsOf, lookedAt } from './findings.ts';

const rule = definition({ id: 'entries', statistic: 'cumulative' });
const exact = (value: number): Amount => ({ kind: 'exact', value });
const paper = (published: string): Source => source({ id: `paper-${published}`, published });

function said(
  published: string,
  asOf: string,
  amount: Amount | number,
  cells: Partial<Figure> = {},
): Figure {
  return figure({
    definition: rule,
    source: paper(published),
    asOf: parseDayOrMonth(asOf),
    periodStart: day('2034-01-01'),
    amount: typeof amount === 'number' ? exact(amount) : amount,
    ...cells,
  });
}

const told = (figures: readonly Figure[]) =>
  findingsOf(library(figures)).map(({ rule: odd, figure: { asOf }, other }) =>
    [odd, asOf, other?.asOf ?? ''].join(' ').trim(),
  );

test('a cumulative count that becomes less is odd, one that grows by a fifth is not', () => {
  expect(told([said('2034-02-02', '2034-02-01', 1000), said('2034-02-03', '2034-02-02', 999)])).toEqual(['falls 2034-02-02 2034-02-01']); // prettier-ignore
  expect(told([said('2034-02-02', '2034-02-01', 1000), said('2034-02-03', '2034-02-02', 1200)])).toEqual([]); // prettier-ignore
  expect(told([said('2034-02-02', '2034-02-01', 1000), said('2034-02-03', '2034-02-02', 1201)])).toEqual(['jumps 2034-02-02 2034-02-01']); // prettier-ignore
});

test('a stock may fall, but by a fifth at most', () => {
  const stock = {
    definition: definition({ id: 'present', statistic: 'stock' }),
    periodStart: null,
  };
  expect(told([said('2034-02-02', '2034-02-01', 1000, stock), said('2034-02-03', '2034-02-02', 800, stock)])).toEqual([]); // prettier-ignore
  expect(told([said('2034-02-02', '2034-02-01', 1000, stock), said('2034-02-03', '2034-02-02', 799, stock)])).toEqual(['jumps 2034-02-02 2034-02-01']); // prettier-ignore
});

test('of flows only periods one after the other and about as long are neighbours', () => {
  const flow = definition({ id: 'weekly', statistic: 'flow' });
  const during = (start: string, end: string, value: number) =>
    said('2034-06-01', end, value, { definition: flow, periodStart: day(start) });
  const january = during('2034-01-01', '2034-01-31', 1000);
  expect(told([january, during('2034-02-01', '2034-02-28', 1201)])).toEqual([
    'jumps 2034-02-28 2034-01-31',
  ]);
  expect(told([january, during('2034-02-01', '2034-02-07', 250)])).toEqual([]);
  expect(told([january, during('2034-01-25', '2034-02-24', 5000)])).toEqual([]);
});

test('a lower number said later of the same day falls, too', () => {
  expect(told([said('2034-02-02', '2034-02-01', 1000), said('2034-02-05', '2034-02-01', 990)])).toEqual(['falls 2034-02-01 2034-02-01']); // prettier-ignore
});

test('a later day is held against what had been said before it was revised', () => {
  const figures = [
    said('2034-02-02', '2034-02-01', 1000),
    said('2034-02-05', '2034-02-01', 1000),
    said('2034-02-05', '2034-02-04', 1001),
    said('2034-02-06', '2034-02-03', 1002),
  ];
  // 3 February, said last, is more than 4 February: a fall among neighbours only.
  expect(told(figures)).toEqual(['falls 2034-02-04 2034-02-03']);
});

test('floors fall only as far as their bounds allow, and jump by the number that was written', () => {
  const floor = { kind: 'at_least', value: 1000 } as const;
  expect(told([said('2034-02-02', '2034-02-01', floor), said('2034-02-03', '2034-02-02', 999)])).toEqual(['falls 2034-02-02 2034-02-01']); // prettier-ignore
  expect(told([said('2034-02-02', '2034-02-01', floor), said('2034-02-03', '2034-02-02', 5000)])).toEqual(['jumps 2034-02-02 2034-02-01']); // prettier-ignore
  expect(told([said('2034-02-02', '2034-02-01', floor), said('2034-02-03', '2034-02-02', 1200)])).toEqual([]); // prettier-ignore
  const about = { kind: 'about', value: 1000 } as const;
  expect(told([said('2034-02-02', '2034-02-01', about), said('2034-02-03', '2034-02-02', 1)])).toEqual(['jumps 2034-02-02 2034-02-01']); // prettier-ignore
  const word = { kind: 'word', word: 'hundreds' } as const;
  expect(told([said('2034-02-02', '2034-02-01', word), said('2034-02-03', '2034-02-02', 1)])).toEqual([]); // prettier-ignore
});

test('nothing is compared across a break', () => {
  const parted = definition({
    id: 'entries',
    statistic: 'cumulative',
    breaks: [madeBreak({ day: day('2034-02-03'), before: ['entries'], after: ['entries'] })],
  });
  const cells = { definition: parted };
  expect(told([said('2034-02-02', '2034-02-01', 1000, cells), said('2034-02-03', '2034-02-02', 1, cells)])).toEqual([]); // prettier-ignore
});

test('the number of another country in one publication and of one day is odd from 1,000 on', () => {
  const elsewhere = { place: place({ id: 'MOD' }) };
  const twice = (value: number, cells: Partial<Figure>) =>
    told([said('2034-02-02', '2034-02-01', value), said('2034-02-02', '2034-02-01', value, cells)]);
  expect(twice(1000, elsewhere)).toEqual(['same-as-another 2034-02-01 2034-02-01']);
  expect(twice(999, elsewhere)).toEqual([]);
  expect(twice(1000, { place: place({ id: 'all', kind: 'group' }) })).toEqual([]);
  expect(twice(1000, { ...elsewhere, source: paper('2034-02-03') })).toEqual([]);
});

test('an as-of far older than is usual is odd, once there are ten papers to know it by', () => {
  const daily = (papers: number, last: number) =>
    Array.from({ length: papers }, (_, at) => {
      const published = addDays(day('2034-02-02'), at);
      const age = at === papers - 1 ? last : 1;
      return said(published, addDays(published, -age), 1000 + at);
    });
  const old = (figures: readonly Figure[]) =>
    findingsOf(library(figures)).filter(({ rule: odd }) => odd === 'old-as-of');
  expect(old(daily(11, 15)).map(({ days }) => days)).toEqual([{ found: 15, usual: 1 }]);
  expect(old(daily(11, 14))).toEqual([]);
  expect(old(daily(10, 15))).toEqual([]);
});

test('only what readers do not see yet wants a line; a signature is for one figure beside one other', () => {
  const figures = [said('2034-02-02', '2034-02-01', 1000), said('2034-02-03', '2034-02-02', 999)];
  const [before, after] = figures.map(({ id }) => id);
  const signature: Signature = {
    rule: 'falls',
    figure: after ?? '',
    other: before ?? '',
    day: day('2034-02-04'),
    signedBy: 'A. Keeper',
    reason: 'The paper says so.',
    line: 2,
  };
  const counts = (signatures: readonly Signature[], isFresh: (id: string) => boolean) => {
    const { unsigned, signed, old, idle } = lookedAt(library(figures), signatures, isFresh);
    return [unsigned.length, signed.length, old.length, idle.length];
  };
  expect(counts([], () => false)).toEqual([0, 0, 1, 0]);
  expect(counts([], (id) => id === after)).toEqual([1, 0, 0, 0]);
  expect(counts([], (id) => id === before)).toEqual([1, 0, 0, 0]);
  expect(counts([signature], () => true)).toEqual([0, 1, 0, 0]);
  expect(counts([{ ...signature, rule: 'jumps' }], () => true)).toEqual([1, 0, 0, 1]);
});
