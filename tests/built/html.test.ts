import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeAll, expect, test } from 'vitest';
import { outlineOf, type Outline } from '../support/outline.ts';
import { inEach, listed, textsOf } from '../support/parsed.ts';
import { addressOf, filesOf, folder, kindsOf, useBrowser } from '../support/site.ts';

const host = 'https://caveat.example';
const home = useBrowser();
let outlines: ReadonlyMap<string, Outline>;
beforeAll(async () => {
  outlines = await inEach(home.browser, textsOf(folder, filesOf(folder, '.html')), outlineOf, host);
  // There are thousands, and a busy machine takes its time.
}, 900_000);

const faultsOf = (look: (outline: Outline, file: string) => readonly string[]) =>
  listed(new Map([...outlines].map(([file, outline]) => [file, look(outline, file)])));

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Style, settled by the formatter and the framework: self-closed void elements, blanks at line ends, case.
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    // A figure's id has dots, which HTML allows.
    'valid-id': ['error', { relaxed: true }],
    // The page's own name for itself is long where a source's title is.
    'long-title': 'off',
    // SvelteKit writes its policy and inlined styles; both are tested below.
    'no-inline-style': 'error',
    'require-sri': 'off',
  },
});

test.each(kindsOf(folder))('$name is lawful HTML ($file)', async ({ file }) => {
  const report = await validator.validateString(readFileSync(join(folder, file), 'utf8'));
  const faults = report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => `${line}:${column} ${ruleId}: ${message}`),
  );
  expect(faults.slice(0, 20)).toEqual([]);
});

test('every page carries its policy, loads from its own house, and has no script or style in an attribute', () => {
  expect(faultsOf(({ faults }) => faults)).toEqual([]);
});

test('every page says its language and has one first heading', () => {
  expect(
    faultsOf(({ lang, headings }) =>
      lang === 'en' && headings.length === 1 ? [] : [lang, ...headings],
    ),
  ).toEqual([]);
});

test('no two pages have one title, but for those that name one page as theirs', () => {
  const pages = new Map<string, Set<string>>();
  for (const { title, canonical } of outlines.values())
    pages.set(title, (pages.get(title) ?? new Set()).add(canonical));
  const shared = [...pages].filter(([, canonical]) => canonical.size > 1);
  expect(shared.map(([title, canonical]) => [title, ...canonical])).toEqual([]);
});

test('no id stands twice on a page', () => {
  expect(faultsOf(({ ids }) => ids.filter((id, i) => ids.indexOf(id) !== i))).toEqual([]);
});

test('every link of the house leads to a file, and to a place on its page', () => {
  const files = new Set(filesOf(folder, '').map((file) => host + addressOf(file)));
  const places = new Map(
    [...outlines].map(([file, { ids }]) => [host + addressOf(file), new Set(ids)]),
  );
  expect(
    faultsOf(({ links }) =>
      links.filter((link) => {
        const [page = '', place] = link.split('#');
        if (!files.has(page.split('?')[0] ?? '')) return true;
        return (
          place !== undefined && place !== '' && !places.get(page)?.has(decodeURIComponent(place))
        );
      }),
    ),
  ).toEqual([]);
});
