import { expect, test } from 'vitest';
import type { Amount } from '#lib/values/amount.ts';
import {
  caveat,
  day,
  definition,
  figure,
  library,
  madeBreak,
  source,
} from '../../../tests/support/made.ts';
import { contradicts, impossibleAmong, lowerFigures } from './comparisons.ts';
import { asKnownOn } from './known.ts';

const stock = definition({ id: 'present', statistic: 'stock' });
const paper = (published: string) => source({ id: `paper-${published}`, published });
const said = (published: string, asOf: string, amount: Amount | number, rule = definition()) =>
  figure({
    source: paper(published),
    asOf,
    definition: rule,
    amount: typeof amount === 'number' ? { kind: 'exact', value: amount } : amount,
  });

/** What is said of the latest number as known at the end of 2030. */
function lowerOf(...figures: readonly ReturnType<typeof said>[]) {
  const known = asKnownOn(library(figures), day('2030-12-31'));
  const latest = known.latest([figures[0]?.series ?? ''])?.figure;
  if (!latest) throw new Error('Nothing is known.');
  const found = lowerFigures(known, [latest], 7).get(latest.id);
  return found && [found.kind, found.other.asOf, found.otherSaid];
}

test('a count since a start that is less than the one of an earlier day is impossible, whichever came out later', () => {
  const first = said('2030-02-02', '2030-02-01', 1000);
  expect(lowerOf(first, said('2030-02-05', '2030-02-04', 999))).toEqual(['impossible', '2030-02-01', 'before']); // prettier-ignore
  expect(lowerOf(said('2030-02-09', '2030-02-01', 1000), said('2030-02-05', '2030-02-04', 999))).toEqual(['superseded', '2030-02-04', 'before']); // prettier-ignore
  expect(lowerOf(said('2030-02-05', '2030-02-01', 1000), said('2030-02-05', '2030-02-04', 999))).toEqual(['impossible', '2030-02-01', 'same-day']); // prettier-ignore
  expect(lowerOf(first, said('2030-02-05', '2030-02-04', 1000))).toBe(undefined);
});

test('words, rounded numbers and floors between the two do not hide it', () => {
  const about: Amount = { kind: 'about', value: 1000 };
  const figures = [said('2030-02-02', '2030-02-01', 1000), said('2030-02-03', '2030-02-02', about)];
  expect(lowerOf(...figures, said('2030-02-04', '2030-02-03', 990))).toEqual(['impossible', '2030-02-01', 'before']); // prettier-ignore
});

test('it is told as far as the bounds of the words go', () => {
  const floor: Amount = { kind: 'at_least', value: 1000 };
  const one = said('2030-02-02', '2030-02-01', floor);
  expect(lowerOf(one, said('2030-02-04', '2030-02-03', 999))).toEqual(['impossible', '2030-02-01', 'before']); // prettier-ignore
  expect(lowerOf(one, said('2030-02-04', '2030-02-03', { kind: 'at_least', value: 900 }))).toBe(undefined); // prettier-ignore
});

test('across a break, or where the number begins anew, nothing contradicts', () => {
  const id = 'parted';
  const parted = definition({
    id,
    breaks: [madeBreak({ day: day('2030-02-03'), before: [id], after: [id] })],
  });
  expect(lowerOf(said('2030-02-02', '2030-02-01', 1000, parted), said('2030-02-05', '2030-02-04', 1, parted))).toBe(undefined); // prettier-ignore
  const anew = figure({ source: paper('2030-02-05'), asOf: '2030-02-04', value: 1, status: 'B' });
  expect(lowerOf(said('2030-02-02', '2030-02-01', 1000), anew)).toBe(undefined);
});

test('a break between the days of the two explains the fall, whenever they were said', () => {
  const id = 'lowered';
  const lowered = definition({
    id,
    breaks: [madeBreak({ day: day('2030-02-03'), before: [id], after: [id] })],
  });
  const series = said('2030-02-09', '2030-02-01', 1000, lowered);
  expect(lowerOf(series, said('2030-02-08', '2030-02-07', 1, lowered))).toBe(undefined);
});

test('a higher number from beyond a break hides none on the same side', () => {
  const id = 'kept';
  const kept = definition({
    id,
    breaks: [madeBreak({ day: day('2030-03-01'), before: [id], after: [id] })],
  });
  const figures = [
    said('2030-03-02', '2030-02-01', 1000, kept),
    said('2030-02-03', '2030-02-02', 2000, kept),
    said('2030-03-03', '2030-02-03', 999, kept),
  ];
  expect(lowerOf(...figures)).toEqual(['impossible', '2030-02-01', 'before']);
});

test('a state that fell within the days asked for is told beside the higher one, by the numbers as written', () => {
  const more = (value: number): Amount => ({ kind: 'more_than', value });
  const before = said('2030-02-26', '2030-02-26', more(160_000), stock);
  expect(lowerOf(before, said('2030-02-28', '2030-02-28', more(100_000), stock))).toEqual(['lower', '2030-02-26', 'before']); // prettier-ignore
  expect(lowerOf(before, said('2030-03-06', '2030-03-06', more(100_000), stock))).toBe(undefined);
});

test('a count of those still there can fall, and contradicts nothing', () => {
  const there = definition({
    id: 'still-there',
    caveats: [caveat({ code: 'net', effects: ['can-fall'] })],
  });
  const still = (published: string, asOf: string, value: number) =>
    figure({ source: paper(published), asOf, value, definition: there, caveats: there.caveats });
  expect(lowerOf(still('2030-02-02', '2030-02-01', 1000), still('2030-02-05', '2030-02-04', 999))).toEqual(['lower', '2030-02-01', 'before']); // prettier-ignore
});

test('one number, rounded otherwise, is not lower', () => {
  const about: Amount = { kind: 'about', value: 3_700_000 };
  expect(lowerOf(said('2030-02-02', '2030-02-01', 3_712_000, stock), said('2030-02-04', '2030-02-03', about, stock))).toBe(undefined); // prettier-ignore
});

test('of a whole series each impossible count is found beside the highest before it', () => {
  const line = [
    said('2030-02-02', '2030-02-01', 1000),
    said('2030-02-03', '2030-02-02', 900),
    said('2030-02-04', '2030-02-03', 950),
    said('2030-02-05', '2030-02-04', 1001),
  ];
  expect([...impossibleAmong(line).values()].map(({ figure: one, other }) => [one.asOf, other.asOf])).toEqual([
    ['2030-02-02', '2030-02-01'],
    ['2030-02-03', '2030-02-01'],
  ]); // prettier-ignore
});

/** The as-of of the number that leads at the end of 2030, and of what leads on a map about a day. */
function leads(asOf: string | null, ...figures: readonly ReturnType<typeof said>[]) {
  const known = asKnownOn(library(figures), day('2030-12-31'));
  const series = figures[0]?.series ?? '';
  return (asOf === null ? known.latest([series]) : known.notAfter(series, day(asOf)))?.figure.asOf;
}

test('a running total that its publisher contradicted later with a higher one for an earlier day does not lead', () => {
  const first = said('2030-02-02', '2030-02-01', 900);
  const later = said('2030-02-05', '2030-02-04', 950);
  const back = said('2030-02-09', '2030-02-03', 1000);
  expect(leads(null, first, later)).toBe('2030-02-04');
  expect(leads(null, first, later, back)).toBe('2030-02-03');
  expect(leads('2030-02-28', first, later, back)).toBe('2030-02-03');
  // On the evenings before, nobody knew.
  const before = asKnownOn(library([first, later, back]), day('2030-02-08'));
  expect(before.latest([first.series])?.figure.asOf).toBe('2030-02-04');
  // A newer one that is no less leads again.
  expect(leads(null, first, later, back, said('2030-02-12', '2030-02-11', 1001))).toBe('2030-02-11'); // prettier-ignore
});

test('of two that contradict each other the one published last leads, also where that is the lower one', () => {
  const high = said('2030-02-02', '2030-02-01', 1000);
  expect(leads(null, high, said('2030-02-05', '2030-02-04', 999))).toBe('2030-02-04');
  // Without an order of publication the page says that nobody tells which is right.
  expect(leads(null, high, said('2030-02-02', '2030-02-02', 999))).toBe('2030-02-02');
});

test('beside the number to rely on stands the lower one, unless the page is about a day before it', () => {
  const later = said('2030-02-05', '2030-02-04', 950);
  const back = said('2030-02-09', '2030-02-03', 1000);
  const known = asKnownOn(library([later, back]), day('2030-12-31'));
  expect(lowerFigures(known, [back], 7).get(back.id)).toMatchObject({ kind: 'superseded', other: later }); // prettier-ignore
  expect(lowerFigures(known, [back], 7, day('2030-02-03')).get(back.id)).toBe(undefined);
});

const between = (low: number, high: number): Amount => ({ kind: 'between', low, high });
const many: Amount = { kind: 'word', word: 'many' };

test('on a page about a day a number of that day is compared, and no later one', () => {
  const first = said('2030-02-02', '2030-02-01', 1000);
  const late = said('2030-02-05', '2030-02-04', 950);
  const known = asKnownOn(library([first, late]), day('2030-12-31'));
  expect(lowerFigures(known, [late], 7, day('2030-02-04')).get(late.id)?.kind).toBe('impossible');
  const line = [first, said('2030-02-03', '2030-02-02', 900), late];
  expect([...impossibleAmong(line, day('2030-02-02')).values()]).toHaveLength(1);
  expect([...impossibleAmong(line).values()]).toHaveLength(2);
});

test('what happened within a period, what begins anew, and what is alone, is not lower than anything', () => {
  const flow = definition({ id: 'in-a-month', statistic: 'flow' });
  expect(lowerOf(said('2030-02-02', '2030-02-01', 1000, flow), said('2030-02-05', '2030-02-04', 1, flow))).toBe(undefined); // prettier-ignore
  const anew = figure({ source: paper('2030-02-05'), asOf: '2030-02-04', value: 1, status: 'B', definition: stock }); // prettier-ignore
  expect(lowerOf(said('2030-02-02', '2030-02-01', 1000, stock), anew)).toBe(undefined);
  expect(lowerOf(said('2030-02-02', '2030-02-01', 1000, stock))).toBe(undefined);
});

test('a state is not lower than one from beyond a break', () => {
  const id = 'stock-parted';
  const parted = definition({ id, statistic: 'stock', breaks: [madeBreak({ day: day('2030-02-03'), before: [id], after: [id] })] }); // prettier-ignore
  expect(lowerOf(said('2030-02-02', '2030-02-01', 1000, parted), said('2030-02-05', '2030-02-04', 1, parted))).toBe(undefined); // prettier-ignore
});

test('of two states seven days apart the lower one is found, of two eight days apart not', () => {
  const before = said('2030-02-21', '2030-02-21', 1000, stock);
  expect(lowerOf(before, said('2030-02-28', '2030-02-28', 900, stock))?.[0]).toBe('lower');
  expect(lowerOf(before, said('2030-03-01', '2030-03-01', 900, stock))).toBe(undefined);
});

test('a state that is equal, higher, in words, or may be as high, is not lower', () => {
  const of = (before: Amount | number, now: Amount | number) =>
    lowerOf(said('2030-02-27', '2030-02-27', before, stock), said('2030-02-28', '2030-02-28', now, stock)); // prettier-ignore
  expect(of(100, 99)?.[0]).toBe('lower');
  expect(of(100, 100)).toBe(undefined);
  expect(of(100, 200)).toBe(undefined);
  expect(of(100, many)).toBe(undefined);
  expect(of(many, 100)).toBe(undefined);
  expect(of(100, between(90, 200))).toBe(undefined);
  expect(of(between(90, 200), 100)).toBe(undefined);
  expect(of(between(100, 200), between(80, 90))?.[0]).toBe('lower');
});

test('a figure that contradicts nothing is not said to supersede what another one does', () => {
  const all = [
    said('2030-02-05', '2030-02-04', 950),
    said('2030-02-09', '2030-02-03', 1000),
    said('2030-02-12', '2030-02-11', 1001),
  ];
  expect(lowerOf(...all)).toBe(undefined);
});

test('a count that can fall is no measure for one that cannot', () => {
  const falling = figure({ source: paper('2030-02-02'), asOf: '2030-02-01', value: 1000, caveats: [caveat({ code: 'net', effects: ['can-fall'] })] }); // prettier-ignore
  expect(impossibleAmong([falling, said('2030-02-05', '2030-02-04', 999)]).size).toBe(0);
});

test('counts from another start are other counts', () => {
  const from = (start: string, asOf: string, value: number) =>
    figure({ source: paper(`${asOf}`), periodStart: start, asOf, value });
  const line = [
    from('2030-01-01', '2030-02-01', 2000),
    from('2030-02-01', '2030-02-02', 100),
    from('2030-02-01', '2030-02-03', 90),
  ] as const;
  expect([...impossibleAmong(line).values()].map(({ other }) => other.asOf)).toEqual([
    '2030-02-02',
  ]);
  expect(contradicts(line[0], line[1])).toBe(false);
  expect(contradicts(line[1], line[2])).toBe(true);
  expect(contradicts(said('2030-02-02', '2030-02-01', 9, stock), said('2030-02-03', '2030-02-02', 1, stock))).toBe(false); // prettier-ignore
});

test('of equal numbers the first is the one that is contradicted, and after a word the first number counts', () => {
  const line = (...amounts: (Amount | number)[]) =>
    [...impossibleAmong(amounts.map((one, i) => said(`2030-02-0${i + 2}`, `2030-02-0${i + 1}`, one))).values()].map(({ other }) => other.asOf); // prettier-ignore
  expect(line(1000, 1000, 900)).toEqual(['2030-02-01']);
  expect(line(many, 1, 0)).toEqual(['2030-02-02']);
});

test('two days of one publication, and a publication without a day, give no order', () => {
  const one = paper('2030-02-05');
  const of = (asOf: string, value: number) => figure({ source: one, asOf, value });
  expect(lowerOf(of('2030-02-01', 1000), of('2030-02-04', 999))).toEqual(['impossible', '2030-02-01', 'same-publication']); // prettier-ignore
  const undated = (asOf: string, value: number) => figure({ source: source({ id: 'undated', published: '', retrieved: '2030-03-01' }), asOf, value }); // prettier-ignore
  expect(lowerOf(said('2030-02-02', '2030-02-01', 1000), undated('2030-02-04', 999))).toEqual(['impossible', '2030-02-01', null]); // prettier-ignore
  expect(lowerOf(undated('2030-02-01', 1000), said('2030-02-05', '2030-02-04', 999))).toEqual(['impossible', '2030-02-01', null]); // prettier-ignore
});
