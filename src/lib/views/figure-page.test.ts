import { expect, test } from 'vitest';
import { correction, day, figure, library, source } from '../../../tests/support/made.ts';
import { figureLife } from './figure-page.ts';

const first = figure({ value: 111, published: '2030-01-06' });
const revised = figure({ value: 222, published: '2030-02-01' });
const later = figure({ value: 333, asOf: '2030-03-05', published: '2030-03-06' });
const undated = figure({ value: 444, source: source({ published: '' }) });
const made = library([first, revised, later, undated], {
  corrections: [correction({ thing: first.id, day: day('2030-02-02') })],
});

test('a figure that was revised and corrected says both, with the value that stands now', () => {
  const life = figureLife(made, first);
  expect(life).toMatchObject({ became: { kind: 'first' }, beside: null, day: '2030-01-06' });
  expect(life.became.since.map(({ kind, now }) => [kind, now?.id])).toEqual([
    ['revised', revised.id],
    ['corrected', undefined],
  ]);
});

test('a revision says what stood before it; the newest of the series is named where it speaks of a later day', () => {
  expect(figureLife(made, revised)).toMatchObject({ became: { kind: 'revised' }, beside: first });
  expect(figureLife(made, revised).became.newer).toBe(later);
  expect(figureLife(made, later)).toMatchObject({ became: { newer: null, since: [] } });
});

test('what gives no publication day never stood, and is shown beside what stands', () => {
  expect(figureLife(made, undated)).toMatchObject({
    became: { kind: 'undated' },
    beside: revised,
    day: null,
  });
});

test('every other number it names has its notes on the page', () => {
  const { notes } = figureLife(made, first);
  expect(notes.sources.map(({ id }) => id).sort()).toEqual(
    [first, revised, later].map(({ source: { id } }) => id).sort(),
  );
});

test('a figure of another library is no figure here', () => {
  expect(() => figureLife(made, figure({ published: '2031-01-01' }))).toThrow('no figure');
});
