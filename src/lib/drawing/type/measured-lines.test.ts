import { expect, test } from 'vitest';
import { measuredLines, widthOf, type Face, type Run } from './measured-lines.ts';

const run = (text: string, kind = 'n', face: Face = 'sans'): Run<string> => ({ text, kind, face });
const said = (lines: ReturnType<typeof measuredLines<string>>) =>
  lines.map((line) => line.map(({ text, kind }) => `${kind}:${text}`));
const textOf = (lines: ReturnType<typeof measuredLines<string>>) =>
  lines
    .flat()
    .map(({ text }) => text)
    .join('');

test('a wide letter takes more than a narrow one, and twice the size twice as much', () => {
  expect(widthOf('W', 'sans', 20)).toBeGreaterThan(widthOf('i', 'sans', 20) * 2);
  expect(widthOf('Київ, București', 'serif', 40)).toBeCloseTo(
    widthOf('Київ, București', 'serif', 20) * 2,
  );
});

test('a letter that the fonts lack is taken for a wide one', () => {
  expect(widthOf('漢', 'sans', 20)).toBe(20);
});

test('lines break at spaces, never at a no-break space and never inside a day', () => {
  const lines = measuredLines([run('more than a\u00a0few people on 27 Feb 2022')], 20, 110);
  expect(said(lines)).toEqual([
    ['n:more than '],
    ['n:a\u00a0few people '],
    ['n:on '],
    ['n:27\u00a0Feb\u00a02022'],
  ]);
});

test('a sign right behind a word of another kind stays with it', () => {
  const lines = measuredLines([run('said '), run('111,111', 'v'), run(', once')], 20, 105);
  expect(said(lines)).toEqual([['n:said '], ['v:111,111', 'n:, '], ['n:once']]);
});

test('an address breaks behind its signs, one without any where the line ends, and no line is too wide', () => {
  const long = `https://example.org/some_page?a=b&c=d/${'x'.repeat(90)}/%e0%b0%ae`;
  const lines = measuredLines([run('Read on '), run(long, 'a')], 20, 200);
  expect(textOf(lines)).toBe(`Read on ${long}`);
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines)
    expect(
      widthOf(
        line
          .map(({ text }) => text)
          .join('')
          .trimEnd(),
        'sans',
        20,
      ),
    ).toBeLessThanOrEqual(200);
});

test('of two runs that only together are too wide, each takes what it needs', () => {
  const lines = measuredLines([run('a'.repeat(15)), run('b'.repeat(15), 'v')], 20, 200);
  expect(said(lines)).toEqual([[`n:${'a'.repeat(15)}`], [`v:${'b'.repeat(15)}`]]);
});
