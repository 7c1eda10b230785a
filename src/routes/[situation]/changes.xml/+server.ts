import { atomFeed } from '#lib/downloads/feed-atom.ts';
import { feedOfAll } from '#lib/downloads/feed.ts';
import { site } from '#lib/server/site.ts';
import { libraryOf, situationEntries } from '#lib/pages/situations.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = situationEntries;

export const GET: RequestHandler = ({ params }) =>
  new Response(atomFeed(feedOfAll(libraryOf(params.situation)), site), {
    headers: { 'content-type': 'application/atom+xml' },
  });
