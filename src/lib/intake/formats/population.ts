import { itemsAt, keysOf, textAt } from '#lib/intake/json-text.ts';
import type { Json } from '#lib/intake/json-text.ts';
import type { Opened, Statement, Understood } from '#lib/intake/model.ts';
import { ofFile } from '#lib/intake/refusal.ts';
import { sheetOf } from '#lib/intake/sheet.ts';
import type { RawRow } from '#lib/intake/sheet.ts';
import { readWrittenDay } from '#lib/intake/written-day.ts';
import type { IntakeWords } from '#lib/intake/words.ts';
import { BadValue } from '#lib/values/bad-value.ts';
import { leftAside } from '#lib/wording/left-aside.ts';

const YEAR = ['Year', 'year'];
const ORIGIN = ['Country of origin (ISO)', 'Country of Origin (ISO)', 'ISO3CoO', 'coo_iso'];
const ASYLUM = ['Country of asylum (ISO)', 'Country of Asylum (ISO)', 'ISO3CoA', 'coa_iso'];
const BESIDE = [
  ...['Country of origin', 'Country of Origin', 'Country of asylum', 'Country of Asylum'],
  ...['coo_id', 'coo_name', 'coo', 'coa_id', 'coa_name', 'coa'],
];
/** UNHCR's public interface and the R package `refugees` name groups in words of their own; these are the table's. */
const CODES: Readonly<Record<string, string>> = {
  refugees: 'REF',
  asylum_seekers: 'ASY',
  returned_refugees: 'RET',
  idps: 'IDP',
  returned_idps: 'RDP',
  stateless: 'STA',
  ooc: 'OOC',
  oip: 'OIP',
  hst: 'HST',
};
/** A preamble has about ten lines; what begins later is something else. */
const LATEST_HEADER = 30;

function headerAt(rows: readonly RawRow[]): number {
  return rows
    .slice(0, LATEST_HEADER)
    .findIndex(
      ({ cells }) =>
        cells.some((cell) => YEAR.includes(cell.trim())) &&
        [ORIGIN, ASYLUM].every((names) => cells.some((cell) => names.includes(cell.trim()))) &&
        !cells.includes('Footnote'),
    );
}

/** The entries of the interface as rows under their keys; an entry's line is its number. */
function rowsIn(json: Json): RawRow[] {
  const items = itemsAt(json, 'items');
  const headers = [...new Set(items.flatMap((item) => keysOf(item)))];
  return [
    { line: 0, cells: headers },
    ...items.map((item, index) => ({
      line: index + 1,
      cells: headers.map((key) => textAt(item, key)),
    })),
  ];
}

export function isPopulation({ rows, json }: Opened): string | null {
  if (json !== null)
    return headerAt(rowsIn(json).slice(0, 1)) === -1
      ? null
      : 'its items have year, coo_iso and coa_iso, as UNHCR’s public interface gives them';
  return headerAt(rows) === -1
    ? null
    : 'its header has Year with the ISO codes of the countries of origin and asylum';
}

/** UNHCR's Refugee Data Finder: a preamble, then a row for each year, country of origin and country of asylum. */
export function readPopulation(opened: Opened, words: IntakeWords): Understood {
  const rows = opened.json === null ? opened.rows : rowsIn(opened.json);
  const at = headerAt(rows);
  const sheet = sheetOf(rows, at, opened.refusals);
  const refusals = [...sheet.refusals];
  const proposals = preamble(rows.slice(0, at));
  const find = (names: readonly string[]) =>
    sheet.headers.findIndex((header) => names.includes(header));
  const [year, origin, asylum] = [find(YEAR), find(ORIGIN), find(ASYLUM)];
  const passed = new Map<string, number>();
  const groups = sheet.headers.map((header, index) => {
    if (index === year || index === origin || index === asylum || BESIDE.includes(header))
      return null;
    const known = words.groups.find(
      (row) =>
        row.portal === 'refugee-data-finder' &&
        (row.name === header || row.group === (CODES[header] ?? header)),
    );
    if (known !== undefined) return known;
    // The interface has a column for every group there is: one that nobody put on record is not taken.
    if (header in CODES) {
      bump(passed, leftAside.notCounted(header, 'cells'));
      return null;
    }
    const what = `expected population groups of population-groups.csv, found "${header}"; unknown population group: add a row there with the definition it counts by. A group that is not taken has none`;
    refusals.push(ofFile(what, rows[at]?.line ?? 1));
    return null;
  });
  const statements: Statement[] = [];
  const home = words.library.situation.country.id;
  for (const { line, cells } of sheet.rows) {
    const from = cells[origin] ?? '';
    if (from !== home) {
      bump(passed, leftAside.elsewhere(home));
      continue;
    }
    for (const [index, group] of groups.entries()) {
      if (group === null) continue;
      if (
        words.groups.every(
          (row) => row.group !== group.group || row.portal !== group.portal || row.rule === null,
        )
      ) {
        bump(passed, leftAside.notCounted(group.name, 'cells'));
        continue;
      }
      const asylumCode = cells[asylum] ?? '';
      // The table has every pair of countries with a column for each group: where the other country is not meant, it is empty or 0.
      const isInside = words.groups.some(
        (row) =>
          row.group === group.group && row.portal === group.portal && row.rule?.way === 'inside',
      );
      if (isInside !== (asylumCode === home)) {
        bump(passed, leftAside.notThere(group.name));
        continue;
      }
      statements.push({
        line,
        column: sheet.headers[index] ?? '',
        name: '',
        code: asylumCode,
        origin: from,
        day: cells[year] ?? '',
        dayColumn: sheet.headers[year] ?? '',
        isYear: true,
        value: cells[index] ?? '',
        ruling: {
          kind: 'group',
          portal: 'refugee-data-finder',
          group: group.group,
          name: group.name,
        },
      });
    }
  }
  return {
    columns: sheet.headers.map((header, index) => ({
      header,
      takenFor:
        index === year
          ? 'as_of: the last day of the year'
          : index === origin
            ? 'where people come from'
            : index === asylum
              ? 'place'
              : groups[index]
                ? `value of group ${groups[index].group}`
                : 'not read',
    })),
    ...{ statements, refusals, passed, proposals },
    unit: opened.json === null ? 'line' : 'entry',
  };
}

export function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Only what sources.csv asks for, and only as a proposal: licence and days. */
function preamble(rows: readonly RawRow[]): Record<string, string> {
  const proposals: Record<string, string> = {};
  for (const { cells } of rows) {
    const text = cells
      .filter((cell) => cell !== '')
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    const [, extracted] = /^Date extracted:? *(.+)$/i.exec(text) ?? [];
    const [, updated] = /^Last updated:? *(.+)$/i.exec(text) ?? [];
    const [licence] =
      /\bCC[ -]BY(?:-[A-Z]+)*(?: \d\.\d)?(?: IGO)?\b|Creative Commons [^.;]*/i.exec(text) ?? [];
    if (extracted !== undefined) proposals['retrieved'] = dayText(extracted);
    if (updated !== undefined) proposals['published'] = dayText(updated);
    if (licence !== undefined) proposals['licence'] ??= licence.trim();
  }
  return proposals;
}

function dayText(text: string): string {
  try {
    return readWrittenDay(text.trim());
  } catch (cause) {
    if (cause instanceof BadValue) return text.trim();
    throw cause;
  }
}
