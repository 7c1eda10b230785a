import { texts } from '#lib/wording/texts.ts';
import { addressFrom } from './feed-address.ts';
import type { Feed } from './feed.ts';

/**
 * A feed as JSON Feed 1.1. Its addresses must be whole, so without `site` they are left out; each item names the
 * figures whose numbers stand in its text.
 */
export function jsonFeed(feed: Feed, site: string | null): string {
  const at = (key: string, address: string) =>
    site === null ? {} : { [key]: addressFrom(feed.json, address, site) };
  return `${JSON.stringify(
    {
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      description: texts.siteLine,
      language: 'en',
      authors: [{ name: texts.siteName }],
      ...at('home_page_url', feed.page),
      ...at('feed_url', feed.json),
      items: feed.entries.map((entry) => ({
        id: entry.id,
        title: entry.title,
        content_text: entry.text,
        date_published: entry.updated,
        tags: [entry.kind],
        ...at('url', entry.address),
        _caveat: { figures: entry.figures },
      })),
    },
    null,
    1,
  )}\n`;
}
