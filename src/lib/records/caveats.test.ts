import { expect, test } from 'vitest';
import { goodSeeds } from '../../../tests/support/good-seeds.ts';
import { readLibrary } from './library.ts';

const published = 'thing,id,says\n';
const corrections = (goodSeeds['examplia-2030/corrections.csv'] ?? '').split('\n')[0] ?? '';

/** The made-up seeds, unpublished, with other cells behind who says a caveat. */
function withCells(code: string, cells: string) {
  const text = (goodSeeds['caveats.csv'] ?? '')
    .split('\n')
    .map((line) => (line.startsWith(`${code},`) ? line.replace(/,,,,,$/, `,${cells}`) : line))
    .join('\n');
  return readLibrary({
    ...goodSeeds,
    'caveats.csv': text,
    'examplia-2030/published.csv': published,
    'examplia-2030/corrections.csv': `${corrections}\n`,
  });
}
const faults = (code: string, cells: string) =>
  withCells(code, cells).faults.map(({ message }) => message);

test('a caveat of a definition comes only to what it speaks of', () => {
  const { library } = withCells('real-higher', ',,killed,civilians,');
  const carriers = library?.figures.filter(({ caveats }) =>
    caveats.some(({ code }) => code === 'real-higher'),
  );
  expect(carriers?.length).toBeGreaterThan(0);
  for (const { measure, population } of carriers ?? [])
    expect([measure.id, population.id]).toEqual(['killed', 'civilians']);
  const all = withCells('real-higher', ',,,,').library?.figures ?? [];
  const reached = all.filter(({ caveats }) => caveats.some(({ code }) => code === 'real-higher'));
  expect(reached.length).toBeGreaterThan(carriers?.length ?? 0);
});

test('a row that names a caveat which speaks of something else is refused', () => {
  expect(faults('rounded', ',,killed,,')).toContainEqual(
    expect.stringMatching(
      /example-2030-01-05\.csv:4:14: caveats: expected caveats that are for this figure, found "rounded"/,
    ),
  );
});

test('an effect that nothing follows from, and words that are none, are refused', () => {
  expect(faults('rounded', ',overlap,,,')).toEqual([
    expect.stringMatching(
      /^caveats\.csv:5:7: effects: expected one of overlaps, .* found "overlap"/,
    ),
  ]);
  expect(faults('rounded', ',,deaths,,')).toEqual([
    expect.stringMatching(/^caveats\.csv:5:8: measures: /),
  ]);
});

test('the short text is shorter than the text', () => {
  expect(faults('rounded', 'The number was given rounded.,,,,')).toEqual([
    expect.stringMatching(/^caveats\.csv:5:6: short: expected less than the text/),
  ]);
  expect(faults('rounded', 'Rounded.,,,,')).toEqual([]);
});
