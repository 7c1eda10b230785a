import { jsonFeed } from '#lib/downloads/feed-json.ts';
import { feedOfAll } from '#lib/downloads/feed.ts';
import { library } from '#lib/server/library.ts';
import { site } from '#lib/server/site.ts';

export const prerender = true;

export const GET = () =>
  new Response(jsonFeed(feedOfAll(library), site), {
    headers: { 'content-type': 'application/feed+json' },
  });
