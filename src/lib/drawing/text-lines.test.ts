import { expect, test } from 'vitest';
import { textLines } from './text-lines.ts';

const said = (lines: ReturnType<typeof textLines>) =>
  lines.map((line) => line.map(({ text, kind }) => `${String(kind)}:${text}`));

test('lines break at spaces, never inside a word and never at a no-break space', () => {
  expect(said(textLines([{ text: 'more than a\u00a0few people', kind: 'n' }], 11))).toEqual([
    ['n:more than '],
    ['n:a\u00a0few '],
    ['n:people'],
  ]);
});

test('a stretch that goes on is one on each of its lines; its neighbours keep their kind', () => {
  const lines = textLines(
    [
      { text: 'Samland: ', kind: 'n' },
      { text: '111,111', kind: 'v' },
      { text: ', once stated by them', kind: 'n' },
    ],
    20,
  );
  expect(said(lines)).toEqual([['n:Samland: ', 'v:111,111', 'n:, '], ['n:once stated by them']]);
});

test('a sign right behind a word stays on its line, and a word longer than the line is cut', () => {
  const lines = textLines(
    [
      { text: 'in ', kind: 'n' },
      { text: '1234567', kind: 'v' },
      { text: '. Unbreakable-words', kind: 'n' },
    ],
    9,
  );
  expect(said(lines)).toEqual([['n:in '], ['v:1234567', 'n:. '], ['n:Unbreakab'], ['n:le-words']]);
});

test('a day is never parted', () => {
  expect(
    said(textLines([{ text: 'known on 16 September 2026, they say', kind: 'n' }], 19)),
  ).toEqual([['n:known on '], ['n:16\u00a0September\u00a02026, '], ['n:they say']]);
});

test('nothing is lost', () => {
  const text = 'At least one hundred and two, probably a vast undercount, said the office. ';
  const back = textLines([{ text, kind: 0 }], 17)
    .flat()
    .map((one) => one.text)
    .join('');
  expect(back).toBe(text);
  expect(textLines([], 10)).toEqual([]);
});
