import type { Library } from '#lib/records/model.ts';
import { dataTexts, formatTexts } from '#lib/wording/data.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { texts } from '#lib/wording/texts.ts';
import type { Edition } from './edition.ts';
import { mediaTypeOf, type Format } from './file-kinds.ts';
import { tableSchema } from './table-schema.ts';

/** How each format lays the table out. */
const dialects: Partial<Record<Format, object>> = {
  'hxl.csv': { header: true, headerRows: [1], commentRows: [2] },
  json: { property: 'figures' },
  xlsx: { sheetName: 'figures' },
};

/**
 * The descriptor of all figures of a situation (Frictionless Data Package, version 2). Sizes and hashes are of the
 * files themselves: who writes the descriptor adds them.
 */
export function dataPackage(
  { situation, sources }: Pick<Library, 'situation' | 'sources'>,
  { site, revision }: Edition,
) {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: situation.id,
    title: dataTexts.whole(situation.title),
    description: dataTexts.terms,
    ...(site === null ? {} : { homepage: `${site}${addresses.data}` }),
    version: revision,
    licenses: [{ name: 'notspecified', title: dataTexts.terms }],
    contributors: [{ title: texts.siteName, roles: ['publisher'] }],
    sources: sources.map(({ title, address }) => ({ title, path: address })),
    resources: (Object.keys(formatTexts) as Format[]).map((format) => ({
      name: `figures-${format.replace('.', '-')}`,
      path: `figures.${format}`,
      title: formatTexts[format],
      type: 'table',
      format: format.split('.').at(-1),
      mediatype: mediaTypeOf(`.${format}`),
      ...(/csv|json/.test(format) ? { encoding: 'utf-8' } : {}),
      ...(dialects[format] === undefined ? {} : { dialect: dialects[format] }),
      schema: tableSchema,
    })),
  };
}
