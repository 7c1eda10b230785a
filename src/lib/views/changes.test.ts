import { describe, expect, test } from 'vitest';
import type { CounterPlan, Figure } from '#lib/records/model.ts';
import {
  day,
  definition,
  figure,
  library,
  situation,
  source,
} from '../../../tests/support/made.ts';
import { changesBefore } from './changes.ts';
import { asKnownOn } from './known.ts';

const plan = (cells: Partial<CounterPlan> = {}): CounterPlan => ({
  id: 'to-sam',
  label: 'To Samplia',
  headline: [],
  parts: [],
  claims: [],
  ...cells,
});
const headline = figure();

describe('what changed lately', () => {
  const changesOn = (figures: Figure[], plans: typeof counters, date: string) => {
    const lib = library(figures, { situation: situation({ counters: plans }) });
    return changesBefore(lib, asKnownOn(lib, day(date)));
  };
  const counters = [plan({ headline: [headline.series] })];
  const on = (date: string, value: number, asOf = date) =>
    figure({ published: date, asOf, value, source: source({ id: `of-${date}`, published: date }) });
  const changes = (figures: Figure[], date: string, plans = counters) =>
    changesOn(figures, plans, date).map(
      ({ kind, before, now, day: when }) => [kind, before, now, when] as const,
    );
  const [first, second] = [on('2030-01-05', 1111), on('2030-01-10', 1222)];

  test('is an update when the headline speaks about a later day of the same series', () => {
    expect(changes([first, second], '2030-01-10')).toEqual([
      ['update', first, second, '2030-01-10'],
    ]);
  });

  test('is over after seven days', () => {
    expect(changes([first, second], '2030-01-16')).toHaveLength(1);
    expect(changes([first, second], '2030-01-17')).toEqual([]);
  });

  test('is a revision when the amount changed and the as-of did not', () => {
    const revised = on('2030-01-07', 1133, '2030-01-05');
    expect(changes([first, revised], '2030-01-08')).toEqual([
      ['revision', first, revised, '2030-01-07'],
    ]);
    const confirmed = on('2030-01-07', 1111, '2030-01-05');
    expect(changes([first, confirmed], '2030-01-08')).toEqual([]);
  });

  test('says both, newest first, when the old headline was revised and a newer one came out', () => {
    const revised = on('2030-01-11', 1133, '2030-01-05');
    expect(changes([first, second, revised], '2030-01-11')).toEqual([
      ['revision', first, revised, '2030-01-11'],
      ['update', first, second, '2030-01-10'],
    ]);
  });

  test('is nothing where a new definition took over: no change crosses a break', () => {
    const next = figure({
      definition: definition({ id: 'new-rule', replaces: 'example-crossings' }),
      published: '2030-01-10',
      asOf: '2030-01-10',
    });
    const plans = [plan({ headline: [next.series, first.series] })];
    expect(changes([first, next], '2030-01-10', plans)).toEqual([]);
  });
});
