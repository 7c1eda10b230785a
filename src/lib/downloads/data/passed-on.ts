import type { Figure } from '#lib/records/model.ts';

/**
 * Whether a figure's number may leave in a file. A single number with its citation is a fact, so it may, unless the
 * publication's own terms forbid passing its numbers on: then the row is there with all that tells where to read the
 * number and with the clause, but the number itself, in any form, is not. Every exporter asks here and nowhere else.
 */
export const passedOn = (figure: Pick<Figure, 'source'>): boolean =>
  figure.source.redistribution !== 'forbids';
