import { expect, test } from 'vitest';
import type { Amount } from '#lib/values/amount.ts';
import type { MapFlow } from '#lib/views/map-flows.ts';
import { figure, place } from '../../../../tests/support/made.ts';
import type { DrawnItem, DrawnLabel } from './map.ts';
import { labelRows } from './label-rows.ts';

const [home, sam, mod] = [
  place({ id: 'EXA' }),
  place({ id: 'SAM', label: 'Samland' }),
  place({ id: 'MOD', label: 'Modelland' }),
];
const item = (
  asOf: string,
  amount: Amount,
  cells: Partial<MapFlow> = {},
  isBeside = false,
): DrawnItem => {
  const flow: MapFlow = {
    key: 'SAM',
    origin: home,
    place: sam,
    direction: 'out',
    series: [],
    beside: [],
    ...cells,
  };
  const made = figure({ asOf, amount, place: sam });
  return {
    key: flow.key + asOf,
    item: { key: flow.key, flow, standing: { figure: made, alsoSaid: [] }, isBeside },
    figure: made,
    look: 'sharp',
    width: 2,
    otherDate: asOf !== '2030-01-05',
    strokes: [],
  };
};
const label = (items: DrawnItem[], short = false): DrawnLabel => ({
  about: 'SAM',
  x: 10,
  y: 20,
  anchor: 'start',
  name: ['Samland'],
  code: 'SAM',
  items,
  short,
  box: { left: 0, top: 0, right: 0, bottom: 0 },
  leader: '',
});
const said = (of: DrawnLabel) =>
  labelRows(of).map(({ rows }) =>
    rows.map((row) =>
      row.kind === 'amount'
        ? `${row.before}${row.qualifier}${row.value}`
        : `${row.kind}: ${row.text}`,
    ),
  );
const exact = (value: number): Amount => ({ kind: 'exact', value });

test('what stands beside says its own day wherever that is not the first one’s', () => {
  const back: Partial<MapFlow> = { direction: 'back', origin: sam, place: home };
  const [first, same] = [
    item('2030-01-05', { kind: 'more_than', value: 1111 }),
    item('2030-01-05', exact(55), back),
  ];
  expect(said(label([first, same]))).toEqual([
    ['name: Samland', 'more than\u00a01,111', 'date: 5\u00a0Jan\u00a02030'],
    ['back\u00a055'],
  ]);
  expect(said(label([first, item('2030-01-02', exact(55), back)]))[1]).toEqual([
    'back\u00a055',
    'date: 2\u00a0Jan\u00a02030',
  ]);
});

test('another rule’s number and one that goes on are told apart from what goes out', () => {
  const onward: Partial<MapFlow> = { direction: 'onward', origin: mod };
  const rows = said(
    label([
      item('2030-01-05', exact(9)),
      item('2030-01-05', exact(8), {}, true),
      item('2030-01-05', exact(7), onward),
    ]),
  );
  expect(rows.slice(1)).toEqual([['or\u00a08'], ['from\u00a0Modelland\u00a07']]);
});

test('no line lies on another, and without room there is no number, only the code', () => {
  const rows = labelRows(
    label([item('2030-01-05', exact(9)), item('2030-01-02', exact(8), {}, true)]),
  ).flatMap((part) => part.rows);
  const heights = rows.map(({ y }) => y);
  expect(new Set(heights).size).toBe(rows.length);
  expect([...heights].sort((a, b) => a - b)).toEqual(heights);
  expect(said(label([item('2030-01-05', exact(9))], true))).toEqual([['code: SAM']]);
});
