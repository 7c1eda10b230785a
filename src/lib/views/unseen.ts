import { hasEffect } from '#lib/records/caveats.ts';
import type { Figure } from '#lib/records/model.ts';

/** Whether it was read in a text that repeats its publisher, and not in the publisher's own words. */
export const isUnseen = ({ source }: Pick<Figure, 'source'>): boolean =>
  source.relayOf !== null && !hasEffect(source.caveats, 'own-words');
