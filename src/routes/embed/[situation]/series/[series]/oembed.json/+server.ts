import { embedsOf, seriesEmbedEntries } from '#routes/embeds.server.ts';
import { oembed } from '#routes/oembed.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = seriesEmbedEntries;

export const GET: RequestHandler = ({ params }) =>
  oembed(embedsOf(params.situation).framedSeries(params.series));
