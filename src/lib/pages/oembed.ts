import { frameMarkup, type Framed } from '#lib/wording/embeds.ts';
import { texts } from '#lib/wording/texts.ts';
import { written } from './written.ts';
import { addresses } from '#lib/wording/addresses.ts';

/** Px: a frame takes the width of what it stands in, so this is only a proposal. */
const WIDTH = 600;

/** What a program that makes frames asks for, by the rules of oembed.com. */
export const oembed = (one: Framed): Response =>
  new Response(
    JSON.stringify({
      type: 'rich',
      version: '1.0',
      title: one.title,
      provider_name: texts.siteName,
      provider_url: written(addresses.home),
      width: WIDTH,
      height: one.height,
      html: frameMarkup(one),
    }),
    { headers: { 'content-type': 'application/json' } },
  );
