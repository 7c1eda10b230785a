import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EFFECTS } from '#lib/records/effects.ts';
import { library } from '#lib/server/library.ts';

test.each(EFFECTS)(
  'the effect %s, from which something follows, is one of a caveat of the seeds',
  (effect) => {
    expect([...library.caveats.values()].some(({ effects }) => effects.includes(effect))).toBe(
      true,
    );
  },
);

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:ts|js|svelte)$/.test(name) && !name.includes('.test.'))
  .map((name) => [name, readFileSync(join('src', name), 'utf8')] as const);
/** Words of code that happen to be codes of caveats or effects, too. */
const ORDINARY = new Set(['undated']);
const effects: ReadonlySet<string> = new Set(EFFECTS);

/** In quotes, as code would name it; a word of prose does not count. */
const named = (code: string, text: string) =>
  text.includes(`'${code}'`) || text.includes(`"${code}"`);

test('no code names a caveat: what follows from one is its effect', () => {
  const codes = [...library.caveats.keys()].filter(
    (code) => !ORDINARY.has(code) && !effects.has(code),
  );
  expect(codes.length).toBeGreaterThan(50);
  const found = sources.flatMap(([name, text]) =>
    codes.filter((code) => named(code, text)).map((code) => `${name}: ${code}`),
  );
  expect(found).toEqual([]);
});

test('no code names a counting rule or a publisher', () => {
  const rules = [...library.definitions.keys()].filter((id) => id.includes('-'));
  const found = sources.flatMap(([name, text]) =>
    rules.filter((id) => named(id, text)).map((id) => `${name}: ${id}`),
  );
  expect(found).toEqual([]);
});

/** Code without its comments, which may give an example. */
const withoutComments = (text: string) =>
  text
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/<!--[^]*?-->/g, '')
    .replace(/(?<![:'"`])\/\/.*$/gm, '');

/** A country, and a face that most machines have. */
const FACES = new Set(['Georgia']);
/** What reads or explains the file formats of one publisher names that publisher. */
const OF_FORMATS = /^(?:lib\/intake|commands)\//;

test('no code names a country, a place or a publisher of the seeds', () => {
  const countries = [...library.places.values()]
    .filter(({ kind }) => kind !== 'group')
    .map(({ label }) => label);
  const publishers = [...library.publishers.values()].flatMap(({ short, name }) => [short, name]);
  const found = sources.flatMap(([name, text]) => {
    const code = withoutComments(text);
    const words = (OF_FORMATS.test(name) ? countries : [...countries, ...publishers]).filter((word) => !FACES.has(word)); // prettier-ignore
    return words
      .filter(
        (word) =>
          code.includes(word) && new RegExp(`\\b${word.replace(/[^\w\s]/g, '\\$&')}\\b`).test(code),
      ) // prettier-ignore
      .map((word) => `${name}: ${word}`);
  });
  expect(countries.length).toBeGreaterThan(60);
  expect(found).toEqual([]);
  // It finds them where they are.
  expect(withoutComments("const a = 'x'; // Poland\n/* Hungary */ 'Romania'")).toMatch(/^[^PH]*Romania'$/); // prettier-ignore
});
