import { expect, test } from 'vitest';
import { definition, figure, place } from '../../../tests/support/made.ts';
import { parseDay, type Day } from '#lib/values/day.ts';
import type { ChartLine } from '#lib/views/summary.ts';
import { chartPicture } from './crossings-chart.ts';

const SIZE = { width: 600, height: 300 };

type Said = readonly [asOf: string, value: number];

function line(
  id: string,
  segments: readonly (readonly Said[])[],
  breaks: ChartLine['breaks'] = [],
): ChartLine {
  return {
    place: place({ id }),
    segments: segments.map((points, index) => {
      const rule = definition({ id: `rule-${index}` });
      return {
        series: `${id}-${rule.id}`,
        definition: rule,
        points: points.map(([asOf, value]) => ({
          figure: figure({ place: id, definition: rule, asOf, value }),
          alsoSaid: [],
        })),
      };
    }),
    breaks,
  };
}

const firstOf = (lines: readonly ChartLine[]) => {
  const [drawn] = chartPicture(lines, SIZE).lines;
  if (!drawn) throw new Error('no line was drawn');
  return drawn;
};

test('a name longer than the margin holds gets more room, and all others keep theirs', () => {
  const right = (label: string) =>
    chartPicture([{ ...line('SAM', [[['2030-01-05', 1111]]]), place: place({ label }) }], SIZE).plot
      .right;
  expect(right('Russian Federation')).toBe(right('Samplia'));
  // "Central African Republic" was cut off after "Repu".
  const letters = (600 - right('Russian Federation') - 15) / 18;
  expect(600 - right('Central African Republic') - 15).toBeGreaterThanOrEqual(24 * letters);
});

test('heights count from zero', () => {
  const { yTicks, plot } = chartPicture([line('SAM', [[['2030-01-05', 1111]]])], SIZE);
  expect(yTicks[0]).toEqual({ y: plot.bottom, value: 0 });
});

test('a number stands until the next published one, then steps', () => {
  const { segments } = firstOf([
    line('SAM', [
      [
        ['2030-01-01', 500],
        ['2030-01-11', 1000],
      ],
    ]),
  ]);
  // Across at the old height, then up: never a slope, which would be numbers nobody published.
  expect(segments[0]?.d).toMatch(/^M\d+ \d+h\d+v-\d+$/);
});

test('a line ends on its last published day', () => {
  const lines = [
    line('SAM', [
      [
        ['2030-01-01', 500],
        ['2030-01-05', 1000],
      ],
    ]),
    line('MOD', [
      [
        ['2030-01-01', 100],
        ['2030-01-21', 200],
      ],
    ]),
  ];
  const { lines: drawn, plot } = chartPicture(lines, SIZE);
  expect(drawn[0]?.end?.x).toBeLessThan(plot.right);
  expect(drawn[1]?.end?.x).toBe(plot.right);
});

test('two published days far apart leave a gap, and nothing fills it', () => {
  const { segments } = firstOf([
    line('SAM', [
      [
        ['2030-01-01', 500],
        ['2030-01-11', 600],
        ['2030-04-01', 1000],
        ['2030-04-11', 1100],
      ],
    ]),
  ]);
  expect(segments[0]?.gaps).toHaveLength(1);
  expect(segments[0]?.d.match(/m/gi)).toHaveLength(2);
});

test('forty-five days are held, forty-six are a gap', () => {
  const gapsAfter = (asOf: string) =>
    firstOf([
      line('SAM', [
        [
          ['2030-01-01', 500],
          [asOf, 600],
        ],
      ]),
    ]).segments[0]?.gaps.length;
  expect([gapsAfter('2030-02-15'), gapsAfter('2030-02-16')]).toEqual([0, 1]);
});

test('segments of two definitions are never joined, and the break has its reason', () => {
  const reason = 'Arrivals by way of Modelland are counted from now on.';
  const { segments, breaks } = firstOf([
    line(
      'SAM',
      [
        [
          ['2030-01-01', 500],
          ['2030-01-11', 600],
        ],
        [
          ['2030-01-12', 900],
          ['2030-01-21', 950],
        ],
      ],
      [{ day: parseDay('2030-01-12'), reason, what: null }],
    ),
  ]);
  expect(segments).toHaveLength(2);
  expect(segments.every(({ d }) => d.match(/m/gi)?.length === 1)).toBe(true);
  expect(breaks).toEqual([{ x: segments[1]?.points[0]?.x, day: '2030-01-12', reason }]);
});

test('a break without a day stands where the new definition begins', () => {
  const { segments, breaks } = firstOf([
    line(
      'SAM',
      [[['2030-01-01', 500]], [['2030-01-12', 900]]],
      [{ day: null, reason: 'no reason published', what: null }],
    ),
  ]);
  expect(breaks[0]?.x).toBe(segments[1]?.points[0]?.x);
});

test('labels at the ends of lines that meet do not overlap', () => {
  const lines = ['AAA', 'BBB', 'CCC', 'DDD'].map((id) =>
    line(id, [
      [
        ['2030-01-01', 990],
        ['2030-01-11', 1000],
      ],
    ]),
  );
  const heights = chartPicture(lines, SIZE).lines.map(({ end }) => end?.labelY ?? 0);
  for (let i = 1; i < heights.length; i += 1)
    expect(Math.abs((heights[i] ?? 0) - (heights[i - 1] ?? 0))).toBeGreaterThanOrEqual(16);
});

test('a range is drawn from bound to bound', () => {
  const ranged = line('SAM', [[]]);
  const said = figure({ amount: { kind: 'between', low: 400, high: 800 } });
  const segment = {
    series: 's',
    definition: definition(),
    points: [{ figure: said, alsoSaid: [] }],
  };
  const { lines, yTicks } = chartPicture([{ ...ranged, segments: [segment] }], SIZE);
  const heightOf = (value: number) => yTicks.find((tick) => tick.value === value)?.y;
  expect(lines[0]?.end).toMatchObject({ y: heightOf(400), yHigh: heightOf(800) });
});

test('lines are told apart by their rank, not by colour', () => {
  const lines = ['AAA', 'BBB', 'CCC'].map((id) => line(id, [[['2030-01-01', 1000]]]));
  expect(chartPicture(lines, SIZE).lines.map(({ pattern }) => pattern)).toEqual([0, 1, 2]);
});

test('a month stands on its last day', () => {
  const lines = [
    line('SAM', [
      [
        ['2030-01-31', 500],
        ['2030-02-28', 600],
      ],
    ]),
    line('MOD', [[['2030-02', 700]]]),
  ];
  const drawn = chartPicture(lines, SIZE).lines;
  expect(drawn[1]?.end?.x).toBe(drawn[0]?.end?.x);
});

test('ticks of the days are firsts of months when the days are many', () => {
  const { xTicks } = chartPicture(
    [
      line('SAM', [
        [
          ['2030-01-05', 1],
          ['2030-12-20', 2],
        ],
      ]),
    ],
    SIZE,
  );
  expect(xTicks.length).toBeGreaterThan(1);
  expect(xTicks.every(({ day }: { day: Day }) => day.endsWith('-01'))).toBe(true);
});

test('without lines there is an empty picture', () => {
  const { lines, xTicks } = chartPicture([], SIZE);
  expect([lines, xTicks]).toEqual([[], []]);
});
