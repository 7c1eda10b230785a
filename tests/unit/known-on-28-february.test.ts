import { describe, expect, test } from 'vitest';
import type { Figure } from '#lib/records/model.ts';
import { library } from '#lib/server/library.ts';
import type { Amount } from '#lib/values/amount.ts';
import { parseDay } from '#lib/values/day.ts';
import { publicationDays } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { summaryOn } from '#lib/views/summary.ts';
import { knownFrom } from '#lib/views/vintage.ts';

const on = (text: string) => summaryOn(library, asKnownOn(library, parseDay(text)));
const evening = on('2022-02-28');
const counter = (id: string, summary = evening) => {
  const found = summary.counters.find(({ plan }) => plan.id === id);
  if (!found) throw new Error(`no counter ${id} on ${summary.day}`);
  return found;
};
const amountOf = ({ amount }: Figure): Amount => amount;
const exact = (value: number): Amount => ({ kind: 'exact', value });

describe('on the evening of 28 February 2022', () => {
  test('102 civilians killed stands, beside the two other child counts; 142 is not known yet', () => {
    const killed = counter('killed');
    expect(killed.headline?.figure.amount).toMatchObject({ value: 102 });
    expect(killed.parts[0]?.standing.figure.amount).toMatchObject({ value: 7 });
    const children = killed.claims.filter(({ figure }) => figure.population.id === 'children');
    expect(children.map(({ figure }) => figure.amount)).toEqual(
      expect.arrayContaining([exact(14), exact(16)]),
    );
    const values = evening.figures.map(amountOf);
    expect(values).not.toContainEqual(exact(142));
  });

  test('the High Commissioner’s "more than 500,000" stands; what else UNHCR said is beside it', () => {
    const { headline } = counter('crossed');
    expect(headline?.figure.amount).toEqual({ kind: 'more_than', value: 500_000 });
    expect(headline?.alsoSaid.map(amountOf)).toEqual(
      expect.arrayContaining([exact(499_412), { kind: 'about', value: 520_000 }]),
    );
  });

  test.each([
    ['POL', 'about', 281_000, 280_000],
    ['HUN', 'nearly', 85_000, 94_000],
    ['ROU', 'more_than', 32_500, 34_000],
    ['MDA', 'at_least', 36_390, 40_000],
  ])('to %s: %s %i stands, the rounder %i was also said', (place, kind, value, also) => {
    const flow = evening.flows.find((one) => one.flow.place.id === place);
    expect(flow?.standing.figure.amount).toEqual({ kind, value });
    expect(flow?.standing.alsoSaid.map(amountOf)).toContainEqual(
      expect.objectContaining({ value: also }),
    );
  });

  test('nothing on the page came out later', () => {
    const sources = [...evening.sources, ...evening.events.map(({ source }) => source)];
    expect(sources.filter((source) => knownFrom(source) > evening.day)).toEqual([]);
  });
});

test('on 1 March the later of two counts of one day stands', () => {
  const { headline } = counter('killed', on('2022-03-01'));
  expect(headline?.figure.amount).toEqual(exact(142));
  expect(headline?.alsoSaid.map(amountOf)).toEqual([exact(136)]);
});

test('on no day does a summary know what came out after it', () => {
  for (const day of publicationDays(library)) {
    const { sources } = on(day);
    expect(sources.every((source) => knownFrom(source) <= day)).toBe(true);
  }
});
