import { expect, test } from 'vitest';
import { progressOf } from './progress.js';

/** What is written when one of a hundred is done every so many milliseconds. */
function written(isTTY: boolean, step: number): string {
  let text = '';
  let now = 0;
  const out = { isTTY, write: (part: string) => void (text += part) };
  const progress = progressOf('Writing', out, () => now);
  for (let done = 1; done <= 100; done += 1) {
    now += step;
    progress.at(done, 100);
  }
  progress.end();
  return text;
}

test('on a terminal one line changes ten times a second at most, and is ended', () => {
  expect(written(true, 25).split('\r')).toHaveLength(26);
  expect(written(true, 25).endsWith('\rWriting 100 of 100\n')).toBe(true);
});

test('elsewhere there is a line every five seconds', () => {
  expect(written(false, 200)).toBe(
    ['25', '50', '75', '100'].map((done) => `Writing ${done} of 100\n`).join(''),
  );
});

test('what takes no second says nothing', () => {
  expect(written(false, 1)).toBe('');
  expect(written(true, 0.5)).toBe('');
});
