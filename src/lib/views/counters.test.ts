import { describe, expect, test } from 'vitest';
import type { CounterPlan, Figure, Situation } from '#lib/records/model.ts';
import {
  day,
  definition,
  figure,
  library,
  population,
  publisher,
  situation,
  source,
} from '../../../tests/support/made.ts';
import type { FigureCells } from '../../../tests/support/made.ts';
import { shownCounters } from './counters.ts';
import { asKnownOn } from './known.ts';

const plan = (cells: Partial<CounterPlan> = {}): CounterPlan => ({
  id: 'to-sam',
  label: 'To Samplia',
  headline: [],
  parts: [],
  claims: [],
  ...cells,
});
const claim = (id: string, order: number, cells: FigureCells = {}) =>
  figure({
    definition: definition({ id: `rule-of-${id}`, publisher: publisher({ id, order }) }),
    source: source({ id }),
    ...cells,
  });
const shownOn = (figures: Figure[], shown: Partial<Situation>, on = '2030-01-05') => {
  const lib = library(figures, { situation: situation(shown) });
  return shownCounters(lib, asKnownOn(lib, day(on)));
};
const headline = figure();

describe('a counter', () => {
  test('shows the latest as-of of its series, and nothing while nothing is known', () => {
    const counters = [plan({ headline: [headline.series] })];
    const [shown] = shownOn([headline], { counters });
    expect(shown?.headline?.figure).toBe(headline);
    expect(shownOn([headline], { counters }, '2030-01-04')).toEqual([]);
  });

  test('shows claims without a headline, but no part without its whole', () => {
    const ministry = claim('ministry', 2);
    const parts = [{ label: 'children', series: [headline.series] }];
    const counters = [plan({ headline: ['none'], claims: [ministry.series], parts })];
    const [shown] = shownOn([ministry, headline], { counters });
    expect(shown?.headline).toBeNull();
    expect(shown?.claims.map((one) => one.figure)).toEqual([ministry]);
    expect(shown?.parts).toEqual([]);
  });

  test('orders claims by speaker, wholes before parts, whatever they say and however they are listed', () => {
    const children = population({ id: 'children', partOf: ['all_persons'] });
    const claims = [
      claim('ministry', 1, { value: 1 }),
      claim('ministry', 1, { population: children, value: 999_999 }),
      claim('guard', 2, { value: 500 }),
      claim('president', 9, { value: 5_000_000 }),
    ];
    for (const listed of [claims, claims.toReversed()]) {
      const counters = [plan({ headline: [headline.series], claims: listed.map((c) => c.series) })];
      const [shown] = shownOn([...listed, headline], { counters });
      expect(shown?.claims.map((one) => one.figure)).toEqual(claims);
    }
  });

  test('never leads with a party’s number where somebody who is none verified the same', () => {
    const president = claim('president', 9, {
      value: 5_000,
      definition: definition({
        id: 'rule-of-president',
        publisher: publisher({ id: 'president', order: 9, isParty: true }),
      }),
    });
    const counted = claim('office', 1, { value: 111, verification: 'verified' });
    const counters = [plan({ headline: [president.series], claims: [counted.series] })];
    const [shown] = shownOn([president, counted], { counters });
    expect(shown?.headline?.figure).toBe(counted);
    expect(shown?.claims.map((one) => one.figure)).toEqual([president]);
    const [alone] = shownOn([president], { counters });
    expect(alone?.headline?.figure).toBe(president);
  });

  test('leaves a claim that is much older than the headline to the series page, and shows every newer one', () => {
    const shownFor = (asOf: string, headlineAsOf: string) => {
      const [said, head] = [
        claim('ministry', 2, { asOf }),
        figure({ asOf: headlineAsOf, published: '2030-03-01' }),
      ];
      const counters = [plan({ headline: [head.series], claims: [said.series] })];
      return shownOn([said, head], { counters }, '2030-03-01')[0]?.claims.length;
    };
    expect(shownFor('2030-01-05', '2030-02-19')).toBe(1);
    expect(shownFor('2030-01-05', '2030-02-20')).toBe(0);
    expect(shownFor('2030-02-20', '2030-01-05')).toBe(1);
    // A month speaks for its last day.
    expect(shownFor('2030-01', '2030-02-20')).toBe(1);
  });

  describe('a part of an earlier day', () => {
    const partsFor = (...asOfs: string[]) => {
      const parts = asOfs.map((asOf, i) => figure({ population: `part-${i}`, asOf }));
      const head = figure({ asOf: '2030-03-01', published: '2030-03-02' });
      const plans = parts.map(({ series, population: { id } }) => ({
        label: id,
        series: [series],
      }));
      const counters = [plan({ headline: [head.series], parts: plans })];
      const shown = shownOn([...parts, head], { counters }, '2030-03-02')[0]?.parts;
      return shown?.map(({ label }) => label);
    };

    test('stays as long as a claim may', () => {
      expect(partsFor('2030-02-20', '2030-02-20')).toEqual(['part-0', 'part-1']);
    });

    test('stays for a year when it is the one named first and no part is newer', () => {
      expect(partsFor('2029-04-01', '2029-04-01')).toEqual(['part-0']);
      expect(partsFor('2029-02-01')).toEqual([]);
      // Beside the newer part the older one would look like less than its own parts.
      expect(partsFor('2029-04-01', '2030-02-28')).toEqual(['part-1']);
    });

    test('is no part of a headline that speaks of days before it', () => {
      expect(partsFor('2030-03-02', '2030-03-01')).toEqual(['part-1']);
    });
  });
});
