import type { Library } from '#lib/records/model.ts';
import { figureRecord } from './figure-record.ts';

/** All figures as JSON: `{ situation, figures: [record, …] }`, one record a line. */
export const figuresJson = (library: Pick<Library, 'figures' | 'situation'>): string =>
  `{"situation":${JSON.stringify(library.situation.id)},"figures":[\n${library.figures
    .map((figure) => JSON.stringify(figureRecord(figure)))
    .join(',\n')}\n]}\n`;
