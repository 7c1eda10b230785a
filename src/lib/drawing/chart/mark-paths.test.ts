import { expect, test } from 'vitest';
import { markPaths } from './mark-paths.ts';
import type { SceneMark } from './scene.ts';
import type { Shape } from './chart-data.ts';

const scales = { x: (day: number) => day, y: (persons: number) => 100 - persons };
const mark = (shape: Shape, day: number, value: number | '', high: number | '' = '', from = day) =>
  ({ value: { shape, value, high }, from, day, behind: false }) as SceneMark;
const bars = (...marks: SceneMark[]) => markPaths(marks, scales).bars;

test('only an exact number is a dot', () => {
  expect(markPaths([mark('exact', 50, 40)], scales)).toMatchObject({ dots: 'M50 60h.1', bars: '' });
  for (const shape of ['at_least', 'more_than', 'about', 'nearly', 'up_to', 'between'] as const)
    expect(markPaths([mark(shape, 50, 40, shape === 'between' ? 60 : '')], scales).dots).toBe('');
});

test('"at least" is open upwards, "up to" downwards: the stem ends in no bar', () => {
  expect(bars(mark('at_least', 50, 40))).toBe('M46 60H54M50 60v-10');
  expect(bars(mark('up_to', 50, 40))).toBe('M46 60H54M50 60v10');
});

test('"about" is a ring, to be broken by dashes', () => {
  const { rings, bars: none } = markPaths([mark('about', 50, 40)], scales);
  expect([rings, none]).toEqual(['M46.4 60a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0-7.2 0', '']);
});

test('a range has a bar at each end and nothing at a height between', () => {
  const path = bars(mark('between', 50, 20, 60));
  expect(path).toBe('M46 80H54M46 40H54M50 80V40');
  expect(path).not.toContain('60');
});

test('forms differ without colour: no two of them give the same path', () => {
  const shapes = ['exact', 'at_least', 'up_to', 'between', 'about'] as const;
  const paths = shapes.map((shape) => bars(mark(shape, 50, 20, shape === 'between' ? 60 : '', 30)));
  expect(new Set(paths).size).toBe(shapes.length);
});

test('a word is a tick at the foot, at no height', () => {
  expect(markPaths([mark('word', 50, '')], scales)).toEqual({
    dots: '',
    bars: '',
    rings: '',
    words: [50],
  });
});

test('hundreds of marks do not run into a band, and the last is always there', () => {
  const many = Array.from({ length: 400 }, (_, i) => mark('exact', i, 10));
  const dots = markPaths(many, scales).dots.match(/M\d+/g) ?? [];
  expect(dots.length).toBeLessThan(110);
  expect(dots.at(-1)).toBe('M399');
});
