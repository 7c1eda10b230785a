import type { EntryGenerator, RequestHandler } from './$types';
import { picture, revisedEntries } from '#routes/series-chart.server.ts';

export const prerender = true;
export const entries: EntryGenerator = revisedEntries;

/** One date with every version of it, where a date was revised. */
export const GET: RequestHandler = ({ params }) => picture(params.series, 'asRevised');
