import { embedsOf, figureEntries } from '#lib/pages/embeds.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** One for every figure ever published here, withdrawn ones too. */
export const entries: EntryGenerator = figureEntries;

export const load: PageServerLoad = ({ params }) =>
  embedsOf(params.situation).figureEmbed(params.figure);
