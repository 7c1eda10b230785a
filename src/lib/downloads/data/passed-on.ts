import type { Figure } from '#lib/records/model.ts';

/**
 * Whether a figure's number may leave in a file. Every exporter asks here and nowhere else: where the answer is no,
 * the row is there with all that tells where to read the number, but the number itself, in any form, is not.
 */
export const passedOn = (figure: Pick<Figure, 'source'>): boolean =>
  figure.source.redistribution === 'may';
