import { counterEntries, embedsOf } from '#lib/pages/embeds.ts';
import { oembed } from '#lib/pages/oembed.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = counterEntries;

export const GET: RequestHandler = ({ params }) =>
  oembed(embedsOf(params.situation).framedCounter(params.counter));
