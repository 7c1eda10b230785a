import { jsonFeed } from '#lib/downloads/feed-json.ts';
import { feedOfAll } from '#lib/downloads/feed.ts';
import { site } from '#lib/server/site.ts';
import { libraryOf, situationEntries } from '#lib/pages/situations.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = situationEntries;

export const GET: RequestHandler = ({ params }) =>
  new Response(jsonFeed(feedOfAll(libraryOf(params.situation)), site), {
    headers: { 'content-type': 'application/feed+json' },
  });
