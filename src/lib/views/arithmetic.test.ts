import type { Effect } from '#lib/records/effects.ts';
import { describe, expect, test } from 'vitest';
import type { Statistic } from '#lib/records/model.ts';
import type { Amount } from '#lib/values/amount.ts';
import {
  caveat,
  definition,
  figure,
  place,
  population,
  publisher,
} from '../../../tests/support/made.ts';
import type { FigureCells } from '../../../tests/support/made.ts';
import { difference, share, sum } from './arithmetic.ts';
import type { Derived, Refused } from './arithmetic.ts';

const says = (result: Derived | Refused) =>
  result.kind === 'refused' ? result.reason : [result.qualifier, result.low, result.high];
const amount = (kind: 'exact' | 'at_least' | 'more_than' | 'nearly' | 'up_to', value: number) => ({
  amount: { kind, value } satisfies Amount,
});
const rule = (statistic: Statistic) => definition({ id: `by-${statistic}`, statistic });
const inMod = (cells: FigureCells = {}) => figure({ place: 'MOD', value: 200, ...cells });
const inSam = (cells: FigureCells = {}) => figure({ place: 'SAM', value: 100, ...cells });
const group = (id: string, partOf = ['civilians']) => population({ id, partOf });
const withEffect = (...effects: Effect[]) => ({ caveats: [caveat({ code: 'made-up', effects })] });

describe('a sum', () => {
  test('is as weak as its weakest input; an open end stays open', () => {
    expect(says(sum([inSam(), inMod()]))).toEqual(['exact', 300, 300]);
    expect(says(sum([inSam(amount('at_least', 100)), inMod()]))).toEqual(['at_least', 300, null]);
    expect(says(sum([inSam(amount('more_than', 100)), inMod()]))).toEqual(['at_least', 301, null]);
    expect(says(sum([inSam(amount('nearly', 100)), inMod()]))).toEqual(['up_to', null, 300]);
    const range = inSam({ amount: { kind: 'between', low: 40, high: 60 } });
    expect(says(sum([range, inMod()]))).toEqual(['between', 240, 260]);
  });

  test('of what says nothing for certain is refused: no number is made of a word', () => {
    for (const kind of ['unknown', 'withheld', 'not_collected'] as const) {
      expect(says(sum([inSam({ amount: { kind } }), inMod()]))).toBe('no-number');
    }
    const word: Amount = { kind: 'word', word: 'many' };
    expect(says(sum([inSam({ amount: word }), inMod()]))).toBe('no-number');
    const both = sum([inSam(amount('at_least', 100)), inMod(amount('up_to', 0))]);
    expect(says(both)).toEqual(['at_least', 100, null]);
    expect(says(sum([inSam(amount('at_least', 9)), inMod(amount('nearly', 9))]))).toBe('no-number');
  });

  test('carries its inputs and all their caveats, the gravest first', () => {
    const [grave, mild] = [caveat({ code: 'z', gravity: 1 }), caveat({ code: 'a', gravity: 3 })];
    const inputs = [inSam({ caveats: [mild] }), inMod({ caveats: [grave, mild] })];
    expect(sum(inputs)).toMatchObject({ inputs, caveats: [grave, mild] });
  });

  test('takes like things only', () => {
    const other = definition({ id: 'other-rule' });
    const foreign = definition({ publisher: publisher({ id: 'other-agency' }) });
    expect(says(sum([]))).toBe('too-few');
    expect(says(sum([inSam()]))).toBe('too-few');
    expect(says(sum([inSam(), inMod({ measure: 'killed' })]))).toBe('different-measures');
    expect(says(sum([inSam(), inMod({ definition: rule('stock') })]))).toBe('different-statistics');
    expect(says(sum([inSam(), inMod({ definition: foreign })]))).toBe('different-publishers');
    expect(says(sum([inSam(), inMod({ definition: other })]))).toBe('different-definitions');
    expect(says(sum([inSam(), inSam({ origin: 'MOD' })]))).toBe('different-populations');
  });

  test('never crosses a break', () => {
    const next = definition({ id: 'next-rule', replaces: 'example-crossings' });
    expect(says(sum([inSam(), inMod({ definition: next })]))).toBe('across-a-break');
  });

  test('takes other dates only when that is declared', () => {
    const later = inMod({ asOf: '2030-01-06' });
    expect(says(sum([inSam(), later]))).toBe('different-dates');
    expect(says(sum([inSam(), later], { dates: 'declared' }))).toEqual(['exact', 300, 300]);
  });

  test('adds no part to its whole, and no two wholes that may be the same people', () => {
    const [civilians, children] = [group('civilians', []), group('children')];
    const [girls, boys] = [group('girls', ['children', 'civilians']), group('boys')];
    const of = (who: typeof girls) => inSam({ population: who });
    expect(says(sum([of(children), of(civilians)]))).toBe('part-with-whole');
    expect(says(sum([of(girls), of(children)]))).toBe('part-with-whole');
    expect(says(sum([of(girls), of(boys)]))).toEqual(['exact', 200, 200]);
    expect(says(sum([of(civilians), of(group('persons', []))]))).toBe('different-populations');
    const inPart = inSam({ place: place({ id: 'samplia-north', partOf: ['SAM'] }) });
    expect(says(sum([inPart, inSam()]))).toBe('part-with-whole');
  });

  test('counts nobody twice: no vintages, no stocks of two days, no overlapping periods', () => {
    const vintage = inSam({ published: '2030-02-05', value: 111 });
    expect(says(sum([inSam(), vintage]))).toBe('counted-twice');
    const stock = (asOf: string) => inSam({ definition: rule('stock'), asOf });
    const declared = { dates: 'declared' } as const;
    expect(says(sum([stock('2030-01-01'), stock('2030-02-01')], declared))).toBe('counted-twice');
    const flow = (periodStart: string, asOf: string) =>
      inSam({ definition: rule('flow'), periodStart, asOf });
    const january = flow('2030-01-01', '2030-01-31');
    const year = flow('2030-01-01', '2030-12-31');
    expect(says(sum([january, year], declared))).toBe('counted-twice');
    expect(says(sum([january, flow('2030-02-01', '2030-02-28')], declared))).toEqual([
      'exact',
      200,
      200,
    ]);
  });

  test('takes nothing with a caveat by which it overlaps', () => {
    expect(says(sum([inSam(), inMod(withEffect('overlaps'))]))).toBe('overlapping');
  });

  test('of places of which one has a caveat by which people are counted twice would do so', () => {
    expect(says(sum([inSam(), inMod(withEffect('counted-twice'))]))).toBe('counted-twice');
  });
});

describe('a difference', () => {
  const stock = (asOf: string, cells: FigureCells = {}) =>
    inSam({ definition: rule('stock'), asOf, ...cells });
  const declared = { dates: 'declared' } as const;

  test('is what two ends leave certain, and may be a fall', () => {
    const [later, earlier] = [stock('2030-02-01', { value: 70 }), stock('2030-01-01')];
    expect(says(difference(later, earlier, declared))).toEqual(['exact', -30, -30]);
    const floor = stock('2030-02-01', amount('at_least', 130));
    expect(says(difference(floor, earlier, declared))).toEqual(['at_least', 30, null]);
    expect(says(difference(earlier, floor, declared))).toEqual(['up_to', null, -30]);
    expect(says(difference(floor, floor, declared))).toBe('open-ended');
  });

  test('of two days is refused unless they are declared, of two vintages it is not', () => {
    expect(says(difference(stock('2030-02-01'), stock('2030-01-01')))).toBe('different-dates');
    const revised = inSam({ published: '2030-02-05', value: 111 });
    expect(says(difference(revised, inSam()))).toEqual(['exact', 11, 11]);
  });

  test('of two casualty updates is not the toll of the days between', () => {
    const toll = (asOf: string, value: number, cells: FigureCells = {}) =>
      inSam({ measure: 'killed', asOf, value, ...cells });
    const [later, earlier] = [toll('2030-01-06', 142), toll('2030-01-05', 102)];
    expect(says(difference(later, earlier, declared))).toBe('cumulative-per-day');
    expect(says(difference(later, earlier, { ...declared, meaning: 'count' }))).toEqual([
      'exact',
      40,
      40,
    ]);
    const since = toll('2030-01-06', 142, { periodStart: '2030-01-03' });
    expect(says(difference(since, earlier, declared))).toBe('different-dates');
  });

  test('of two counts of crossings is, unless the count says that older cases come in late', () => {
    const [later, earlier] = [inSam({ asOf: '2030-01-06', value: 150 }), inSam()];
    expect(says(difference(later, earlier, declared))).toEqual(['exact', 50, 50]);
    const late = inSam({ asOf: '2030-01-06', ...withEffect('mixes-older-cases') });
    expect(says(difference(late, earlier, declared))).toBe('cumulative-per-day');
  });

  test('crosses no break: of definition, or marked on the later figure', () => {
    const next = definition({ id: 'next-rule', statistic: 'stock', replaces: 'by-stock' });
    const after = stock('2030-02-01', { definition: next });
    expect(says(difference(after, stock('2030-01-01'), declared))).toBe('across-a-break');
    const [first, broken] = [stock('2030-01-01'), stock('2030-02-01', { status: 'B' })];
    expect(says(difference(broken, first, declared))).toBe('across-a-break');
    expect(says(difference(stock('2030-03-01'), broken, declared))).toEqual(['exact', 0, 0]);
    const jump = stock('2030-02-01', withEffect('starts-anew'));
    expect(says(difference(jump, first, declared))).toBe('across-a-break');
  });

  test('stays within one place and population', () => {
    expect(says(difference(inSam(), inMod()))).toBe('different-places');
    const [whole, part] = [group('civilians', []), group('children')];
    const of = (who: typeof whole) => inSam({ population: who });
    expect(says(difference(of(whole), of(part)))).toBe('part-with-whole');
    expect(says(difference(of(part), of(group('women'))))).toBe('different-populations');
    expect(says(difference(inSam(), inSam(withEffect('overlaps'))))).toBe('overlapping');
  });
});

describe('a share', () => {
  const of = (who: string, cells: FigureCells = {}) =>
    inSam({ population: group(who, who === 'civilians' ? [] : ['civilians']), ...cells });

  test('is a range where its inputs are, never a point between', () => {
    expect(says(share(of('children', { value: 25 }), of('civilians')))).toEqual([
      'exact',
      0.25,
      0.25,
    ]);
    const floor = of('civilians', amount('at_least', 100));
    expect(says(share(of('children', { value: 25 }), floor))).toEqual(['up_to', null, 0.25]);
    const range = of('children', { amount: { kind: 'between', low: 10, high: 30 } });
    expect(says(share(range, of('civilians')))).toEqual(['between', 0.1, 0.3]);
    expect(says(share(of('children', amount('at_least', 9)), floor))).toBe('no-number');
    expect(says(share(of('children', { value: 0 }), of('civilians', { value: 0 })))).toBe(
      'no-number',
    );
  });

  test('is of a part in its own whole', () => {
    expect(says(share(of('civilians'), of('children')))).toBe('not-a-part');
    expect(says(share(inSam(), inSam()))).toBe('not-a-part');
    expect(says(share(of('children', { value: 101 }), of('civilians')))).toBe('not-a-part');
    const elsewhere = of('children', { place: 'MOD' });
    expect(says(share(elsewhere, of('civilians')))).toBe('not-a-part');
    const later = of('children', { asOf: '2030-01-06' });
    expect(says(share(later, of('civilians')))).toBe('different-dates');
  });

  test('may be of a part marked as such, not of a residual or of places that exceed the total', () => {
    const part = (...effects: Effect[]) =>
      says(share(of('children', withEffect(...effects)), of('civilians')));
    expect(part('overlaps')).toEqual(['exact', 1, 1]);
    expect(part('overlaps', 'leftover')).toBe('overlapping');
    expect(part('counted-twice')).toBe('counted-twice');
  });
});
