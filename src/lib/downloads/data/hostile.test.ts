import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { figuresCsv, figuresHxlCsv } from '#lib/downloads/figures-csv.ts';
import { figuresJson } from '#lib/downloads/figures-json.ts';
import {
  carrying,
  formulas,
  isLetIn,
  naughty,
  spectrum,
} from '../../../../tests/support/hostile-texts.ts';
import { library } from '../../../../tests/support/made.ts';
import { inert } from './inert.ts';
import { figureLd } from './json-ld.ts';
import { scriptText } from './script-text.ts';
import { figuresXlsx } from './xlsx.ts';

const edition = { situation: 'examplia-2030', site: null, revision: 'abcdef0123' };

test.each([
  ['The Big List of Naughty Strings', naughty, 380],
  ['csv-spectrum', spectrum, 20],
  ['formulas', formulas, 30],
])('%s pass through every file unharmed, or escaped by the rule', async (_what, texts, least) => {
  const lawful = [...new Set(texts)].filter(isLetIn);
  expect(lawful.length).toBeGreaterThanOrEqual(least);
  const made = library(lawful.map(carrying));
  const keys = [
    'stated_as',
    'note',
    'locator',
    'caveats',
    'source',
    'licence',
    'relay_of',
  ] as const;

  const json = JSON.parse(figuresJson(made, edition)) as { figures: Record<string, unknown>[] };
  const csv = parse(figuresCsv(made, edition), { columns: true }) as Record<string, string>[];
  const hxl = parse(figuresHxlCsv(made, edition), { columns: true }) as Record<string, string>[];
  const workbook = await readXlsx(Buffer.from(await figuresXlsx(made, edition)), { trim: false });
  const [names = [], ...rows] = workbook.find(({ sheet }) => sheet === 'figures')?.data ?? [];
  // Of one cell in many: the letter of that number, as the format has it.
  const cellOf = (row: readonly unknown[] | undefined, key: string) =>
    String(row?.[names.indexOf(key)]).replaceAll('_x005F_', '_');

  for (const [i, text] of lawful.entries()) {
    for (const key of keys) {
      expect(json.figures[i]?.[key]).toBe(text);
      expect(csv[i]?.[key]).toBe(inert(text));
      expect(hxl[i + 1]?.[key]).toBe(inert(text));
      expect(cellOf(rows[i], key)).toBe(text);
    }
    const ld = figureLd(carrying(text, i), edition);
    const markup = scriptText(ld);
    expect(JSON.parse(markup)).toEqual(JSON.parse(JSON.stringify(ld)));
    expect(markup).not.toMatch(/[<>&\u2028\u2029]/);
  }
});

test('what begins like a formula is escaped, and nothing else is', () => {
  expect(formulas.filter((text) => inert(text) !== text).length).toBe(26);
  for (const text of formulas) expect(inert(text)).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
  expect(inert('1-2')).toBe('1-2');
  expect(inert('half a million')).toBe('half a million');
});
