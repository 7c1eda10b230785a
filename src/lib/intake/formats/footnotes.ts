import type { Footnote, Opened, Understood } from '#lib/intake/model.ts';
import { expected, ofRow } from '#lib/intake/refusal.ts';
import { sheetOf } from '#lib/intake/sheet.ts';

const HEADER = [
  'Footnote',
  'Year',
  'Country of origin (ISO)',
  'Country of asylum (ISO)',
  'Population type',
];

export function isFootnotes({ rows }: Opened): string | null {
  const cells = rows[0]?.cells.map((cell) => cell.trim()) ?? [];
  return HEADER.every((name) => cells.includes(name))
    ? 'its header has Footnote, Year and Population type'
    : null;
}

/** The remarks that come beside a download of the Refugee Data Finder; an empty key means all. */
export function readFootnotes(opened: Opened): Understood {
  const sheet = sheetOf(opened.rows, 0, opened.refusals);
  const refusals = [...sheet.refusals];
  const at = (name: string) => sheet.headers.indexOf(name);
  const footnotes: Footnote[] = [];
  for (const [index, { line, cells }] of sheet.rows.entries()) {
    const cell = (name: string) => (cells[at(name)] ?? '').trim();
    const years = spansOf(cell('Year'));
    if (years === undefined) {
      refusals.push(
        ofRow(
          line,
          'Year',
          expected(
            'a year, a span of years or nothing',
            cell('Year'),
            'which figures it touches is not clear',
          ),
        ),
      );
      continue;
    }
    footnotes.push({
      number: index + 1,
      line,
      text: cell('Footnote').replace(/\s+/g, ' '),
      years,
      origin: cell('Country of origin (ISO)'),
      asylum: cell('Country of asylum (ISO)'),
      group: cell('Population type'),
    });
  }
  return {
    columns: sheet.headers.map((header) => ({
      header,
      takenFor: HEADER.includes(header) ? 'which figures the remark touches' : 'not read',
    })),
    ...{ statements: [], refusals, footnotes },
  };
}

/** `2017`, `2017 - 2022`, or several of them parted by commas; null for all years, undefined for anything else. */
function spansOf(text: string): Footnote['years'] | undefined {
  if (text === '') return null;
  const spans: [number, number][] = [];
  for (const part of text.split(/ *[,;] */)) {
    const [, first, last] = /^(\d{4})(?: *[-\u2013] *(\d{4}))?$/.exec(part) ?? [];
    const [a, b] = [Number(first), Number(last ?? first)];
    if (first === undefined || a > b) return undefined;
    spans.push([a, b]);
  }
  return spans;
}

/** Whether a remark is about a figure of this year, country and group. */
export function touches(
  note: Footnote,
  year: number,
  origin: string,
  asylum: string,
  group: string,
): boolean {
  const groups = note.group.split(/[,;/ ]+/).filter((one) => one !== '');
  return (
    (note.years?.some(([first, last]) => first <= year && year <= last) ?? true) &&
    (note.origin === '' || note.origin === origin) &&
    (note.asylum === '' || note.asylum === asylum) &&
    (groups.length === 0 || groups.includes(group))
  );
}
