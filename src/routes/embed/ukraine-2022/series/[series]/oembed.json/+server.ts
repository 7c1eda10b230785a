import { framedSeries, seriesEmbedEntries } from '#routes/embeds.server.ts';
import { oembed } from '#routes/oembed.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = seriesEmbedEntries;

export const GET: RequestHandler = ({ params }) => oembed(framedSeries(params.series));
