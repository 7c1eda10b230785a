import { expect, test } from 'vitest';
import { caveat, figure, place } from '../../../../tests/support/made.ts';
import { WORD_WIDTH } from '#lib/drawing/flow-scale.ts';
import { datesOf } from '#lib/downloads/map-notes.ts';
import type { Caveat } from '#lib/records/model.ts';
import type { Amount } from '#lib/values/amount.ts';
import type { MapItem } from '#lib/views/map-flows.ts';
import { drawMap } from './map.ts';
import { layoutOf, planned } from './layout.ts';

const home = place({ id: 'EXA', at: [180, 144] });
const ends: Readonly<Record<string, readonly [number, number]>> = {
  SAM: [60, 60],
  MOD: [300, 60],
  FAR: [3000, 60],
};

function item(
  id: string,
  amount: Amount,
  asOf = '2030-01-05',
  caveats: readonly Caveat[] = [],
): MapItem {
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
  const standing = {
    figure: figure({ place: to, origin: home, amount, asOf, caveats }),
    alsoSaid: [],
  };
  return { key: id, flow, standing, isBeside: false };
}

/** Drawn on paper on which a degree is a unit. */
function drawn(items: readonly MapItem[]) {
  const flows = items.map(({ flow }) => flow);
  const paper = { width: 360, height: 288 };
  const layout = layoutOf(planned([items], flows, 'arrow'), 'arrow', paper, (at) => at);
  return drawMap(items, 'arrow', layout);
}

const out = (map: ReturnType<typeof drawn>) => map.pictures[0]?.drawings ?? [];
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
  expect(map.items[0]?.strokes.map(({ name }) => name)).toEqual(['word']);
});

test('words alone leave no number in the legend', () => {
  for (const { legend } of out(drawn([item('SAM', many), item('MOD', many)])))
    expect(legend.samples).toEqual([]);
});

test('nobody, withheld and unknown have no arrow of a number', () => {
  for (const amount of [exact(0), { kind: 'withheld' }, { kind: 'unknown' }] as const) {
    const [one] = drawn([item('SAM', amount)]).items;
    expect(one?.strokes.map(({ name }) => name)).toEqual(['missing']);
  }
});

test('one number has one width on the maps of all days', () => {
  const alone = drawn([item('SAM', exact(222_222))]);
  const beside = drawn([item('SAM', exact(222_222)), item('MOD', exact(9_999_999))]);
  expect(beside.items[0]?.width).toBe(alone.items[0]?.width);
});

test('the map speaks of its latest day; what is a quarter older is paler, and its label says its day', () => {
  const map = drawn([item('SAM', exact(1111)), item('MOD', exact(1111), '2030-04-08')]);
  expect(map.asOf).toBe('2030-04-08');
  expect(map.items.map(({ older }) => older)).toEqual([true, false]);
  const days = out(map).map(({ labels }) =>
    labels.map(({ parts }) => parts.flatMap(({ lines }) => lines.flatMap(({ day }) => day ?? []))),
  );
  expect(days).toEqual([
    [['2030-01-05'], []],
    [['2030-01-05'], []],
  ]);
  const alike = drawn([item('SAM', exact(1111)), item('MOD', exact(1111), '2030-04-07')]);
  expect(alike.items.map(({ older }) => older)).toEqual([false, false]);
});

test('numbers of different dates have a span from the first to the last, those of one date none', () => {
  const map = drawn([item('SAM', exact(1111)), item('MOD', exact(1111), '2030-01-06')]);
  expect(map.pictures[0]?.span).toEqual([map.items[0]?.figure.asOf, '2030-01-06']);
  expect(drawn([item('SAM', exact(1111)), item('MOD', exact(1))]).pictures[0]?.span).toBe(null);
  // A label that says its own day is not among those whose days are said above the map.
  const older = item('MOD', exact(1111), '2029-01-06');
  expect(drawn([item('SAM', exact(1111)), older]).pictures[0]?.span).toBe(null);
});

test('a day that was inferred is said to be about that, on its label and among the days of the map', () => {
  const guess = [caveat({ code: 'as-of-inferred', effects: ['day-inferred'] })];
  const map = drawn([item('SAM', exact(1111), '2030-01-05', guess), item('MOD', exact(1111), '2030-04-08')]); // prettier-ignore
  const dates = out(map).map(({ labels }) =>
    labels.flatMap(({ parts }) => parts.flatMap(({ lines }) => lines.map(({ date }) => date))),
  );
  expect(dates[0]?.filter((date) => date !== '')).toEqual([
    'to\u00a0about\u00a05\u00a0Jan\u00a02030',
  ]);
  const near = drawn([item('SAM', exact(1111), '2030-01-05', guess), item('MOD', exact(1111), '2030-02-08')]); // prettier-ignore
  const [picture] = near.pictures;
  expect(picture?.inferred).toEqual(['2030-01-05']);
  const words = picture ? datesOf({ drawn: near }, picture).map(({ text }) => text) : [];
  expect(words.map((text) => text.replaceAll('\u00a0', ' '))).toContain('about 5 January 2030');
  // Where another publication gives the very day, it is certain.
  const sure = drawn([item('SAM', exact(1111), '2030-01-05', guess), item('MOD', exact(1111))]);
  expect(sure.pictures[0]?.inferred).toEqual([]);
});

test('what goes back is a picture of its own, empty, never among what goes out', () => {
  const there = item('SAM', exact(1_111_111));
  const { flow } = there;
  const back: MapItem = {
    ...there,
    key: 'SAM-EXA',
    flow: { ...flow, key: 'SAM-EXA', origin: flow.place, place: home, direction: 'back' },
  };
  const map = drawn([there, back]);
  expect(
    map.pictures.map(({ direction, items }) => [direction, items.map(({ key }) => key)]),
  ).toEqual([
    ['out', ['SAM']],
    ['back', ['SAM-EXA']],
  ]);
  expect(map.items.map(({ strokes }) => strokes.map(({ name }) => name))).toEqual([
    ['rib'],
    ['hollow'],
  ]);
  expect(drawn([there]).pictures).toHaveLength(1);
});

test('each line of a label is a text of its own, below the one before', () => {
  const map = drawn([item('SAM', { kind: 'more_than', value: 1111 })]);
  for (const { labels } of out(map))
    for (const { parts } of labels) {
      const lines = parts.flatMap((part) => part.lines);
      expect(
        lines.map(
          ({ name, amount }) => `${name}${amount ? `${amount.qualifier}${amount.value}` : ''}`,
        ),
      ).toEqual(['SAM', 'more than\u00a01,111']);
      expect((lines[1]?.y ?? 0) - (lines[0]?.y ?? 0)).toBeGreaterThan(8);
    }
});

test('places without coordinates and outside the paper stand in the list only', () => {
  const map = drawn([item('NON', exact(1)), item('SAM', exact(1)), item('FAR', exact(1))]);
  expect(map.items.map(({ key }) => key)).toEqual(['SAM']);
  expect(map.unplaced.map(({ key }) => key)).toEqual(['NON', 'FAR']);
});

test('without flows there is a map and nothing on it', () => {
  const map = drawn([]);
  expect([map.items, map.asOf]).toEqual([[], null]);
  for (const { labels, legend } of out(map)) expect([labels, legend.samples]).toEqual([[], []]);
});

test('a wide amount by the edge of the paper stands on it whole', () => {
  const wide: Amount = { kind: 'more_than', value: 8_888_888 };
  const map = drawn([item('SAM', wide), item('MOD', wide)]);
  for (const { labels } of out(map)) {
    expect(labels).toHaveLength(2);
    for (const { box } of labels) {
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(map.width);
    }
  }
});
