import { newest, summaryPage } from '#routes/summary.server.ts';

/** With one situation, the front page is its newest summary. */
export const load = () => summaryPage(newest);
