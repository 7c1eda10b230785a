import { texts } from '#lib/wording/texts.ts';
import { addressFrom } from './feed-address.ts';
import type { Feed, FeedEntry } from './feed.ts';
import { escaped } from './escaped.ts';

/** A feed as Atom (RFC 4287). Without `site` its links are relative to itself, which Atom allows. */
export function atomFeed(feed: Feed, site: string | null): string {
  const to = (address: string) => escaped(addressFrom(feed.atom, address, site));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    `<id>${feed.id}</id>`,
    `<title>${escaped(feed.title)}</title>`,
    `<subtitle>${escaped(texts.siteLine)}</subtitle>`,
    `<updated>${feed.updated}</updated>`,
    `<author><name>${escaped(texts.siteName)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${to(feed.atom)}"/>`,
    `<link rel="alternate" type="text/html" href="${to(feed.page)}"/>`,
    ...feed.entries.map((entry) => entryOf(entry, to)),
    '</feed>\n',
  ].join('\n');
}

function entryOf(entry: FeedEntry, to: (address: string) => string): string {
  return [
    '<entry>',
    `<id>${entry.id}</id>`,
    `<title>${escaped(entry.title)}</title>`,
    `<updated>${entry.updated}</updated>`,
    `<link rel="alternate" type="text/html" href="${to(entry.address)}"/>`,
    `<category term="${entry.kind}" label="${escaped(entry.kindName)}"/>`,
    `<content type="text">${escaped(entry.text)}</content>`,
    '</entry>',
  ].join('\n');
}
