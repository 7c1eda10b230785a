import { SAID, type Mapping } from '#lib/records/mapping.ts';
import type { Opened, Statement, Understood, Wishes, Writing } from '#lib/intake/model.ts';
import { expected, ofFile } from '#lib/intake/refusal.ts';
import type { Refusals } from '#lib/intake/refusal.ts';
import { sheetOf } from '#lib/intake/sheet.ts';
import type { RawRow, Sheet } from '#lib/intake/sheet.ts';
import { leftAside } from '#lib/wording/left-aside.ts';
import { bump } from './population.ts';

/** Columns that say of what kind a row is: two kinds under one rule would be added up unseen. */
/** As a word of its own: a page or a percentage is no age. */
const KIND =
  /(?<![a-z])(?:types?|kinds?|measures?|indicators?|categor(?:y|ies)|groups?|status|sex|gender|ages?)(?![a-z])/i;
const LONGEST_LIST = 6;

/** The rows of a table that a mapping's `where` keeps. */
export function keeper(
  mapping: Mapping,
  headers: readonly string[],
): (cells: readonly string[]) => boolean {
  const wanted = [...mapping.where].map(
    ([header, values]) => [headers.indexOf(header), new Set(values)] as const,
  );
  return (cells) => wanted.every(([index, values]) => values.has((cells[index] ?? '').trim()));
}

export const writingOf = (mapping: Mapping | null): Writing => ({
  dates: mapping?.dates ?? 'YYYY-MM-DD',
  numbers: mapping?.numbers ?? 'plain',
  places: mapping?.places ?? new Map(),
  missing: mapping?.missing ?? new Map(),
  qualifier: mapping?.constants.qualifier ?? 'exact',
});

/** Any table of one row a figure, by a mapping. */
export function readTidy(opened: Opened, wishes: Wishes): Understood {
  const sheet = sheetOf(opened.rows, 0, opened.refusals);
  if (wishes.mapping === null) {
    const what =
      'expected a mapping, found none; a table of any other kind is read by one that is kept with its source (--mapping FILE, see seeds/README.md)';
    return { columns: [], statements: [], refusals: [...sheet.refusals, ofFile(what)] };
  }
  return mapped(sheet, wishes.mapping, wishes, true, opened.dropped);
}

export function isHxl({ rows }: Opened): string | null {
  const tags = rows[1]?.cells.filter((cell) => cell.trim() !== '') ?? [];
  return tags.length >= 2 && tags.every((cell) => /^#[a-z]+(?: *\+[a-z0-9_]+)*$/i.test(cell.trim()))
    ? `row ${rows[1]?.line ?? 2} holds HXL tags (${tags.slice(0, 3).join(', ')} …)`
    : null;
}

/** A table with HXL tags in row two: they say where place, day and number stand, not by which rule is counted. */
export function readHxl(opened: Opened, wishes: Wishes): Understood {
  const sheet = sheetOf(opened.rows, 0, opened.refusals);
  const [tagRow, ...rows] = sheet.rows;
  const tags = (tagRow?.cells ?? []).map((cell) => cell.trim().toLowerCase().replace(/\s+/g, ''));
  const refusals: Refusals = [...sheet.refusals];
  const find = (of: (tag: string) => boolean) =>
    sheet.headers.filter((_, index) => of(tags[index] ?? ''));
  const isPlace = (tag: string) => /^#(?:country|geo|adm0)/.test(tag);
  const found = {
    code: find((tag) => isPlace(tag) && tag.includes('+code') && !tag.includes('+origin')),
    place: find((tag) => isPlace(tag) && !tag.includes('+code') && !tag.includes('+origin')),
    origin: find((tag) => isPlace(tag) && tag.includes('+code') && tag.includes('+origin')),
    as_of: find((tag) => tag.startsWith('#date') && !tag.includes('+start')),
    value: find((tag) => /^#(?:affected|population|reached|inneed|value)/.test(tag)),
  };
  const columns: Record<string, string> = {};
  for (const [meaning, headers] of Object.entries(found)) {
    const named = wishes.mapping?.columns[meaning as keyof typeof found];
    const header = named ?? headers[0];
    if (headers.length > 1 && named === undefined) {
      refusals.push(
        ofFile(
          `expected one column for ${meaning}, found ${headers.join(', ')} tagged alike; name the one that is meant in a mapping`,
          tagRow?.line ?? 2,
        ),
      );
    } else if (header !== undefined) {
      columns[meaning] = header;
    }
  }
  if (columns['value'] === undefined && refusals.length === 0) {
    refusals.push(
      ofFile(
        'expected a column tagged #affected, #population, #reached, #inneed or #value, found none',
        tagRow?.line ?? 2,
      ),
    );
  }
  const given = wishes.mapping ?? NO_MAPPING;
  const mapping: Mapping = { ...given, columns: { ...given.columns, ...columns } };
  const understood = mapped({ ...sheet, rows, refusals }, mapping, wishes, wishes.mapping !== null);
  return understood;
}

const NO_MAPPING: Mapping = {
  source: '',
  format: 'hxl',
  columns: {},
  constants: {},
  dates: 'YYYY-MM-DD',
  numbers: 'plain',
  places: new Map(),
  definitions: new Map(),
  where: new Map(),
  missing: new Map(),
};

function mapped(
  sheet: Sheet,
  mapping: Mapping,
  wishes: Wishes,
  byMapping: boolean,
  dropped = 0,
): Understood {
  const { headers } = sheet;
  const refusals: Refusals = [...sheet.refusals];
  const passed = new Map<string, number>();
  if (dropped > 0) passed.set(leftAside.notMeant, dropped);
  for (const header of [...Object.values(mapping.columns), ...mapping.where.keys()]) {
    if (!headers.includes(header)) {
      refusals.push(
        ofFile(
          expected(
            `the columns that the mapping names (the file has ${headers.slice(0, 12).join(', ')})`,
            header,
            'mend the mapping, or the file is another one',
          ),
          1,
        ),
      );
    }
  }
  const value = mapping.columns.value ?? '';
  if (/\b(?:sum|total|all)\b/i.test(value)) {
    refusals.push(
      ofFile(
        expected(
          'a column that counts one thing',
          value,
          'it adds things up that may be unlike; take the columns it adds, or rename it if it is the publisher’s own count',
        ),
        1,
      ),
    );
  }
  const keeps = keeper(mapping, headers);
  const rows = refusals.some(({ whole }) => whole)
    ? []
    : sheet.rows.filter(({ cells }) => {
        const isKept = keeps(cells);
        if (!isKept) bump(passed, leftAside.notMeant);
        return isKept;
      });
  refusals.push(...unlikeKinds(headers, rows, mapping));
  const cell = (cells: readonly string[], meaning: keyof Mapping['columns']) => {
    const header = mapping.columns[meaning];
    return header === undefined ? '' : (cells[headers.indexOf(header)] ?? '');
  };
  const saidIn = (cells: readonly string[]) =>
    Object.fromEntries(
      SAID.flatMap((meaning) => {
        const text = cell(cells, meaning).trim();
        return text === '' ? [] : [[meaning, text]];
      }),
    );
  const statements = rows.map(({ line, cells }): Statement => ({
    line,
    column: value,
    name: cell(cells, 'place'),
    code:
      mapping.columns.place === undefined && mapping.columns.code === undefined
        ? (mapping.constants.place ?? wishes.place ?? '')
        : cell(cells, 'code'),
    origin: cell(cells, 'origin'),
    day:
      mapping.columns.as_of === undefined
        ? (mapping.constants.as_of ?? wishes.asOf ?? '')
        : cell(cells, 'as_of'),
    dayColumn: mapping.columns.as_of ?? '',
    isYear: false,
    value: cell(cells, 'value'),
    ruling: byMapping ? { kind: 'mapping', mapping, said: saidIn(cells) } : { kind: 'flags' },
  }));
  const meanings = new Map(
    Object.entries(mapping.columns).map(([meaning, header]) => [header, meaning]),
  );
  return {
    columns: headers.map((header) => ({
      header,
      takenFor:
        meanings.get(header) ?? (mapping.where.has(header) ? 'which rows are meant' : 'not read'),
    })),
    ...{ statements, refusals, passed, writing: writingOf(mapping) },
  };
}

/** A column that nobody named and by which the rows kept are of different kinds. */
function unlikeKinds(
  headers: readonly string[],
  rows: readonly RawRow[],
  mapping: Mapping,
): Refusals {
  const named = new Set([...Object.values(mapping.columns), ...mapping.where.keys()]);
  return headers.flatMap((header, index) => {
    const words = header.replace(/([a-z])([A-Z])/g, '$1 $2');
    if (named.has(header) || !KIND.test(words)) return [];
    const kinds = new Set<string>();
    for (const { cells } of rows)
      if (kinds.size <= LONGEST_LIST) kinds.add((cells[index] ?? '').trim());
    kinds.delete('');
    if (
      kinds.size < 2 ||
      kinds.size > LONGEST_LIST ||
      [...kinds].every((kind) => /^\d+$/.test(kind))
    )
      return [];
    const found = [...kinds].join(', ');
    return [
      ofFile(
        expected(
          'one kind of number in one column',
          `${header}: ${found}`,
          `unlike kinds do not stand in one column; name the one that is meant in the mapping (where: ${header}: …)`,
        ),
        1,
      ),
    ];
  });
}
