import { libraries } from '#lib/server/library.ts';
import { newestDay } from '#lib/views/days.ts';
import { newestShare } from '#lib/pages/newest-share.ts';
import { onlySituation } from '#lib/pages/situations.ts';
import { summariesOf } from '#lib/pages/summary.ts';

/** The situations; with one situation, its newest summary. */
export const load = () => {
  if (onlySituation !== null) {
    const { newest, summaryPage } = summariesOf(onlySituation);
    return {
      page: { ...summaryPage(newest), share: newestShare(onlySituation) },
      situations: [],
    };
  }
  return {
    page: null,
    situations: libraries.map((library) => ({
      id: library.situation.id,
      title: library.situation.title,
      newest: newestDay(library),
    })),
  };
};
