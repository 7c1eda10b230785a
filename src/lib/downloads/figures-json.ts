import type { Library } from '#lib/records/model.ts';
import { addresses } from '#lib/wording/addresses.ts';
import type { Edition } from '#lib/downloads/data/edition.ts';
import { figureRecord } from './figure-record.ts';

/** Figures as JSON: `{ $schema, situation, data_revision, figures: [record, …] }`, one record a line. */
export const figuresJson = ({ figures }: Pick<Library, 'figures'>, edition: Edition): string =>
  recordsJson(
    figures.map((figure) => figureRecord(figure, edition)),
    edition,
  );

/** Records of figures under the same head; `about` is what else the head says. */
export function recordsJson(
  records: readonly object[],
  edition: Edition,
  about: Readonly<Record<string, string>> = {},
): string {
  const head = {
    $schema: `${edition.site ?? ''}${addresses.figuresSchema}`,
    situation: edition.situation,
    data_revision: edition.revision,
    ...about,
  };
  const lines = records.map((record) => JSON.stringify(record));
  return `${JSON.stringify(head).slice(0, -1)},"figures":[\n${lines.join(',\n')}\n]}\n`;
}
