import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { dataPage, dataTexts } from '#lib/wording/data.ts';
import { columns, mapColumns } from '#lib/downloads/data/columns.ts';
import { caveat, figure, library, source } from '../../../tests/support/made.ts';
import { faultsOfCsv, faultsOfJson } from '../../../tests/support/numbers-in-file.ts';
import { figuresCsv, figuresHxlCsv } from './figures-csv.ts';
import { figuresJson } from './figures-json.ts';

const edition = { situation: 'examplia-2030', site: null, revision: 'abcdef0123' };
const counted = figure({
  amount: { kind: 'about', value: 111_000 },
  caveats: [caveat({ code: 'made-up' })],
});
const cited = figure({
  amount: { kind: 'at_least', value: 4_321 },
  statedAs: 'at least 4,321',
  source: source({ id: 'example-relay', redistribution: 'forbids' }),
});
const recordsOf = (...figures: Parameters<typeof library>[0]) =>
  (JSON.parse(figuresJson(library(figures), edition)) as { figures: Record<string, unknown>[] })
    .figures;

test('every record says qualifier, days, publisher, source, address, definition and caveats by itself', () => {
  const [record] = parse(figuresCsv(library([counted]), edition), { columns: true }) as Record<
    string,
    string
  >[];
  expect(record).toMatchObject({
    id: counted.id,
    page: `/examplia-2030/figures/${counted.id}/`,
    value: '111000',
    bound_low: '',
    qualifier: 'about',
    as_of: counted.asOf,
    publisher: counted.definition.publisher.name,
    source: counted.source.title,
    address: counted.source.address,
    caveat_codes: 'made-up',
    caveats: 'What made-up does not tell.',
    data_revision: 'abcdef0123',
  });
  expect(record?.['definition']).toContain(counted.definition.text);
});

test('CSV and JSON hold the same records', () => {
  const made = library([counted, cited]);
  const csv = parse(figuresCsv(made, edition), { columns: true }) as Record<string, string>[];
  const asText = recordsOf(counted, cited).map((record) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, String(value ?? '')])),
  );
  expect(csv).toEqual(asText);
});

test('with HXL the second row tags every column once, and the rest is the same', () => {
  const [names, tags, ...rows] = parse(figuresHxlCsv(library([counted]), edition)) as string[][];
  expect([names, ...rows]).toEqual(parse(figuresCsv(library([counted]), edition)));
  expect(new Set(tags).size).toBe(columns.length);
  for (const tag of tags ?? []) expect(tag).toMatch(/^#[a-z]+(?:\+[a-z][a-z0-9_]*)*$/);
});

test('every column has its words, in the order of the files', () => {
  expect(columns.map(({ name }) => name as string)).toEqual(Object.keys(dataTexts.columns));
  expect(mapColumns.map(({ name }) => name as string)).toEqual(Object.keys(dataTexts.mapColumns));
});

test('a range keeps both bounds and has no value between them', () => {
  const [record] = recordsOf(figure({ amount: { kind: 'between', low: 1_111, high: 2_222 } }));
  expect(record).toMatchObject({
    value: null,
    value_low: 1_111,
    value_high: 2_222,
    bound_low: 1_111,
    bound_high: 2_222,
  });
});

test('a word has no value in a file either', () => {
  const [record] = recordsOf(
    figure({ amount: { kind: 'word', word: 'hundreds' }, statedAs: 'hundreds' }),
  );
  expect(record).toMatchObject({ value: null, qualifier: 'word', stated_as: 'hundreds' });
});

test('a stock speaks about one day', () => {
  const [record] = recordsOf(figure({ periodStart: null, asOf: '2030-01-04' }));
  expect(record).toMatchObject({
    reference_period_start: '2030-01-04',
    reference_period_end: '2030-01-04',
  });
});

test('a number that its publication forbids passing on is left out, and all else is there', () => {
  const texts = [
    figuresCsv(library([cited]), edition),
    figuresHxlCsv(library([cited]), edition),
    figuresJson(library([cited]), edition),
  ];
  for (const text of texts) {
    expect(text).toContain(cited.source.address);
    expect(text).toContain(cited.definition.text);
    expect(text).not.toMatch(/4,?321/);
  }
  const [record] = recordsOf(cited);
  expect(record).toMatchObject({
    qualifier: 'at_least',
    redistribution: 'forbids',
    not_passed_on: dataTexts.notPassedOn,
  });
  for (const { name } of columns.filter(({ tells }) => tells)) expect(record?.[name]).toBeNull();
});

test('the law of numbers in files takes these, and sees a number passed on or held back against the rule', () => {
  const made = library([counted, cited]);
  const json = figuresJson(made, edition);
  expect(faultsOfCsv(figuresCsv(made, edition), made.figures)).toEqual([]);
  expect(faultsOfCsv(figuresHxlCsv(made, edition), made.figures)).toEqual([]);
  expect(faultsOfJson(json, made.figures)).toEqual([]);
  const spoilt = (...[from, to]: [string | RegExp, string]) => {
    const lines = json.split('\n');
    return lines
      .map((line) => (line.includes('"forbids"') ? line.replace(from, to) : line))
      .join('\n');
  };
  for (const planted of [
    spoilt('"value":null', '"value":4321'),
    spoilt('"bound_low":null', '"bound_low":4321'),
    spoilt('"stated_as":null', '"stated_as":"at least 4,321"'),
    spoilt('"sentence":"', '"sentence":"At least 4,321 people. '),
    spoilt(/"not_passed_on":"[^"]*"/, '"not_passed_on":null'),
    json.replace('"value":111000', '"value":null'),
    json.replace('"amount":"about', '"amount":"'),
    json.replace('"not_passed_on":null', '"not_passed_on":"Citation only"'),
  ]) {
    expect(planted).not.toBe(json);
    expect(faultsOfJson(planted, made.figures)).not.toEqual([]);
  }
});

test.each([
  '=HYPERLINK("https://example.org")',
  '+1',
  '-1',
  '@SUM(1)',
  ' =1+1',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  '\u00a0=1',
])('a text that a spreadsheet would run as a formula is escaped: %j', (title) => {
  const trap = figure({ source: source({ title }) });
  const [record] = parse(figuresCsv(library([trap]), edition), { columns: true }) as {
    source: string;
  }[];
  expect(record?.source).toBe(`'${title}`);
});

test('CSV begins with its first header and no byte-order mark, as pandas, R and LibreOffice read it, and /data/ says so', () => {
  const made = library([figure({ statedAs: 'Größe, Łódź, Україна' })]);
  for (const text of [figuresCsv(made, edition), figuresHxlCsv(made, edition)]) {
    const bytes = new TextEncoder().encode(text);
    expect([...bytes.slice(0, 3)]).not.toEqual([0xef, 0xbb, 0xbf]);
    expect(text.startsWith(`${columns[0]?.name},`)).toBe(true);
    // Read as UTF-8 every sign is what it was.
    const read = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    expect(read).toBe(text);
    expect(read).toContain('Größe, Łódź, Україна');
  }
  expect(dataPage.sheet.text).toMatch(/CSV has no byte-order mark.*Excel.*open the workbook/);
});
