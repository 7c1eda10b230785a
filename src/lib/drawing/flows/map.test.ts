import { expect, test } from 'vitest';
import { figure, place } from '../../../../tests/support/made.ts';
import { WORD_WIDTH } from '#lib/drawing/flow-scale.ts';
import type { Amount } from '#lib/values/amount.ts';
import type { MapItem } from '#lib/views/map-flows.ts';
import { widthOf } from './label-text.ts';
import { drawMap } from './map.ts';
import { layoutOf, planned } from './plan.ts';

const home = place({ id: 'EXA', at: [180, 144] });
const ends: Readonly<Record<string, readonly [number, number]>> = {
  SAM: [60, 60],
  MOD: [300, 60],
  FAR: [3000, 60],
};

function item(id: string, amount: Amount, asOf = '2030-01-05'): MapItem {
  const to = place({
    id,
    at: ends[id] ?? null,
    label: id === 'MOD' ? 'Modelland and islands' : id,
  });
  const flow = {
    key: id,
    origin: home,
    place: to,
    direction: 'out',
    series: [],
    beside: [],
  } as const;
  const standing = { figure: figure({ place: to, origin: home, amount, asOf }), alsoSaid: [] };
  return { key: id, flow, standing, isBeside: false };
}

/** Drawn on paper on which a degree is a unit. */
function drawn(items: readonly MapItem[]) {
  const flows = items.map(({ flow }) => flow);
  const paper = { width: 360, height: 288 };
  const layout = layoutOf(planned([items], flows, 'arrow'), 'arrow', paper, (at) => at, []);
  return drawMap(items, 'arrow', layout);
}

const exact = (value: number): Amount => ({ kind: 'exact', value });
const many: Amount = { kind: 'word', word: 'many' };

test('arrows come in the order given, as the list beside the map has them', () => {
  const items = [item('MOD', exact(1111)), item('SAM', exact(1111))];
  expect(drawn(items).items.map((one) => one.item)).toEqual(items);
});

test('a word is an arrow of fixed width, whatever stands beside it', () => {
  const map = drawn([item('SAM', many), item('MOD', exact(9_999_999))]);
  expect(map.items.map(({ look, width }) => [look, width])).toEqual([
    ['word', WORD_WIDTH],
    ['sharp', expect.any(Number)],
  ]);
  expect(map.items[0]?.strokes.map(({ name }) => name)).toEqual(['casing', 'head', 'shaft']);
});

test('words alone leave no number in the legend', () => {
  expect(drawn([item('SAM', many), item('MOD', many)]).legend.samples).toEqual([]);
});

test('nobody, withheld and unknown have no arrow of a number', () => {
  for (const amount of [exact(0), { kind: 'withheld' }, { kind: 'unknown' }] as const) {
    const [one] = drawn([item('SAM', amount)]).items;
    expect(one?.strokes.some(({ name }) => name === 'shaft')).toBe(false);
    expect(one?.strokes.some(({ name }) => name === 'outline')).toBe(true);
  }
});

test('one number has one width on the maps of all days', () => {
  const alone = drawn([item('SAM', exact(222_222))]);
  const beside = drawn([item('SAM', exact(222_222)), item('MOD', exact(9_999_999))]);
  expect(beside.items[0]?.width).toBe(alone.items[0]?.width);
});

test('the map speaks of its latest day, and a flow of another says so', () => {
  const map = drawn([item('SAM', exact(1111)), item('MOD', exact(1111), '2030-01-06')]);
  expect(map.asOf).toBe('2030-01-06');
  expect(map.items.map(({ otherDate }) => otherDate)).toEqual([true, false]);
});

test('numbers of different dates have a span from the first to the last, those of one date none', () => {
  const map = drawn([item('SAM', exact(1111)), item('MOD', exact(1111), '2030-01-06')]);
  expect(map.span).toEqual([map.items[0]?.figure.asOf, '2030-01-06']);
  expect(drawn([item('SAM', exact(1111)), item('MOD', exact(1))]).span).toBe(null);
});

test('places without coordinates and outside the paper stand in the list only', () => {
  const map = drawn([item('NON', exact(1)), item('SAM', exact(1)), item('FAR', exact(1))]);
  expect(map.items.map(({ key }) => key)).toEqual(['SAM']);
  expect(map.unplaced.map(({ key }) => key)).toEqual(['NON', 'FAR']);
});

test('without flows there is a map and nothing on it', () => {
  const map = drawn([]);
  expect([map.items, map.labels, map.asOf, map.legend.samples]).toEqual([[], [], null, []]);
});

test('a long name breaks between its words', () => {
  expect(drawn([item('MOD', exact(1))]).labels[0]?.name).toEqual(['Modelland and', 'islands']);
});

test('a wide amount by the edge of the paper stands on it whole', () => {
  const wide: Amount = { kind: 'more_than', value: 88_888_888 };
  const room = widthOf(wide);
  const { labels, width } = drawn([item('SAM', wide), item('MOD', wide)]);
  expect(labels).toHaveLength(2);
  for (const { x, anchor } of labels) {
    const before = { start: 0, middle: room / 2, end: room }[anchor];
    expect(x).toBeGreaterThanOrEqual(before - 0.1);
    expect(x).toBeLessThanOrEqual(width - room + before + 0.1);
  }
});
