import { newestShare } from '#routes/newest-share.server.ts';
import { newest, summaryPage } from '#routes/summary.server.ts';

/** With one situation, the front page is its newest summary. */
export const load = () => ({ ...summaryPage(newest), share: newestShare });
