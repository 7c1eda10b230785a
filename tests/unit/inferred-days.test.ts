import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exceedingText, lowerText } from '#lib/wording/comparisons.ts';
import { asOfText, periodText } from '#lib/wording/figures.ts';
import { findingText } from '#lib/wording/findings.ts';
import { quoteText } from '#lib/wording/quote.ts';
import { caveat, figure, place } from '../support/made.ts';

/* A day that the text does not give, and that we inferred, is said to be about that, in whatever form it is written. */
const inferred = figure({
  asOf: '2030-01-05',
  caveats: [caveat({ code: 'as-of-inferred', effects: ['day-inferred'] })],
});
const given = figure({ asOf: '2030-01-04', place: place({ id: 'MOD' }) });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('"as of about 5 Jan 2030", and a day that its publication gives is said as it is', () => {
  expect(plain(asOfText(inferred))).toBe('about 5 Jan 2030');
  expect(plain(asOfText(given))).toBe('4 Jan 2030');
  expect(plain(periodText({ ...inferred, periodStart: null }))).toBe('as of about 5 Jan 2030');
  expect(plain(periodText({ ...given, periodStart: null }))).toBe('as of 4 Jan 2030');
});

test('beside a lower figure, among countries above their total, in a quote and for who looks', () => {
  const lower = { kind: 'impossible', figure: given, other: inferred, otherSaid: null } as const;
  expect(plain(lowerText(lower))).toContain('less than for about 5 Jan 2030.');
  expect(plain(exceedingText({ total: inferred, first: given, last: inferred }))).toContain(
    '4 Jan 2030 to about 5 Jan 2030; the total is of about 5 Jan 2030.',
  );
  const read = { address: 'https://example.org/', known: inferred.asOf, revision: 'made-up' };
  expect(quoteText(inferred, read as Parameters<typeof quoteText>[1])).toContain(
    'about 5 Jan 2030',
  );
  expect(
    plain(findingText({ rule: 'falls', figure: inferred, other: null, days: null })),
  ).toContain('(as of about 5 January 2030');
});

/** Where a figure's own as-of is written as a day without saying whether it was inferred. */
const BARE = /(?:sayDay\w*\(|<When\s+when=\{)\s*[\w.?]*\.asOf\b/g;
/** One function says it, for texts and for pages. */
const SAYING = ['lib/wording/figures.ts', 'lib/components/figure/AsOf.svelte', 'lib/components/figure/Period.svelte', 'lib/components/summary/Lead.svelte']; // prettier-ignore
/** They mark the day within what that function says of the whole period. */
const MARKING = ['lib/wording/quote.ts', 'lib/downloads/map-picture.ts'];
/** Days of maps, not of figures. */
const OF_MAPS = /\bstate\.asOf$/;

test('no text and no page writes the as-of of a figure but through the function that says "about"', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (name) => /^(?:lib|commands)\/.*\.(?:ts|js|svelte)$/.test(name) && !name.includes('.test.'),
  );
  const found = files.flatMap((name) =>
    [...readFileSync(join('src', name), 'utf8').matchAll(BARE)]
      .map(([text]) => text)
      .filter((text) => !OF_MAPS.test(text) && ![...SAYING, ...MARKING].includes(name))
      .map((text) => `${name}: ${text}`),
  );
  expect(found).toEqual([]);
  for (const name of MARKING) expect(readFileSync(join('src', name), 'utf8')).toMatch(/periodText\(/); // prettier-ignore
  for (const name of SAYING) expect(readFileSync(join('src', name), 'utf8')).toMatch(/aboutDay\(/);
});
