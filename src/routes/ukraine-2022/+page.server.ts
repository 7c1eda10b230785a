import { newest, summaryPage } from '#routes/summary.server.ts';

/** The summary, newest state. */
export const load = () => summaryPage(newest);
