import { expect, test } from 'vitest';
import { figure, place, definition } from '../../../tests/support/made.ts';
import { crossingsConfig, type ChartNumbers } from './chart-config.ts';
import { chartNumbers } from './chart-numbers.ts';

const ink = { line: '#111', text: '#222', rule: '#333', paper: '#444', font: 'serif' };
const words = { day: (day: number) => `day ${day}`, number: (value: number) => `${value} persons` };
const point = (day: number, value: number) => ({
  day,
  value,
  said: `${value} persons, said Example Agency`,
});
const lines: ChartNumbers = [
  {
    label: 'Samplia',
    segments: [
      [point(100, 11), point(110, 22)],
      [point(111, 88), point(160, 99)],
    ],
  },
  { label: 'Modelland', segments: [[point(105, 55)]] },
];
const config = () => crossingsConfig(lines, words, ink);

test('each call makes a new one: Chart.js writes into what it is given', () => {
  const [one, other] = [config(), config()];
  expect(one).not.toBe(other);
  expect(one.data.datasets[0]?.data[0]).not.toBe(other.data.datasets[0]?.data[0]);
  expect(one.data.datasets[0]?.borderDash).not.toBe(other.data.datasets[0]?.borderDash);
});

test('it is plain data and functions', () => {
  const isPlain = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return true;
    const prototype: unknown = Object.getPrototypeOf(value);
    return (
      (prototype === Object.prototype || prototype === Array.prototype) &&
      Object.values(value).every(isPlain)
    );
  };
  expect(isPlain(config())).toBe(true);
});

test('the pen is lifted at a break and in a gap, and no number is made up for it', () => {
  const data = config().data.datasets[0]?.data.map(({ x, y }) => [x, y]);
  expect(data).toEqual([
    [100, 11],
    [110, 22],
    [111, NaN],
    [111, 88],
    [160, NaN],
    [160, 99],
  ]);
});

test('nothing moves, nothing is read into the data, no gap is bridged', () => {
  expect(config().options).toMatchObject({ animation: false, parsing: false, spanGaps: false });
});

test('steps hold the old number until the new one', () => {
  expect(config().data.datasets.map(({ stepped }) => stepped)).toEqual(['before', 'before']);
});

test('heights count from zero', () => {
  expect(config().options?.scales?.['y']).toMatchObject({ min: 0, max: 100 });
});

test('lines differ in their dashes', () => {
  const [one, other] = config().data.datasets;
  expect(one?.borderDash).not.toEqual(other?.borderDash);
});

test('a point carries the whole sentence of its figure, and a word no point at all', () => {
  const said = (amount: Parameters<typeof figure>[0]) => ({ figure: figure(amount), alsoSaid: [] });
  const numbers = chartNumbers(
    [
      {
        place: place(),
        segments: [
          {
            series: 's',
            definition: definition(),
            points: [
              said({ asOf: '1970-01-11', value: 1111 }),
              said({ asOf: '1970-01-12', amount: { kind: 'word', word: 'many' } }),
            ],
          },
        ],
        breaks: [],
      },
    ],
    ({ figure: { source } }) => `as ${source.publisher.short} said`,
  );
  expect(numbers).toEqual([
    { label: 'Samplia', segments: [[{ day: 10, value: 1111, said: 'as Example Agency said' }]] },
  ]);
});
