import { library } from '#lib/server/library.ts';
import { revision } from '#lib/server/revision.ts';
import { site } from '#lib/server/site.ts';
import { newestDay } from '#lib/views/days.ts';
import { addresses } from '#lib/wording/addresses.ts';
import type { ReadAt } from '#lib/wording/quote.ts';

const known = newestDay(library);

/** An address of the site as it is written down elsewhere: whole where the house knows its own. */
export const written = (address: string): string => `${site ?? ''}${address}`;

/** A page read in the state of today. */
export const readOn = (address: string): ReadAt => ({ address: written(address), known, revision });

/** Where a figure is read for good, in the state of today. */
export const readAt = ({ id }: { readonly id: string }): ReadAt =>
  readOn(addresses.figure(library.situation.id, id));
