import { expect, test } from 'vitest';
import {
  caveat,
  day,
  definition,
  figure,
  library,
  place,
  situation,
  source,
} from '../../../tests/support/made.ts';
import { crossingsJson, type CrossingsFile } from './crossings-json.ts';
import { linesScene } from '#lib/drawing/chart/lines.ts';
import { plainLines } from '#lib/drawing/chart/plain-lines.ts';
import { chartFile } from './chart-file.ts';

const first = figure({ value: 1111, published: '2030-01-06', caveats: [caveat()] });
const revised = figure({ value: 2222, published: '2030-01-08' });
const word = figure({
  asOf: '2030-01-07',
  source: source({ published: '2030-01-07' }),
  amount: { kind: 'word', word: 'many' },
});
const made = library([first, revised, word], {
  situation: situation({ chart: [{ place: place(), series: [first.series] }] }),
});
const days = ['2030-01-06', '2030-01-07', '2030-01-08'].map(day);
const file = JSON.parse(crossingsJson(made, days)) as CrossingsFile;

test('a value stands from the day it became known until the day another took its place', () => {
  expect(file.figures.map(({ id, from, until }) => [id, from, until])).toEqual([
    [first.id, '2030-01-06', '2030-01-08'],
    [revised.id, '2030-01-08', ''],
  ]);
});

test('no record leaves without its publisher, and names source, definition and caveats of the same file', () => {
  for (const record of file.figures) {
    expect(record.publisher).not.toBe('');
    expect(file.sources[record.source]?.address).toMatch(/^https:/);
    expect(file.definitions[record.definition]).not.toBe(undefined);
    for (const code of record.caveats) expect(file.caveats[code]).not.toBe(undefined);
  }
  expect(file.figures[0]?.caveats).toEqual(['real-higher']);
});

test('the picture names its lines but carries no published number that could leave with it alone', () => {
  const segments = [
    {
      series: first.series,
      definition: definition(),
      points: [{ figure: first, alsoSaid: [] }],
    },
  ];
  const samplia = place({ label: 'Samplia & <Co>' });
  const scene = linesScene(plainLines([{ place: samplia, segments, breaks: [] }]));
  const svg = chartFile(scene, 'Crossings');
  expect(svg).toContain('Samplia &amp; &lt;Co>');
  expect(svg).not.toMatch(/1,?111/);
});
