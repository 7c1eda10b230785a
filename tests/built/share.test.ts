import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { quoteText } from '#lib/wording/quote.ts';
import { readingOf } from '#lib/pages/read-at.ts';
import { filesOf, folder } from '../support/site.ts';

const { readAt } = readingOf(library.situation.id);
const pages = filesOf(folder, '.html');
const textOf = (file: string) => readFileSync(join(folder, file), 'utf8');
const unescaped = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
const tagsOf = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/<meta (?:property|name)="((?:og|twitter):[^"]*)" content="([^"]*)"/g)].map(
      ([, name, content]) => [name, unescaped(content ?? '')],
    ),
  ) as Readonly<Record<string, string>>;
const tagged = pages
  .map((file) => ({ file, tags: tagsOf(textOf(file)) }))
  .filter(({ tags }) => tags['og:title']);

test('every picture that a page names is there, as large as the page says', () => {
  const shown = tagged.filter(({ tags }) => tags['og:image']);
  expect(shown.length).toBeGreaterThan(280);
  for (const { file, tags } of shown) {
    const path = tags['og:image']?.replace(/^.*?\/share\//, 'share/') ?? '';
    const png = readFileSync(join(folder, path));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)].join(), file).toBe(
      `${tags['og:image:width']},${tags['og:image:height']}`,
    );
    expect(tags['og:image:alt'], file).not.toBe('');
    expect(tags['twitter:image:alt'], file).toBe(tags['og:image:alt']);
    expect(tags['twitter:card'], file).toBe('summary_large_image');
  }
});

test('the words of the picture of a series are the sentence to quote of its newest figure', () => {
  const quotes = new Set(library.figures.map((figure) => quoteText(figure, readAt(figure))));
  const ofSeries = tagged.filter(({ file, tags }) => file.includes('/series/') && tags['og:image']);
  expect(ofSeries.length).toBeGreaterThan(250);
  expect(ofSeries.filter(({ tags }) => !quotes.has(tags['og:image:alt'] ?? ''))).toEqual([]);
});

test('no page of a past day or state announces a picture of today', () => {
  const past = tagged.filter(({ file }) => /\/on\/|-known-|\/flows\/[a-z-]+\/\d/.test(file));
  expect(past.map(({ file }) => file)).toEqual([]);
});
