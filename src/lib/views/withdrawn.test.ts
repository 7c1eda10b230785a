import { expect, test } from 'vitest';
import { figure, library, source, withdrawn } from '../../../tests/support/made.ts';
import { emptiedSeries, withdrawnOf } from './withdrawn.ts';

const stays = figure();
const gone = figure({ asOf: '2030-01-04' });
const alone = figure({ place: 'MOD', source: source({ id: 'example-other' }) });
const seeds = library([stays], { withdrawn: [withdrawn(gone), withdrawn(alone)] });
const ids = (found: ReturnType<typeof withdrawnOf>) => found.map((one) => one.figure.id);

test('a withdrawn figure is found with its series and with its source, and nowhere else', () => {
  expect(ids(withdrawnOf(seeds, { series: gone.series }))).toEqual([gone.id]);
  expect(ids(withdrawnOf(seeds, { source: 'example-other' }))).toEqual([alone.id]);
  expect(withdrawnOf(seeds, { source: 'example-2031-01-01' })).toEqual([]);
});

test('a series keeps its page when its last figure is withdrawn', () => {
  expect(emptiedSeries(seeds)).toEqual([alone.series]);
});
