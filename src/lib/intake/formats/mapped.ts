import { BadValue } from '#lib/values/bad-value.ts';
import { SAID, STAR, type Mapping, type Meaning, type ValueColumn } from '#lib/records/mapping.ts';
import type { Opened, Statement, Understood, Wishes, Writing } from '#lib/intake/model.ts';
import { expected, ofFile, ofRow } from '#lib/intake/refusal.ts';
import type { Refusal, Refusals } from '#lib/intake/refusal.ts';
import { joinedHeader, sheetOf } from '#lib/intake/sheet.ts';
import type { RawRow, Sheet } from '#lib/intake/sheet.ts';
import { isSumName } from '#lib/intake/words.ts';
import { monthOf, readWrittenDay } from '#lib/intake/written-day.ts';
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
  // Year and month of two columns are put together as a month is written.
  dates: mapping?.columns.month === undefined ? (mapping?.dates ?? 'YYYY-MM-DD') : 'YYYY-MM',
  numbers: mapping?.numbers ?? 'plain',
  places: mapping?.places ?? new Map(),
  missing: mapping?.missing ?? new Map(),
  qualifier: mapping?.constants.qualifier ?? 'exact',
});

/** Any table of one row a figure, by a mapping. */
export function readTidy(opened: Opened, wishes: Wishes): Understood {
  if (wishes.mapping === null) {
    const sheet = sheetOf(opened.rows, 0, opened.refusals);
    const what =
      'expected a mapping, found none; any other table needs one, kept with its source (--mapping FILE, see seeds/README.md)';
    return { columns: [], statements: [], refusals: [...sheet.refusals, ofFile(what)] };
  }
  const rows = withOneHeader(opened.rows, wishes.mapping);
  const at = headerAt(rows, wishes.mapping);
  if (typeof at !== 'number')
    return { columns: [], statements: [], refusals: [...opened.refusals, at] };
  const sheet = sheetOf(rows.slice(at), 0, opened.refusals, new Set(namedHeaders(wishes.mapping)));
  return mapped(sheet, wishes.mapping, wishes, true, opened.dropped);
}

/** The headers that a mapping names in full. */
const namedHeaders = ({ columns, values, where }: Mapping): string[] => [
  ...Object.values(columns),
  ...values.map(({ header }) => header).filter((header) => !header.includes(STAR)),
  ...where.keys(),
];

/** All columns that the mapping names and the file has not, in one sentence; null where it has them all. */
function missingFrom(mapping: Mapping, headers: readonly string[], line = 1): Refusal | null {
  const missing = [...new Set(namedHeaders(mapping))].filter((name) => !headers.includes(name));
  if (missing.length === 0) return null;
  const there = headers.filter((header) => header !== '').slice(0, 12);
  return ofFile(
    `expected the columns that the mapping names, found none called ${missing.join(', ')} in line ${line} (${there.join(', ')}); correct the names in the mapping, or say which line is the header (header_row); or the file is another one`,
    line,
  );
}

/** Titles and notes above a table have some lines; what begins later is something else. */
const LATEST_HEADER = 25;

/** Which row is the header, or that another one is, in one sentence. */
function headerAt(rows: readonly RawRow[], mapping: Mapping): number | Refusal {
  const { headerRow } = mapping;
  const names = [...new Set(namedHeaders(mapping))];
  const headersIn = (row: RawRow | undefined) => (row?.cells ?? []).map((cell) => cell.trim());
  const missingIn = (headers: readonly string[]) => names.filter((name) => !headers.includes(name));
  const at = headerRow === null ? 0 : rows.findIndex(({ line }) => line === headerRow);
  const wanted = 'the columns that the mapping names';
  if (at === -1)
    return ofFile(
      expected(
        `${wanted} in line ${headerRow ?? 1}`,
        'no such line',
        'correct header_row in the mapping',
      ),
    );
  const headers = headersIn(rows[at]);
  const line = rows[at]?.line ?? 1;
  const missing = missingFrom(mapping, headers, line);
  if (missing === null) return at;
  const start = rows.slice(0, LATEST_HEADER);
  const whole = start.find((row) => missingIn(headersIn(row)).length === 0);
  if (whole !== undefined)
    return ofFile(
      `expected ${wanted} in line ${line}, found them in line ${whole.line}; say header_row: ${whole.line} in the mapping`,
      line,
    );
  const [first, second] = start.filter((row) => {
    const count = missingIn(headersIn(row)).length;
    return count > 0 && count < names.length;
  });
  if (first === undefined || second?.line !== first.line + 1) return missing;
  const joined = joinedHeader(first.cells, second.cells);
  const isWhole = missingIn(joined).length === 0;
  const lines = `${first.line}-${second.line}`;
  const called = isWhole
    ? ''
    : `, and name the columns as they are called then: ${joined.join(', ')}`;
  return ofFile(
    `expected ${wanted} in one header row, found them in lines ${first.line} and ${second.line}; say header_row: ${lines} in the mapping, which puts the two together${called}`,
    first.line,
  );
}

/** The rows with those two of the header as one, where the mapping says that it has two. */
function withOneHeader(rows: readonly RawRow[], { headerFrom, headerRow }: Mapping) {
  const upper = rows.find(({ line }) => line === headerFrom);
  if (upper === undefined) return rows;
  return rows.map((row) =>
    row.line === headerRow ? { ...row, cells: joinedHeader(upper.cells, row.cells) } : row,
  );
}

const TAG = /^#[a-z][a-z0-9_]*(?: *\+[a-z][a-z0-9_]*)*$/i;
/** HXL allows tags below titles and notes; what begins later is something else. */
const LATEST_TAGS = 25;

/** Where the tags are: the first row of which at least half of what is written are tags, and two. Null for none. */
function tagsAt(rows: readonly RawRow[]): number | null {
  const at = rows.slice(0, LATEST_TAGS).findIndex(({ cells }) => {
    const written = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const tags = written.filter((cell) => TAG.test(cell));
    return tags.length >= 2 && tags.length * 2 >= written.length;
  });
  return at === -1 ? null : at;
}

export function isHxl({ rows }: Opened): string | null {
  const at = tagsAt(rows);
  const row = at === null ? undefined : rows[at];
  if (row === undefined) return null;
  const tags = row.cells.filter((cell) => TAG.test(cell.trim()));
  return `row ${row.line} has HXL tags (${tags.slice(0, 3).join(', ')} …)`;
}

/** The tags of our own files (`figures.hxl.csv`), by what each column means. */
const OWN = {
  code: '#loc+code',
  origin: '#loc+origin+code',
  as_of: '#date+as_of',
  value: '#indicator+value+num',
  value_high: '#indicator+value+high',
  qualifier: '#indicator+qualifier',
  stated_as: '#indicator+stated',
  measure: '#indicator+code',
  population: '#group+population',
  definition: '#meta+definition+id',
  period_start: '#date+start',
  verification: '#status+verification',
  status: '#status+obs',
  caveats: '#meta+caveat+code+list',
} as const satisfies Partial<Record<Meaning, string>>;

/** A table with HXL tags: they name the columns of place, day and number, not the counting rule; those of our own files do. */
export function readHxl(opened: Opened, wishes: Wishes): Understood {
  const at = tagsAt(opened.rows) ?? 0;
  const tagRow = opened.rows[at];
  // What is no tag costs its own column.
  const tags = (tagRow?.cells ?? []).map((cell) =>
    TAG.test(cell.trim()) ? cell.trim().toLowerCase().replace(/\s+/g, '') : '',
  );
  const above = (opened.rows[at - 1]?.cells ?? []).map((cell) => cell.trim());
  // Nobody reads a column without a tag, and two may have one name: only its place tells it from others.
  const named = tags.map((tag, index) => above[index] || tag);
  const headers = named.map((name, index) =>
    name === '' || named.indexOf(name) !== index ? `${name || 'column'} (${index + 1})` : name,
  );
  const line = opened.rows[at - 1]?.line ?? tagRow?.line ?? 1;
  const sheet = sheetOf(
    [{ line, cells: headers }, ...opened.rows.slice(at + 1)],
    0,
    opened.refusals,
  );
  const isOwn = [OWN.definition, OWN.value, OWN.code].every((tag) => tags.includes(tag));
  return isOwn ? ownHxl(sheet, tags, wishes) : taggedHxl(sheet, tags, tagRow?.line ?? 2, wishes);
}

function ownHxl(sheet: Sheet, tags: readonly string[], wishes: Wishes): Understood {
  const columns = Object.fromEntries(
    Object.entries(OWN).flatMap(([meaning, tag]) => {
      const header = sheet.headers[tags.indexOf(tag)];
      return header === undefined ? [] : [[meaning, header]];
    }),
  );
  const low = tags.indexOf('#indicator+value+low');
  const [value, caveats] = [tags.indexOf(OWN.value), tags.indexOf(OWN.caveats)];
  // Of a range the number itself is empty, and no caveats are a decision, too.
  const rows = sheet.rows.map(({ line, cells }) => ({
    line,
    cells: cells.map((cell, index) => {
      if (index === value && cell === '') return cells[low] ?? '';
      return index === caveats && cell === '' ? 'none' : cell;
    }),
  }));
  return mapped({ ...sheet, rows }, { ...NO_MAPPING, columns }, wishes, true);
}

function taggedHxl(
  sheet: Sheet,
  tags: readonly string[],
  line: number,
  wishes: Wishes,
): Understood {
  const refusals: Refusals = [...sheet.refusals];
  const find = (of: (tag: string) => boolean) =>
    sheet.headers.filter((_, index) => of(tags[index] ?? ''));
  const isPlace = (tag: string) => /^#(?:country|geo|adm0)(?![a-z0-9])/.test(tag);
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
          line,
        ),
      );
    } else if (header !== undefined) {
      columns[meaning] = header;
    }
  }
  const isSeveral = (wishes.mapping?.values.length ?? 0) > 0;
  if (isSeveral) delete columns['value'];
  else if (columns['value'] === undefined && refusals.length === 0) {
    refusals.push(
      ofFile(
        'expected a column tagged #affected, #population, #reached, #inneed or #value, found none',
        line,
      ),
    );
  }
  const given = wishes.mapping ?? NO_MAPPING;
  const parts = sheet.headers.flatMap((header, index) =>
    /^#adm[1-9]/.test(tags[index] ?? '') ? [{ header, index }] : [],
  );
  // Unless somebody says what is meant, a row of a part would be filed under the whole country.
  const isSaid =
    given.columns.place !== undefined || parts.some(({ header }) => given.where.has(header));
  const isPart = ({ cells }: RawRow) =>
    !isSaid && parts.some(({ index }) => (cells[index] ?? '').trim() !== '');
  const ofParts = sheet.rows.filter(isPart);
  const [firstPart] = ofParts;
  if (firstPart !== undefined) {
    const { header = '', index = 0 } = parts[0] ?? {};
    const lines = ofParts.slice(0, 3).map((row) => row.line);
    refusals.push(
      ofRow(
        firstPart.line,
        header,
        expected(
          'a number of a whole country',
          firstPart.cells[index] ?? '',
          `${ofParts.length} ${ofParts.length === 1 ? 'row is' : 'rows are'} about parts of one (line ${lines.join(', ')}${ofParts.length > 3 ? ' …' : ''}). Name the column of the place in a mapping (columns: place: ${header}). Or name the rows that are meant (where)`,
        ),
      ),
    );
  }
  const rows = sheet.rows.filter((row) => !isPart(row));
  const mapping: Mapping = { ...given, columns: { ...given.columns, ...columns } };
  return mapped({ ...sheet, rows, refusals }, mapping, wishes, wishes.mapping !== null);
}

const NO_MAPPING: Mapping = {
  source: '',
  format: 'hxl',
  columns: {},
  values: [],
  constants: {},
  dates: 'YYYY-MM-DD',
  numbers: 'plain',
  places: new Map(),
  definitions: new Map(),
  where: new Map(),
  missing: new Map(),
  headerRow: null,
  headerFrom: null,
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
  const missing = missingFrom(mapping, headers);
  if (missing !== null) refusals.push(missing);
  const numbers = numberColumns(headers, mapping, refusals, passed);
  for (const { header } of numbers) {
    if (!/\b(?:sum|total|all)\b/i.test(header)) continue;
    refusals.push(
      ofFile(
        expected(
          'a column that counts one thing',
          header,
          'it adds things up that may be unlike. Take the columns it adds, or rename it if it is the publisher’s own count',
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
  refusals.push(
    ...unlikeKinds(headers, rows, [
      ...namedHeaders(mapping),
      ...numbers.map(({ header }) => header),
    ]),
  );
  const cell = (cells: readonly string[], meaning: keyof Mapping['columns']) => {
    const header = mapping.columns[meaning];
    return header === undefined ? '' : (cells[headers.indexOf(header)] ?? '');
  };
  const dayIn = (cells: readonly string[]) => {
    if (mapping.columns.month !== undefined)
      return yearAndMonth(cell(cells, 'year'), cell(cells, 'month'));
    return mapping.columns.as_of === undefined ? null : cell(cells, 'as_of');
  };
  const saidIn = (cells: readonly string[]) =>
    Object.fromEntries(
      SAID.flatMap((meaning) => {
        const text = cell(cells, meaning).trim();
        return text === '' ? [] : [[meaning, text]];
      }),
    );
  const hasPlace = mapping.columns.place !== undefined || mapping.columns.code !== undefined;
  const statements = rows.flatMap(({ line, cells }) => {
    const said = saidIn(cells);
    return numbers.map(({ header, index, piece, column }): Statement => {
      const place = column?.place ?? null;
      const asOf = column?.asOf ?? null;
      const isNamed = place === STAR && !/^[A-Z]{3}$/.test(piece);
      return {
        line,
        column: header,
        name: isNamed ? piece : place === null ? cell(cells, 'place') : '',
        code:
          place !== null
            ? isNamed
              ? ''
              : place === STAR
                ? piece
                : place
            : hasPlace
              ? cell(cells, 'code')
              : (mapping.constants.place ?? wishes.place ?? ''),
        origin: cell(cells, 'origin'),
        day:
          asOf === STAR
            ? piece
            : (asOf ?? dayIn(cells) ?? mapping.constants.as_of ?? wishes.asOf ?? ''),
        dayColumn: asOf === STAR ? header : (mapping.columns.as_of ?? mapping.columns.month ?? ''),
        isYear: false,
        value: cells[index] ?? '',
        ruling: byMapping
          ? { kind: 'mapping', mapping, said: { ...said, ...column?.said } }
          : { kind: 'flags' },
      };
    });
  });
  const meanings = new Map(
    Object.entries(mapping.columns).map(([meaning, header]) => [header, meaning]),
  );
  const taken = new Set(numbers.map(({ header }) => header));
  return {
    columns: headers.map((header) => ({
      header,
      takenFor:
        meanings.get(header) ??
        (taken.has(header)
          ? 'value'
          : mapping.where.has(header)
            ? 'which rows are meant'
            : 'not read'),
    })),
    ...{ statements, refusals, passed, writing: writingOf(mapping) },
  };
}

interface NumberColumn {
  readonly header: string;
  readonly index: number;
  /** What the `*` of the mapping stands for in this header. */
  readonly piece: string;
  /** Null for the one column that `columns.value` names. */
  readonly column: ValueColumn | null;
}

/** The columns that hold numbers; those of a pattern are found by their headers. */
function numberColumns(
  headers: readonly string[],
  mapping: Mapping,
  refusals: Refusals,
  passed: Map<string, number>,
): NumberColumn[] {
  if (mapping.values.length === 0) {
    const header = mapping.columns.value ?? '';
    return [{ header, index: headers.indexOf(header), piece: '', column: null }];
  }
  const named = new Set(namedHeaders(mapping));
  return mapping.values.flatMap((column): NumberColumn[] => {
    const { header: pattern, asOf } = column;
    const [before = '', after] = pattern.split(STAR);
    if (after === undefined)
      return headers.includes(pattern)
        ? [{ header: pattern, index: headers.indexOf(pattern), piece: '', column }]
        : [];
    const like = headers.flatMap((header, index): NumberColumn[] => {
      const isLike =
        !named.has(header) &&
        header.length > before.length + after.length &&
        header.startsWith(before) &&
        header.endsWith(after);
      const piece = header.slice(before.length, header.length - after.length).trim();
      return isLike ? [{ header, index, piece, column }] : [];
    });
    const found = like.filter(({ header, piece }) => {
      if (!isSumName(piece)) return asOf !== STAR || isDay(piece, mapping);
      bump(passed, leftAside.addsUp(header));
      return false;
    });
    if (found.length === 0)
      refusals.push(
        ofFile(
          expected(
            `columns like the mapping’s ${pattern}${asOf === STAR ? ', with a day in the place of the *' : ''}`,
            headers.slice(0, 12).join(', '),
            asOf === STAR && like.length > 0
              ? 'say under dates how the days of the headers are written, or correct the header under values'
              : 'correct the header under values',
          ),
          1,
        ),
      );
    return found;
  });
}

function isDay(text: string, mapping: Mapping): boolean {
  try {
    readWrittenDay(text, mapping.dates);
    return true;
  } catch (cause) {
    if (cause instanceof BadValue) return false;
    throw cause;
  }
}

/** A month as YYYY-MM; what is none comes as it stands, and is refused where days are read. */
function yearAndMonth(year: string, month: string): string {
  const number = /^(?:0?[1-9]|1[0-2])$/.test(month.trim()) ? Number(month) : monthOf(month);
  if (number === null || !/^\d{4}$/.test(year.trim()))
    return `year ${year.trim()}, month ${month.trim()}`;
  return `${year.trim()}-${String(number).padStart(2, '0')}`;
}

/** A column that nobody named and by which the rows kept are of different kinds. */
function unlikeKinds(
  headers: readonly string[],
  rows: readonly RawRow[],
  read: readonly string[],
): Refusals {
  const named = new Set(read);
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
          `different kinds are not read from one column. Name the one that is meant in the mapping (where: ${header}: …)`,
        ),
        1,
      ),
    ];
  });
}
