import { describe, expect, test } from 'vitest';
import type { Figure, Situation } from '#lib/records/model.ts';
import {
  day,
  definition,
  figure,
  library,
  madeBreak,
  place,
  situation,
} from '../../../tests/support/made.ts';
import { chartLines } from './chart-lines.ts';
import { asKnownOn } from './known.ts';

const linesOn = (figures: Figure[], shown: Partial<Situation>, on = '2030-01-05') => {
  const lib = library(figures, { situation: situation(shown) });
  return chartLines(lib, asKnownOn(lib, day(on)));
};

describe('a line of the chart', () => {
  const old = definition({ id: 'old-rule' });
  const now = definition({
    id: 'new-rule',
    replaces: 'old-rule',
    breakDay: day('2030-01-04'),
    breakReason: 'Entries are counted from now on.',
  });
  const before = figure({ definition: old, asOf: '2030-01-03', published: '2030-01-03' });
  const word = figure({
    definition: old,
    asOf: '2030-01-02',
    published: '2030-01-03',
    amount: { kind: 'word', word: 'many' },
  });
  const after = figure({ definition: now, asOf: '2030-01-04', published: '2030-01-04' });
  const chart = [{ place: place(), series: [before.series, after.series] }];

  test('is parted by a break, with its reason, and never joined; words have no point', () => {
    const [line] = linesOn([before, word, after], { chart });
    expect(line?.segments.map(({ points }) => points.map((one) => one.figure))).toEqual([
      [before],
      [after],
    ]);
    expect(line?.breaks).toEqual([{ day: '2030-01-04', reason: now.breakReason, what: null }]);
  });

  test('is parted by a break inside its rule, between what was said before it and after', () => {
    const lowered = madeBreak({ day: day('2030-01-04'), what: 'Lowered back to the start.' });
    const rule = definition({ breaks: [lowered] });
    const points = ['2030-01-02', '2030-01-03', '2030-01-04', '2030-01-05'].map((asOf) =>
      figure({ definition: rule, asOf, published: asOf }),
    );
    const [line] = linesOn(points, {
      chart: [{ place: place(), series: [points[0]?.series ?? ''] }],
    });
    expect(line?.segments.map((segment) => segment.points.length)).toEqual([2, 2]);
    expect(line?.breaks).toEqual([
      { day: '2030-01-04', reason: lowered.reason, what: 'Lowered back to the start.' },
    ]);
  });

  test('knows on a past day nothing of a break to come', () => {
    const [line] = linesOn([before, after], { chart }, '2030-01-03');
    expect(line?.segments).toHaveLength(1);
    expect(line?.breaks).toEqual([]);
    expect(linesOn([after], { chart }, '2030-01-03')).toEqual([]);
  });
});
