import { expect, test } from 'vitest';
import { measure, figure, place } from '../../../tests/support/made.ts';
import type { Amount } from '#lib/values/amount.ts';
import type { ShownFlow } from '#lib/views/summary.ts';
import { flowMap, labelCollisions } from './flow-map.ts';
import { WORD_WIDTH } from './flow-scale.ts';
import { FRAME } from './projection.ts';

const ENDS: Readonly<Record<string, readonly [number, number] | null>> = {
  POL: [21.2, 52],
  SVK: [20.9, 48.75],
  HUN: [20.8, 47.2],
  ROU: [24.8, 46],
  MDA: [28.5, 47.1],
  BLR: [28.2, 53.3],
  RUS: [37.8, 52.6],
  'EUROPE-OTHER': null,
};
const NAMES: Readonly<Record<string, string>> = {
  RUS: 'Russian Federation',
  'EUROPE-OTHER': 'Other European countries',
};

function flow(
  id: string,
  amount: Amount,
  cells: { asOf?: string; measure?: string } = {},
): ShownFlow {
  const destination = place({ id, at: ENDS[id] ?? null, label: NAMES[id] ?? id });
  return {
    place: destination,
    standing: { figure: figure({ place: destination, amount, ...cells }), alsoSaid: [] },
  };
}

const exact = (value: number): Amount => ({ kind: 'exact', value });
const many: Amount = { kind: 'word', word: 'many' };
const everywhere = (value: number, cells = {}) =>
  Object.keys(ENDS).map((id) => flow(id, exact(value), cells));

test.each([111, 111_111, 1_111_111])(
  'eight labels stand clear of one another and of the legend (%i persons each)',
  (value) => {
    expect(labelCollisions(flowMap(everywhere(value)))).toEqual([]);
  },
);

test('they stand clear with their dates too', () => {
  const map = flowMap(everywhere(111_111, { asOf: '2030-01-05' }), {
    asOf: figure({ asOf: '2030-01-06' }).asOf,
  });
  expect(map.items.every(({ otherDate }) => otherDate)).toBe(true);
  expect(labelCollisions(map)).toEqual([]);
});

test('circles leave their labels clear', () => {
  const stocks = everywhere(333_333, { measure: 'refugees_recorded' });
  expect(labelCollisions(flowMap(stocks))).toEqual([]);
});

test('a collision is found', () => {
  const twice = [flow('POL', exact(1)), flow('POL', exact(1))];
  expect(labelCollisions(flowMap(twice))).toEqual([['POL', 'POL']]);
});

test('no label and no arrow leaves the frame, save the one to a group of countries', () => {
  for (const {
    label,
    place: { id },
    head,
  } of flowMap(everywhere(17_777_777)).items) {
    expect(label.box.left).toBeGreaterThanOrEqual(0);
    expect(label.box.top).toBeGreaterThanOrEqual(0);
    expect(label.box.right).toBeLessThanOrEqual(FRAME.width);
    expect(label.box.bottom).toBeLessThanOrEqual(FRAME.height);
    if (id !== 'EUROPE-OTHER') expect(head).not.toContain('-');
  }
});

test('arrows come in the order given, as the list beside the map has them', () => {
  const flows = ['ROU', 'POL', 'HUN'].map((id) => flow(id, exact(1111)));
  expect(flowMap(flows).items.map((item) => item.flow)).toEqual(flows);
});

test('a word is a dashed arrow of fixed width, and the legend shows it', () => {
  const map = flowMap([flow('POL', many), flow('ROU', exact(111_111))]);
  expect(map.items.map(({ kind }) => kind)).toEqual(['word', 'arrow']);
  expect(map.items[0]?.width).toBe(WORD_WIDTH);
  expect(map.legend.samples.map(({ persons }) => persons)).toEqual([
    null,
    10_000,
    100_000,
    1_000_000,
  ]);
});

test('words alone leave no number in the legend', () => {
  const { legend } = flowMap(['POL', 'ROU', 'HUN'].map((id) => flow(id, many)));
  expect(legend.samples.map(({ persons }) => persons)).toEqual([null]);
});

test('zero, withheld and unknown are said, not drawn', () => {
  const amounts: Amount[] = [exact(0), { kind: 'withheld' }, { kind: 'unknown' }];
  for (const { kind, d, head, width } of flowMap(amounts.map((amount) => flow('POL', amount)))
    .items)
    expect({ kind, d, head, width }).toEqual({ kind: 'said', d: '', head: '', width: 0 });
});

test('one number has one width on the maps of all days', () => {
  const alone = flowMap([flow('POL', exact(222_222))]);
  const beside = flowMap([flow('POL', exact(222_222)), flow('ROU', exact(9_999_999))]);
  expect(beside.items[0]?.width).toBe(alone.items[0]?.width);
});

test('a flow of another date than the map says so', () => {
  const map = flowMap([
    flow('POL', exact(1111), { asOf: '2030-01-05' }),
    flow('ROU', exact(1111), { asOf: '2030-01-06' }),
  ]);
  expect(map.asOf).toBe('2030-01-06');
  expect(map.items.map(({ otherDate }) => otherDate)).toEqual([true, false]);
  // Name, amount and day: a label is never without its day.
  expect(map.items.map(({ label }) => label.lines)).toEqual([3, 3]);
});

test('crossings and people present are refused on one map', () => {
  const mixed = [
    flow('POL', exact(1111)),
    flow('ROU', exact(1111), { measure: 'refugees_recorded' }),
  ];
  expect(() => flowMap(mixed)).toThrow('found border_crossings, refugees_recorded');
});

test('a measure without a shape is refused', () => {
  const nowhere = place({ at: [20, 50] });
  const killed = figure({ place: nowhere, measure: measure({ id: 'killed', drawnAs: 'none' }) });
  expect(() => flowMap([{ place: nowhere, standing: { figure: killed, alsoSaid: [] } }])).toThrow(
    'found killed',
  );
});

test('a place without coordinates stands in the list only', () => {
  const flows = [flow('SAM', exact(1111)), flow('POL', exact(1111))];
  const map = flowMap(flows);
  expect([map.items.map(({ flow: shown }) => shown), map.unplaced]).toEqual([
    [flows[1]],
    [flows[0]],
  ]);
});

test('without flows there is a map and nothing on it', () => {
  const map = flowMap([]);
  expect([map.items, map.asOf, map.legend.samples]).toEqual([[], null, []]);
});

test('a long name breaks between its words', () => {
  const [other] = flowMap([flow('EUROPE-OTHER', exact(1111))]).items;
  expect(other?.label.name).toEqual(['Other European', 'countries']);
});
