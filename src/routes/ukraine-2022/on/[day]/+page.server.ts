import type { EntryGenerator, PageServerLoad } from './$types';
import { days, summaryPage } from '#routes/summary.server.ts';

/** One page for every day on which a source came out. */
export const entries: EntryGenerator = () => days.map((day) => ({ day }));

export const load: PageServerLoad = ({ params }) => summaryPage(params.day);
