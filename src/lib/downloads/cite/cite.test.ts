import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { newestDay } from '#lib/views/days.ts';
import { allSeries } from '#lib/views/series.ts';
import {
  citeFigure,
  citePage,
  citeSeries,
  citeSource,
  type Citation,
} from '#lib/wording/citation.ts';
import { publishedIso } from '#lib/wording/days.ts';
import { parsePublished } from '#lib/values/published.ts';
import { readBibtex, readRis, readTex } from '../../../../tests/support/cited.ts';
import { bibtex } from './bibtex.ts';
import { cslJson } from './csl.ts';
import { plain } from './plain.ts';
import { ris } from './ris.ts';

const read = {
  address: 'https://caveat.example/a%20b/~c_d/',
  known: newestDay(library),
  revision: '0123456789',
};
const hostile: Citation = {
  key: 'caveat-source-made.up_2030-01',
  kind: 'source',
  title: 'A & B: 5 % of $1 #2 in_a {brace} ~tilde ^hat \\back <x> | "quoted" ’ Köln Київ',
  author: 'Office {of} & Co., Ltd',
  genre: 'report',
  published: parsePublished('2030-02'),
  ...read,
  original: {
    title: null,
    relay: 'repeats ER  - \r\nTY  - BOOK',
    address: 'https://example.org/a_b?c=%20&d#e',
  },
};
const undated: Citation = { ...hostile, key: 'undated', published: { kind: 'undated' } };
/** By somebody who only repeats a number: it is not its publisher's text. */
const relayed: Citation = { ...hostile, key: 'relayed', author: null, genre: 'news' };
const all: readonly Citation[] = [
  hostile,
  undated,
  relayed,
  citePage('summary', library, read),
  ...[...allSeries(library).values()].map((series) => citeSeries(series, read)),
  ...library.sources.map((source) => citeSource(source, read)),
  ...library.figures.filter((_, i) => i % 50 === 0).map((figure) => citeFigure(figure, read)),
];
const one = (text: string) => text.replace(/\s+/g, ' ').trim();
const note = ({ original }: Citation) => original?.address ?? '';

test('no two citations have one key, and a key holds nothing a reference manager stumbles over', () => {
  const figures = library.figures.map((figure) => citeFigure(figure, read));
  const keys = [...all.filter(({ kind }) => kind !== 'figure'), ...figures].map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.filter((key) => !/^[a-z0-9._-]+$/.test(key))).toEqual([]);
});

test('BibTeX read back says what was cited, letter by letter', () => {
  for (const citation of all) {
    const entry = readBibtex(bibtex(citation));
    expect(entry.key).toBe(citation.key);
    const { title, author, year, month, day, url, version } = entry.fields;
    expect(readTex(title ?? '')).toBe(one(citation.title));
    expect(author === undefined ? null : readTex(author)).toBe(
      citation.author && one(citation.author),
    );
    const iso = publishedIso(citation.published);
    const said = [year, month, day?.padStart(2, '0')].flatMap((part) => part ?? []).join('-');
    expect(said).toBe(iso ?? '');
    expect([url, version]).toEqual([citation.address, citation.revision]);
    const words = readTex(entry.fields['note'] ?? '');
    expect(words).toContain(`known on ${citation.known}`);
    expect(words).toContain(note(citation));
  }
});

test('RIS read back says the same, and no text begins a line of its own', () => {
  for (const citation of all) {
    const text = ris(citation);
    const record = readRis(text);
    expect(record['TY']).toMatch(/^(?:ELEC|DATA|RPRT|NEWS|GEN)$/);
    expect([record['ID'], record['TI'], record['AU']]).toEqual([
      citation.key,
      one(citation.title),
      citation.author === null ? undefined : one(citation.author).replaceAll(',', ''),
    ]);
    const iso = publishedIso(citation.published);
    expect(record['DA']).toBe(
      iso === null ? undefined : `${iso.replaceAll('-', '/')}${iso.length === 7 ? '//' : '/'}`,
    );
    expect(record['PY']).toBe(iso?.slice(0, 4));
    expect([record['UR'], record['ET']]).toEqual([citation.address, citation.revision]);
    expect(record['N1']).toContain(`known on ${citation.known}`);
    expect(record['N1']).toContain(note(citation));
  }
});

/** The fields of CSL-JSON used here, by name and type as its schema has them; a further one would be a slip. */
const date = {
  type: 'object',
  required: ['date-parts'],
  additionalProperties: false,
  properties: {
    'date-parts': {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'integer', minimum: 1 } },
    },
  },
};
const isCsl = new Ajv().compile({
  type: 'array',
  minItems: 1,
  maxItems: 1,
  items: {
    type: 'object',
    required: ['id', 'type', 'title', 'URL', 'version', 'note'],
    additionalProperties: false,
    properties: {
      id: { type: 'string' },
      type: { enum: ['webpage', 'dataset', 'report', 'document', 'article-newspaper'] },
      title: { type: 'string', minLength: 1 },
      author: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['literal'],
          additionalProperties: false,
          properties: { literal: { type: 'string', minLength: 1 } },
        },
      },
      'container-title': { const: 'Caveat' },
      issued: date,
      URL: { type: 'string' },
      version: { type: 'string' },
      note: { type: 'string' },
    },
  },
});
interface Item {
  readonly id: string;
  readonly title: string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
}

test('CSL-JSON has the fields and types of its schema, and as much of a day as is known', () => {
  for (const citation of all) {
    const file = JSON.parse(cslJson(citation)) as [Item];
    expect(isCsl(file), JSON.stringify(isCsl.errors)).toBe(true);
    const [item] = file;
    expect([item.id, item.title]).toEqual([citation.key, citation.title]);
    const parts = publishedIso(citation.published)?.split('-').map(Number);
    expect(item.issued?.['date-parts'][0]).toEqual(parts);
  }
});

test('as text a citation names who, what, state and revision, and a text without a day says so', () => {
  for (const citation of all) {
    const text = plain(citation);
    for (const needed of [citation.title, citation.address, citation.revision])
      expect(text).toContain(needed);
    if (citation.author !== null) expect(text).toContain(citation.author);
    expect(text).toContain(', as known on ');
    expect(text.includes('no date')).toBe(citation.published.kind === 'undated');
  }
});
