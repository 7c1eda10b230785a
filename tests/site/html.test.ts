import { HtmlValidate } from 'html-validate';
import { beforeAll, expect, test } from 'vitest';
import { triplesOf } from '../support/catalogue.ts';
import { shapeOf } from './kinds.ts';
import { listed, pass, textOf } from './pass.ts';

/** The largest page of each shape: what holds for it holds for the smaller ones. */
let largest: readonly { readonly address: string; readonly text: string }[] = [];
beforeAll(async () => {
  const [site] = await pass();
  const found = new Map<string, { address: string; bytes: number }>();
  for (const { address, bytes, title } of site?.visited ?? []) {
    const held = found.get(shapeOf(address));
    if (title !== null && bytes > (held?.bytes ?? 0))
      found.set(shapeOf(address), { address, bytes });
  }
  largest = await Promise.all(
    [...found.values()].map(async ({ address }) => ({ address, text: await textOf(address) })),
  );
});

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
    'no-inline-style': 'error',
    'require-sri': 'off',
  },
});

test('the largest page of each kind is valid HTML', async () => {
  expect(largest.length).toBeGreaterThan(25);
  const faults = [];
  for (const { address, text } of largest) {
    const { results } = await validator.validateString(text);
    for (const { line, column, message, ruleId } of results.flatMap(({ messages }) => messages))
      faults.push(`${address}:${line}:${column} ${ruleId}: ${message}`);
  }
  expect(listed(faults)).toEqual([]);
});

test('what each kind of page says to machines is understood without fetching anything', async () => {
  const said = largest.flatMap(({ address, text }) => {
    const [, linked = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
    return linked === '' ? [] : [{ address, linked }];
  });
  expect(said.map(({ address }) => address)).toContain('/data/');
  expect(said.length).toBeGreaterThanOrEqual(6);
  for (const { address, linked } of said)
    expect(await triplesOf(linked), address).toContain('<https://schema.org/');
});
