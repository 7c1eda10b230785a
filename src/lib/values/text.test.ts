import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAddress } from './address.ts';
import { parseAmount } from './amount.ts';
import { BadValue } from './bad-value.ts';
import { parseIdentifier, parsePlaceId } from './identifier.ts';
import { parsePublished } from './published.ts';
import { parseOptionalText, parseText } from './text.ts';

const turning = [...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'];
const unseen = [
  ...'\u0000\u0007\u001b\u0085\u00ad\u034f\u115f\u200b\u200c\u200d\u2060\u2800\u3164\ufe0f\ufeff',
];

const parsers: readonly [string, (text: string) => unknown][] = [
  ['text', parseText],
  ['text that may be missing', parseOptionalText],
  ['an address', (text) => parseAddress(`https://data.example.org/${text}`)],
  ['an identifier', parseIdentifier],
  ['a place', parsePlaceId],
  ['a publication day', (text) => parsePublished(text === '' ? 'x' : text)],
  [
    'a phrase',
    (statedAs) => parseAmount({ qualifier: 'exact', value: '1', valueHigh: '', statedAs }),
  ],
];

test.each(parsers)(
  '%s with a direction-changing or invisible character is never accepted',
  (_, parse) => {
    const letters = fc.constantFrom(...turning, ...unseen);
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        letters,
        fc.string(),
        (before, letter, after) => {
          expect(() => parse(before + letter + after)).toThrow(BadValue);
        },
      ),
    );
  },
);

test('a refusal never shows the character itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...turning, ...unseen), (before, letter) => {
      let message = '';
      try {
        parseText(before + letter);
      } catch (cause) {
        message = cause instanceof BadValue ? cause.message : '';
      }
      expect(message).not.toContain(letter);
      expect(message).not.toBe('');
    }),
  );
});

test('letters of every script, quotes and markup are lawful text and stay as they are', () => {
  for (const text of [
    'Café',
    'Запоріжжя',
    '<script>alert(1)</script> & "so"',
    'a\u00a0b',
    'שלום',
  ]) {
    expect(parseText(text)).toBe(text);
  }
});

test.each([
  ['', 'found nothing'],
  [' a', 'blanks'],
  ['a\u00a0', 'blanks'],
  ['two\nlines', 'on one line'],
  ['Cafe\u0301', 'write Café'],
  ['Caf\ufffd', 'UTF-8'],
])('%j is refused with a way out', (text, wayOut) => {
  expect(() => parseText(text)).toThrow(wayOut);
});

test.each([
  ['two\nlines', 'write it on one line (it has \\u000a)'],
  ['two\rlines', 'write it on one line (it has \\u000d)'],
  ['lost \ufffd letter', 'save the file as UTF-8 and write the lost letter (\\ufffd) again'],
  ['turned \u202e text', 'delete \\u202e, which changes the direction of what is read'],
  ['tab\there', 'delete \\u0009, which cannot be seen'],
  ['a\u200bb', 'delete \\u200b, which cannot be seen'],
  [' before', 'delete the blanks at its beginning and end'],
])('%j is refused with its own way out', (text, wayOut) => {
  expect(() => parseText(text)).toThrow(wayOut);
});

test('of letters that are not composed the marks are shown', () => {
  expect(() => parseText('cafe\u0301')).toThrow('found "cafe\\u0301"; write caf\u00e9');
});
