import { expect, test } from 'vitest';
import { hasKey, itemsAt, keysOf, readJson, textAt, valueAt } from './json-text.ts';

function read(text: string) {
  const got = readJson(text);
  if ('what' in got) throw new Error(got.what);
  return got.json;
}

test('every scalar is its text as it is written, so that no digit is lost', () => {
  const json = read('{"a": 12345678901234567890, "b": 1.50, "c": "", "d": null, "e": true}');
  expect(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => textAt(json, key))).toEqual([
    '12345678901234567890',
    '1.50',
    '',
    '',
    'true',
    '',
  ]);
  expect(keysOf(json)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect([hasKey(json, 'd'), hasKey(json, 'f')]).toEqual([true, false]);
});

test('a list is none of texts and objects, and no key is inherited', () => {
  const json = read('{"data": [{"a": "b"}, 2], "text": "ab", "__proto__": {"c": "d"}}');
  expect(itemsAt(json, 'data')).toEqual([{ a: 'b' }, '2']);
  expect([itemsAt(json), itemsAt(json, 'text'), itemsAt(undefined)]).toEqual([[], [], []]);
  expect([valueAt(json, 'c'), valueAt(json, 'constructor')]).toEqual([undefined, undefined]);
  expect(textAt(json, 'data')).toBe('');
});

test.each([
  ['{"data":[\n{"a":1},\n', 3, 'found the end of the file'],
  ['{"a":1,\n"b":2,\n"a":3}', 3, 'found the key "a" twice'],
  ['[1,\n]', 2, 'found "]"'],
  ['[1]\n\nno more', 3, 'found "no more"'],
  ["{\n'a': 1}", 2, `found "'a': 1}"`],
  ['[007]', 1, 'found "07]"'],
  ['[\nNaN]', 2, 'found "NaN]"'],
  ['["\\x"]', 1, 'found "\\x"]"'],
  ['["a\nb"]', 1, 'found'],
  ['[1, /* two */ 2]', 1, 'found "/* two */ 2]"'],
])('%j is refused on line %i', (text, line, found) => {
  const refusal = readJson(text);
  expect(refusal).toMatchObject({ line, whole: true });
  expect('what' in refusal && refusal.what).toContain(`expected JSON, ${found}`);
  expect('what' in refusal && refusal.what).toContain('download it again from the publisher');
});

test('millions of brackets are refused as well', () => {
  expect(readJson('['.repeat(5_000_000))).toMatchObject({
    what: expect.stringContaining('too many levels'),
  });
});
