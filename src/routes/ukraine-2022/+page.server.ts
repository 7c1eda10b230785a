import { newestShare } from '#routes/newest-share.server.ts';
import { newest, summaryPage } from '#routes/summary.server.ts';

/** The summary, newest state. */
export const load = () => ({ ...summaryPage(newest), share: newestShare });
