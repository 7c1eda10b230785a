import { expect, test } from 'vitest';
import { linesWithin } from './labels.ts';

test('words of a break go into lines of the room there is, and no day is parted', () => {
  const lines = linesWithin('Counts date back to 24 Feb 2030. More.', 23, ({ length }) => length);
  expect(lines.map((line) => line.replaceAll('\u00a0', ' '))).toEqual([
    'Counts date back to',
    '24 Feb 2030. More.',
  ]);
});
