import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { publicationDays } from '#lib/views/days.ts';
import { knownOnEachDay } from '#lib/views/known.ts';
import { summaryOn } from '#lib/views/summary.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { flowMap, labelCollisions, type FlowMap } from './flow-map.ts';

/** The maps that readers see, on every day on which something came out. */
const maps: FlowMap[] = [...knownOnEachDay(library, publicationDays(library))].map((known) =>
  flowMap(summaryOn(library, known).flows),
);

test('on no day do two labels of the map meet', () => {
  const met = maps.flatMap(labelCollisions).map((pair) => pair.join(' and '));
  expect([...new Set(met)]).toEqual([]);
});

test('the label column is wide enough for every amount published', () => {
  const texts = maps.flatMap(({ items }) => items.map(({ figure }) => amountText(figure.amount)));
  expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(
    'more than 222,222'.length,
  );
});

test('every flow the seeds plan has an end on the map', () => {
  expect(maps.flatMap(({ unplaced }) => unplaced.map(({ place }) => place.id))).toEqual([]);
});
