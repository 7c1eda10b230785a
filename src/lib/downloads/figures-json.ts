import type { Library } from '#lib/records/model.ts';
import { addresses } from '#lib/wording/addresses.ts';
import type { Edition } from '#lib/downloads/data/edition.ts';
import { figureRecord } from './figure-record.ts';

/** Figures as JSON: `{ $schema, situation, data_revision, figures: [record, …] }`, one record a line. */
export const figuresJson = ({ figures }: Pick<Library, 'figures'>, edition: Edition): string => {
  const head = {
    $schema: `${edition.site ?? ''}${addresses.figuresSchema}`,
    situation: edition.situation,
    data_revision: edition.revision,
  };
  const records = figures.map((figure) => JSON.stringify(figureRecord(figure, edition)));
  return `${JSON.stringify(head).slice(0, -1)},"figures":[\n${records.join(',\n')}\n]}\n`;
};
