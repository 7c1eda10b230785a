import { expect, test } from 'vitest';
import {
  day,
  definition,
  figure,
  library,
  madeBreak,
  place,
  source,
} from '../../../tests/support/made.ts';
import { difference, share, sum } from './arithmetic.ts';
import { allBreaks, breakBetween, breaksOf, breakWithin, sideOf } from './breaks.ts';

const lowered = madeBreak({ day: day('2030-02-01'), places: ['SAM'] });
const rule = definition({ breaks: [lowered] });
const told = (published: string, cells = {}) => figure({ definition: rule, published, ...cells });
const before = told('2030-01-31');
const after = told('2030-02-01');

test('what was said before a break and what was said from its day on stand on two sides', () => {
  expect(breakWithin(before, after)).toBe(lowered);
  expect(breakWithin(after, told('2030-03-01', { asOf: '2030-02-20' }))).toBeNull();
  expect(sideOf(before)).not.toBe(sideOf(after));
});

test('a break that concerns other places parts nothing', () => {
  expect(
    breakWithin(told('2030-01-31', { place: 'MOD' }), told('2030-02-01', { place: 'MOD' })),
  ).toBe(null);
});

test('a later paper that repeats an older number stands on the side on which that was said', () => {
  const repeating = source({ published: '2030-02-10', repeats: '2030-01-20' });
  expect(breakWithin(before, told('', { source: repeating }))).toBeNull();
});

test('of a text without a day nobody can tell the side: it is joined to no other', () => {
  const undated = told('');
  expect(breakWithin(undated, after)).toBe(lowered);
  expect(breakWithin(undated, before)).toBe(lowered);
});

test('no sum, difference or share is worked out across a break, and the refusal names it', () => {
  const later = told('2030-02-09', { asOf: '2030-02-08' });
  const refused = difference(later, before, { dates: 'declared' });
  expect(refused).toMatchObject({ kind: 'refused', reason: 'across-a-break', break: lowered });
  const children = told('2030-02-01', { population: 'children' });
  expect(share(children, before)).toMatchObject({ reason: 'across-a-break' });
  expect(sum([before, told('2030-02-01', { place: 'MOD' })])).toMatchObject({
    reason: 'across-a-break',
  });
  expect(difference(told('2030-03-01'), after)).toMatchObject({ kind: 'derived' });
});

test('breaks of the table and breaks at which a rule took another’s place stand in one list, by day', () => {
  const next = definition({
    id: 'next-rule',
    replaces: rule.id,
    breakDay: day('2030-01-15'),
    breakReason: 'Only entries are counted.',
  });
  const made = library([before, figure({ definition: next })], { breaks: [lowered] });
  expect(allBreaks(made).map(({ id }) => id)).toEqual(['definition-next-rule', lowered.id]);
  expect(allBreaks(made)[0]).toMatchObject({ before: [rule], after: [next], what: null });
  expect(breaksOf(made, before).map(({ id }) => id)).toEqual(['definition-next-rule', lowered.id]);
  expect(breaksOf(made, { definition: rule, place: place({ id: 'MOD' }) })).toHaveLength(1);
});

test('two figures of one paper are parted by nothing, though it has no day', () => {
  const paper = source({ id: 'one-paper', published: '' });
  const [one, other] = [
    told('', { source: paper }),
    told('', { source: paper, asOf: '2030-01-20' }),
  ];
  expect(breakWithin(one, other)).toBeNull();
  expect(sideOf(one)).toBe('one-paper');
});

test('figures by two rules are parted by their rules and by no break within one', () => {
  const other = definition({ id: 'other-rule', breaks: [lowered] });
  expect(breakWithin(before, figure({ definition: other, published: '2030-02-01' }))).toBeNull();
});

test('a break at one of two places parts the two', () => {
  const elsewhere = told('2030-02-01', { place: 'MOD' });
  expect(breakWithin(before, elsewhere)).toBe(lowered);
  expect(breakWithin(elsewhere, before)).toBe(lowered);
  expect(sideOf(elsewhere)).toBe('');
});

test('a figure has a side of each break that concerns its place, and of no other', () => {
  const again = madeBreak({ id: 'again', day: day('2030-03-01'), places: [] });
  const elsewhere = madeBreak({ id: 'elsewhere', day: day('2030-01-01'), places: ['MOD'] });
  const both = definition({ breaks: [lowered, again, elsewhere] });
  const on = (published: string) => sideOf(figure({ definition: both, published }));
  expect([on('2030-01-31'), on('2030-02-01'), on('2030-03-01')]).toEqual([
    '',
    lowered.id,
    `${lowered.id} again`,
  ]);
});

test('a page lists the breaks of its own rule alone, and a break of several places for each of them', () => {
  const other = definition({ id: 'other-rule' });
  const three = madeBreak({
    id: 'three-places',
    day: day('2030-01-20'),
    before: [rule.id],
    after: [rule.id],
    places: ['SAM', 'MOD'],
  });
  const foreign = madeBreak({ id: 'foreign', before: [other.id], after: [other.id], places: [] });
  const made = library(
    [before, told('2030-01-31', { place: 'MOD' }), figure({ definition: other })],
    {
      breaks: [lowered, three, foreign],
    },
  );
  const idsAt = (id: string) =>
    breaksOf(made, { definition: rule, place: place({ id }) }).map((one) => one.id);
  expect(idsAt('SAM')).toEqual(['three-places', lowered.id]);
  expect(idsAt('MOD')).toEqual(['three-places']);
  expect(idsAt('EXA')).toEqual([]);
});

test('a rule that took another’s place says its day, and its reason or that none was published', () => {
  const next = (cells: object) => definition({ id: 'next-rule', replaces: rule.id, ...cells });
  const shown = (cells: object) =>
    allBreaks(library([before, figure({ definition: next(cells) })], { breaks: [] }))[0];
  const on = { breakDay: day('2030-01-15') };
  expect(shown({ ...on, breakReason: 'Only entries are counted.' })).toMatchObject({
    day: '2030-01-15',
    until: null,
    places: [],
    reason: 'Only entries are counted.',
    saidBy: null,
  });
  expect(shown({ ...on, breakReason: null })?.reason).toBe('no reason published');
});

test('a break explains a fall between two days only where it lies between them, its own day with the later', () => {
  const on = (asOf: string, at = 'SAM') => told('2030-03-01', { asOf, place: at });
  expect(breakBetween(on('2030-01-31'), on('2030-02-01'))).toBe(true);
  expect(breakBetween(on('2030-01-31'), on('2030-02-08'))).toBe(true);
  expect(breakBetween(on('2030-02-01'), on('2030-02-08'))).toBe(false);
  expect(breakBetween(on('2030-01-20'), on('2030-01-31'))).toBe(false);
  // A month is as of its last day.
  expect(breakBetween(on('2030-01'), on('2030-02'))).toBe(true);
  expect(breakBetween(on('2030-02'), on('2030-03-02'))).toBe(false);
});

test('a break at one of two places lies between their figures, a break elsewhere does not', () => {
  const on = (asOf: string, at: string) => told('2030-03-01', { asOf, place: at });
  expect(breakBetween(on('2030-01-31', 'SAM'), on('2030-02-01', 'MOD'))).toBe(true);
  expect(breakBetween(on('2030-01-31', 'MOD'), on('2030-02-01', 'SAM'))).toBe(true);
  expect(breakBetween(on('2030-01-31', 'MOD'), on('2030-02-01', 'MOD'))).toBe(false);
});

test('breaks of one day stay in the order of the seeds, and a rule that no figure has is left out of them', () => {
  const twin = (id: string) => madeBreak({ id, day: day('2030-02-01'), before: [rule.id, 'gone'] });
  const shown = allBreaks(library([before], { breaks: [twin('b'), twin('a'), twin('c')] }));
  expect(shown.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  expect(shown[0]?.before).toEqual([rule]);
});
