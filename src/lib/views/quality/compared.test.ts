import { expect, test } from 'vitest';
import type { Figure } from '#lib/records/model.ts';
import type { Signature } from '#lib/records/signature.ts';
import type { Amount } from '#lib/values/amount.ts';
import { parseDayOrMonth } from '#lib/values/day.ts';
import {
  day,
  definition,
  figure,
  library,
  madeBreak,
  source,
} from '../../../../tests/support/made.ts';
import { findingsOf, lookedAt } from './findings.ts';

const rule = definition({ id: 'recorded', statistic: 'cumulative' });
const parted = definition({
  id: 'recorded',
  statistic: 'cumulative',
  breaks: [madeBreak({ day: day('2034-02-03'), before: ['recorded'], after: ['recorded'] })],
});

function said(
  published: string,
  asOf: string,
  amount: Amount | number,
  cells: Partial<Figure> = {},
): Figure {
  const id = published === '' ? `undated-${asOf}` : `paper-${published}`;
  return figure({
    definition: rule,
    source: source({ id, published, retrieved: '2034-06-01' }),
    asOf: parseDayOrMonth(asOf),
    periodStart: day('2034-01-01'),
    amount: typeof amount === 'number' ? { kind: 'exact', value: amount } : amount,
    ...cells,
  });
}

/** With the last of them not published yet. */
function told(...figures: readonly Figure[]): string[] {
  const fresh = figures.at(-1)?.id;
  return findingsOf(library(figures), (id) => id === fresh).map((finding) =>
    [finding.rule, finding.why, finding.figure.asOf, finding.other?.asOf].filter(Boolean).join(' '),
  );
}

test('the first number of a series can be compared with nothing, and that is odd', () => {
  expect(told(said('2034-02-02', '2034-02-01', 1000))).toEqual(['not-compared first 2034-02-01']);
});

test('what was published before is not asked again', () => {
  const figures = [said('2034-02-02', '2034-02-01', 1000)];
  expect(findingsOf(library(figures), () => false)).toEqual([]);
});

test('a number like the one before it is compared and not odd', () => {
  expect(told(said('2034-02-02', '2034-02-01', 1000), said('2034-02-05', '2034-02-04', 1100))).toEqual([]); // prettier-ignore
});

test('an undated toll with exchanged digits is a jump: its as-of says after which break it was said', () => {
  const cells = { definition: parted };
  expect(
    told(said('2034-05-02', '2034-05-01', 17257, cells), said('', '2034-05-09', 61324, cells)),
  ).toEqual(['jumps 2034-05-09 2034-05-01']);
});

test('an undated number that may have been said on either side of a break is odd', () => {
  const cells = { definition: parted };
  expect(
    told(said('2034-02-02', '2034-01-31', 1000, cells), said('', '2034-02-02', 1001, cells)),
  ).toEqual(['not-compared undated 2034-02-02']);
});

test('an undated number of a day that has a dated one is compared with that', () => {
  const dated = said('2034-02-02', '2034-02-01', 1000);
  expect(told(dated, said('', '2034-02-01', 990))).toEqual(['falls 2034-02-01 2034-02-01']);
  expect(told(dated, said('', '2034-02-01', 1201))).toEqual(['jumps 2034-02-01 2034-02-01']);
  expect(told(dated, said('', '2034-02-01', 1000))).toEqual([]);
});

test('four months by a rule that counts by month are odd, whatever is beside them', () => {
  const monthly = definition({ id: 'monthly', statistic: 'flow' });
  const during = (start: string, end: string, value: number) =>
    said('2034-06-01', end, value, { definition: monthly, periodStart: day(start) });
  const january = during('2034-01-01', '2034-01-31', 372);
  expect(told(january, during('2034-02-01', '2034-02-28', 380))).toEqual([]);
  expect(told(january, during('2034-02-01', '2034-05-31', 9999))).toEqual([
    'not-compared period 2034-05-31',
  ]);
});

test('a count from another start has no like, and that is odd', () => {
  const other = said('2034-02-05', '2034-02-04', 1100, { periodStart: day('2034-01-15') });
  expect(told(said('2034-02-02', '2034-02-01', 1000), other)).toEqual([
    'not-compared period 2034-02-04',
  ]);
});

test('only numbers from beyond a break, and a number said to begin anew, are odd', () => {
  const cells = { definition: parted };
  const before = said('2034-02-02', '2034-02-01', 1000, cells);
  expect(told(before, said('2034-02-05', '2034-02-04', 1001, cells))).toEqual(['not-compared break 2034-02-04']); // prettier-ignore
  const anew = said('2034-02-05', '2034-02-04', 1001, { status: 'B' });
  expect(told(said('2034-02-02', '2034-02-01', 1000), anew)).toEqual(['not-compared break 2034-02-04']); // prettier-ignore
});

test('a known number replaced by a word or by none is odd; a word after words is not', () => {
  const known = said('2034-02-02', '2034-02-01', 2113554);
  const word: Amount = { kind: 'word', word: 'hundreds' };
  for (const amount of [{ kind: 'withheld' }, { kind: 'unknown' }, word] as const) {
    expect(told(known, said('2034-02-05', '2034-02-01', amount))).toEqual(['number-gone 2034-02-01 2034-02-01']); // prettier-ignore
    expect(told(known, said('2034-02-05', '2034-02-04', amount))).toEqual(['number-gone 2034-02-04 2034-02-01']); // prettier-ignore
  }
  const words = said('2034-02-02', '2034-02-01', word);
  expect(told(words, said('2034-02-05', '2034-02-04', word))).toEqual([]);
  expect(told(words, said('2034-02-05', '2034-02-04', 1000))).toEqual(['not-compared no-number 2034-02-04']); // prettier-ignore
});

test('what was signed before it was published stays on record afterwards', () => {
  const dated = said('2034-02-02', '2034-02-01', 1000);
  const undated = said('', '2034-02-01', 990);
  const line = { day: day('2034-06-02'), signedBy: 'A. Keeper', reason: 'It says so.', line: 2 };
  const falls: Signature = { ...line, rule: 'falls', figure: undated.id, other: dated.id };
  const first: Signature = { ...line, rule: 'not-compared', figure: dated.id, other: '' };
  const never: Signature = { ...line, rule: 'jumps', figure: undated.id, other: dated.id };
  const all = library([dated, undated]);
  expect(lookedAt(all, [falls, first, never], () => false).idle).toEqual([never]);
  expect(lookedAt(all, [falls], (id) => id === undated.id).unsigned).toEqual([]);
});
