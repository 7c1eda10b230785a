import { itemsAt, keysOf, textAt } from '#lib/intake/json-text.ts';
import type { Json } from '#lib/intake/json-text.ts';
import type { Opened, Statement, Understood, Wishes } from '#lib/intake/model.ts';
import { ofFile, ofRow } from '#lib/intake/refusal.ts';
import type { Refusals } from '#lib/intake/refusal.ts';
import { sheetOf } from '#lib/intake/sheet.ts';
import type { IntakeWords } from '#lib/intake/words.ts';
import { leftAside } from '#lib/wording/left-aside.ts';
import { bump } from './population.ts';

const NEEDED = ['population', 'reference_period_end'];
const PLACES = [
  ['origin_location_code', 'asylum_location_code'],
  ['location_code', 'location_code'],
] as const;

type Get = (name: string) => string;

/** HAPI answers with the same fields as CSV and as JSON; a CSV from HDX has HXL tags in its second row. */
function recordsOf({ json, rows }: Opened): {
  headers: readonly string[];
  records: { line: number; get: Get }[];
  refusals: Refusals;
} {
  if (json !== null) {
    const entries = Array.isArray(json) ? itemsAt(json) : itemsAt(json, 'data');
    const headers = keysOf(entries[0]);
    const get = (entry: Json) => (name: string) => textAt(entry, name);
    return {
      headers,
      records: entries.map((entry, index) => ({ line: index + 1, get: get(entry) })),
      refusals: [],
    };
  }
  const sheet = sheetOf(rows, 0);
  const records = sheet.rows
    .filter(({ cells }) => !cells.some((cell) => cell.startsWith('#')))
    .map(({ line, cells }) => ({
      line,
      get: (name: string) => (cells[sheet.headers.indexOf(name)] ?? '').trim(),
    }));
  return { headers: sheet.headers, records, refusals: sheet.refusals };
}

export function isHapi(opened: Opened): string | null {
  if (opened.json === null && opened.rows.length === 0) return null;
  const headers =
    opened.json === null
      ? (opened.rows[0]?.cells.map((cell) => cell.trim()) ?? [])
      : recordsOf(opened).headers;
  const isIt =
    NEEDED.every((name) => headers.includes(name)) &&
    PLACES.some((names) => names.every((name) => headers.includes(name)));
  return isIt ? 'it has population, reference_period_end and HAPI’s codes of locations' : null;
}

export function readHapi(opened: Opened, wishes: Wishes, words: IntakeWords): Understood {
  const { headers, records, refusals: before } = recordsOf(opened);
  const refusals: Refusals = [...opened.refusals, ...before];
  const statements: Statement[] = [];
  const passed = new Map<string, number>();
  const home = words.library.situation.country.id;
  const [originField, placeField] =
    PLACES.find((names) => names.every((name) => headers.includes(name))) ?? PLACES[0];
  const isInside = originField === 'location_code';
  for (const { line, get } of records) {
    const origin = get(originField);
    if (origin !== home) {
      bump(passed, leftAside.elsewhere(home));
      continue;
    }
    if (!['', 'all'].includes(get('gender')) || !['', 'all'].includes(get('age_range'))) {
      bump(passed, leftAside.bySexAndAge);
      continue;
    }
    if (get('admin1_code') !== '' || get('admin2_code') !== '') {
      bump(passed, leftAside.byRegion);
      continue;
    }
    const group = get('population_group') || (isInside ? 'IDP' : '');
    const known = words.groups.filter((row) => row.portal === 'hapi' && row.group === group);
    if (known.length > 0 && known.every((row) => row.rule === null)) {
      bump(passed, leftAside.notCounted(group, 'rows'));
      continue;
    }
    const [start, end] = [get('reference_period_start'), get('reference_period_end')].map((text) =>
      text.slice(0, 10),
    );
    if (
      !/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z?)?$/.test(get('reference_period_end'))
    ) {
      refusals.push(
        ofRow(
          line,
          'reference_period_end',
          `expected a day as HAPI writes it (2034-12-31T23:59:59), found "${get('reference_period_end')}"; download the file again, and open it in no spreadsheet`,
        ),
      );
      continue;
    }
    if (start !== undefined && end !== undefined && start > end) {
      refusals.push(
        ofRow(
          line,
          'reference_period_start',
          `expected a day not after ${end}, found ${start}; ask the publisher which is right`,
        ),
      );
      continue;
    }
    statements.push({
      line,
      column: 'population',
      name: '',
      code: get(placeField),
      origin,
      day: end ?? '',
      dayColumn: 'reference_period_end',
      isYear: false,
      value: get('population'),
      ruling:
        wishes.definition !== null && known.length === 0
          ? { kind: 'flags' }
          : { kind: 'group', portal: 'hapi', group, name: '' },
    });
  }
  if (records.length === 0) refusals.push(ofFile('expected rows, found none; ask HAPI again'));
  return {
    unit: opened.json === null ? 'line' : 'entry',
    columns: headers.map((header) => ({
      header,
      takenFor:
        header === 'population'
          ? 'value'
          : header === 'reference_period_end'
            ? 'as_of'
            : header === originField && !isInside
              ? 'where people come from'
              : header === placeField
                ? 'place'
                : header === 'population_group'
                  ? 'measure, population and definition'
                  : 'not read',
    })),
    ...{ statements, refusals, passed },
  };
}
