import { unzipSync, zipSync } from 'fflate';
import writeXlsx from 'write-excel-file/node';
import { mergedCaveats } from '#lib/records/caveats.ts';
import type { Figure, Library } from '#lib/records/model.ts';
import { publishedIso } from '#lib/wording/days.ts';
import { figureRecord } from '#lib/downloads/figure-record.ts';
import { columns, type Cell } from './columns.ts';
import type { Edition } from './edition.ts';

type Row = Readonly<Record<string, Cell>>;

/** The clock of the archive: a zip has no date before this one. Its parts are local time, so that it is so everywhere. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * Figures as a workbook with the sheets figures, sources, caveats and definitions: what the figures name, once each.
 * Text is text: no cell holds a formula, and nothing that looks like a day or a number is turned into one. The same
 * figures give the same bytes.
 */
export async function figuresXlsx(
  { figures }: Pick<Library, 'figures'>,
  edition: Edition,
): Promise<Uint8Array> {
  const sheets = [
    sheet(
      'figures',
      columns.map(({ name }) => name),
      figures.map((figure) => figureRecord(figure, edition)),
    ),
    sheet('sources', sourceKeys, unique(figures.map(({ source }) => source)).map(sourceRow)),
    sheet(
      'caveats',
      caveatKeys,
      mergedCaveats(...figures.map(({ caveats }) => caveats)).map(
        ({ code, label, text, saidBy }) => ({
          code,
          label,
          text,
          said_by: saidBy,
        }),
      ),
    ),
    sheet(
      'definitions',
      definitionKeys,
      unique(figures.map(({ definition }) => definition)).map(definitionRow),
    ),
  ];
  const written = await writeXlsx(sheets).toBuffer();
  const parts = unzipSync(new Uint8Array(written));
  return zipSync(parts, { mtime: NO_DATE, level: 6 });
}

const sourceKeys = [
  'source_id',
  'source',
  'publisher',
  'kind',
  'address',
  'published',
  'retrieved',
  'relay_of',
  'licence',
  'redistribution',
  'note',
] as const;
const caveatKeys = ['code', 'label', 'text', 'said_by'] as const;
const definitionKeys = [
  'definition_id',
  'publisher',
  'statistic',
  'label',
  'text',
  'from',
  'until',
  'replaces',
  'break_day',
  'break_reason',
] as const;

const sourceRow = (source: Figure['source']): Row => ({
  source_id: source.id,
  source: source.title,
  publisher: source.publisher.name,
  kind: source.kind,
  address: source.address,
  published: publishedIso(source.published),
  retrieved: source.retrieved,
  relay_of: source.relayOf,
  licence: source.licence,
  redistribution: source.redistribution,
  note: source.note,
});

const definitionRow = (definition: Figure['definition']): Row => ({
  definition_id: definition.id,
  publisher: definition.publisher.name,
  statistic: definition.statistic,
  label: definition.label,
  text: definition.text,
  from: definition.from,
  until: definition.until,
  replaces: definition.replaces,
  break_day: definition.breakDay,
  break_reason: definition.breakReason,
});

const unique = <T extends { readonly id: string }>(things: readonly T[]): T[] => [
  ...new Map(things.map((thing) => [thing.id, thing])).values(),
];

const sheet = (name: string, keys: readonly string[], rows: readonly Row[]) => ({
  sheet: name,
  stickyRowsCount: 1,
  data: [
    keys.map((key) => ({ value: key, type: String, fontWeight: 'bold' as const })),
    ...rows.map((row) => keys.map((key) => cellOf(row[key] ?? null))),
  ],
});

function cellOf(cell: Cell) {
  if (cell === null || cell === '') return null;
  return typeof cell === 'number'
    ? { value: cell, type: Number }
    : { value: literal(cell), type: String };
}

/** The format takes `_x0041_` for the letter of that number: an underscore before such a name is written as its own. */
const literal = (text: string): string => text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
