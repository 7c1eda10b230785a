import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { caveat, definition, figure, library, source } from '../../../tests/support/made.ts';
import { figuresCsv } from './figures-csv.ts';
import { figuresJson } from './figures-json.ts';

const counted = figure({
  amount: { kind: 'about', value: 111_000 },
  caveats: [caveat({ code: 'made-up' })],
});

test('every record says qualifier, days, publisher, source, address, definition and caveats by itself', () => {
  const [record] = parse(figuresCsv(library([counted])), { columns: true }) as Record<
    string,
    string
  >[];
  expect(record).toMatchObject({
    id: counted.id,
    value: '111000',
    qualifier: 'about',
    as_of: counted.asOf,
    publisher: counted.definition.publisher.name,
    source: counted.source.title,
    address: counted.source.address,
    caveat_codes: 'made-up',
    caveats: 'What made-up does not tell.',
  });
  expect(record?.['definition']).toContain(counted.definition.text);
});

test('CSV and JSON hold the same records', () => {
  const made = library([counted]);
  const json = JSON.parse(figuresJson(made)) as { figures: Record<string, unknown>[] };
  const csv = parse(figuresCsv(made), { columns: true }) as Record<string, string>[];
  const asText = json.figures.map((record) =>
    Object.fromEntries(Object.entries(record).map(([key, value]) => [key, String(value)])),
  );
  expect(csv).toEqual(asText);
});

test('a range keeps both bounds and has no value between them', () => {
  const range = figure({ amount: { kind: 'between', low: 1_111, high: 2_222 } });
  const [record] = (JSON.parse(figuresJson(library([range]))) as { figures: object[] }).figures;
  expect(record).toMatchObject({ value: '', value_low: 1_111, value_high: 2_222 });
});

test('a word has no value in a file either', () => {
  const word = figure({ amount: { kind: 'word', word: 'hundreds' }, statedAs: 'hundreds' });
  const [record] = (JSON.parse(figuresJson(library([word]))) as { figures: object[] }).figures;
  expect(record).toMatchObject({ value: '', qualifier: 'word', stated_as: 'hundreds' });
});

test('a text that a spreadsheet would run as a formula is escaped', () => {
  const trap = figure({
    source: source({ title: '=HYPERLINK("https://example.org")' }),
    definition: definition(),
  });
  expect(figuresCsv(library([trap]))).toContain(`"'=HYPERLINK(`);
});
