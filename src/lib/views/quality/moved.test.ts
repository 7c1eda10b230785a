import { expect, test } from 'vitest';
import type { Figure } from '#lib/records/model.ts';
import { parseDayOrMonth } from '#lib/values/day.ts';
import { day, figure, library, situation, source } from '../../../../tests/support/made.ts';
import { looksSlipped, movedHeadlines } from './moved.ts';

function said(published: string, asOf: string, value: number, cells: Partial<Figure> = {}): Figure {
  return figure({
    source: source({ id: `paper-${published}`, published }),
    asOf: parseDayOrMonth(asOf),
    periodStart: day('2034-01-01'),
    amount: { kind: 'exact', value },
    ...cells,
  });
}

const before = said('2034-02-02', '2034-02-01', 17257);
const plan = {
  id: 'killed',
  label: 'Killed',
  headline: [before.series],
  parts: [],
  claims: [],
};
const seedsWith = (figures: readonly Figure[]) => ({
  ...library(figures),
  situation: situation({ counters: [plan] }),
});
const moved = (...figures: Figure[]) =>
  movedHeadlines(seedsWith([before]), seedsWith([before, ...figures])).map(({ how, now }) => [
    how,
    now !== null && 'value' in now.amount ? now.amount.value : null,
  ]);

test('a headline that moves by more than a fifth is told, one that grows a little is not', () => {
  expect(moved(said('2034-02-09', '2034-02-08', 61324))).toEqual([['far', 61324]]);
  expect(moved(said('2034-02-09', '2034-02-08', 13000))).toEqual([['far', 13000]]);
  expect(moved(said('2034-02-09', '2034-02-08', 17301))).toEqual([]);
  expect(moved(said('2034-02-09', '2034-02-08', 20700))).toEqual([]);
  expect(moved()).toEqual([]);
});

test('digits exchanged, dropped or added are told however near the numbers are', () => {
  expect(moved(said('2034-02-09', '2034-02-08', 17275))).toEqual([['digits', 17275]]);
  expect(looksSlipped(17257, 17527)).toBe(true);
  expect(looksSlipped(17257, 1757)).toBe(true);
  expect(looksSlipped(17257, 172257)).toBe(true);
  expect(looksSlipped(17257, 17258)).toBe(false);
  expect(looksSlipped(17257, 17257)).toBe(false);
  expect(looksSlipped(17257, 72571)).toBe(false);
});

test('a headline that becomes a word, or goes, is told', () => {
  const word = { kind: 'word', word: 'thousands' } as const;
  expect(moved(said('2034-02-09', '2034-02-08', 0, { amount: word }))).toEqual([['far', null]]);
  expect(movedHeadlines(seedsWith([before]), seedsWith([])).map(({ now }) => now)).toEqual([null]);
  expect(movedHeadlines(seedsWith([]), seedsWith([before]))).toEqual([]);
});
