import { expect, test } from 'vitest';
import { definition, figure, place } from '../../../tests/support/made.ts';
import { chartTable } from './chart-table.ts';

const points = (asOfs: string[], rule: string) =>
  asOfs.map((asOf) => ({ figure: figure({ asOf, definition: rule }), alsoSaid: [] }));
const segment = (rule: string, asOfs: string[]) => ({
  series: rule,
  definition: definition({ id: rule }),
  points: points(asOfs, rule),
});
const line = (...segments: ReturnType<typeof segment>[]) => ({
  place: place(),
  segments,
  breaks: [],
});

test('a row has the newest value first, then the last one of each month before', () => {
  const days = ['2030-01-30', '2030-02-05', '2030-02-27', '2030-03-02', '2030-03-09'];
  const [row] = chartTable([line(segment('rule', days))], 2);
  expect(row?.points.map((point) => point.figure.asOf)).toEqual(['2030-03-09', '2030-02-27']);
});

test('no row crosses a break: only the last rule is in it', () => {
  const [row] = chartTable(
    [line(segment('old', ['2030-01-30']), segment('new', ['2030-02-05']))],
    3,
  );
  expect(row?.series).toBe('new');
  expect(row?.points).toHaveLength(1);
});

test('a line without a point has no row', () => {
  expect(chartTable([line(segment('rule', []))], 3)).toEqual([]);
});
