import { newestShare } from '#routes/newest-share.server.ts';
import { situationEntries } from '#routes/situations.server.ts';
import { summariesOf } from '#routes/summary.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = situationEntries;

/** The summary, newest state. */
export const load: PageServerLoad = ({ params: { situation } }) => {
  const { newest, summaryPage } = summariesOf(situation);
  return { ...summaryPage(newest), share: newestShare(situation) };
};
