import { counterEntries, embedsOf } from '#routes/embeds.server.ts';
import { oembed } from '#routes/oembed.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = counterEntries;

export const GET: RequestHandler = ({ params }) =>
  oembed(embedsOf(params.situation).framedCounter(params.counter));
