import { newestShare } from '#lib/pages/newest-share.ts';
import { situationEntries } from '#lib/pages/situations.ts';
import { summariesOf } from '#lib/pages/summary.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = situationEntries;

/** The summary, newest state. */
export const load: PageServerLoad = ({ params: { situation } }) => {
  const { newest, summaryPage } = summariesOf(situation);
  return { ...summaryPage(newest), share: newestShare(situation) };
};
