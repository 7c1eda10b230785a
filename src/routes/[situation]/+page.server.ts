import { newestShare } from '#lib/pages/newest-share.ts';
import { summariesOf } from '#lib/pages/summary.ts';
import type { PageServerLoad } from './$types';

/** The summary, newest state. */
export const load: PageServerLoad = ({ params: { situation } }) => {
  const { newest, summaryPage } = summariesOf(situation);
  return { ...summaryPage(newest), share: newestShare(situation) };
};
