import { base } from '$app/paths';
import { NotYet } from '#lib/server/made/queue.ts';
import type { Site } from '#lib/server/made/site.ts';
import { notYetText } from '#lib/wording/not-yet.ts';

/** A file that is made on request; 503 with the seconds to wait where it cannot be made now. */
export async function answerWith(type: string, made: Promise<Buffer>): Promise<Response> {
  try {
    return new Response(new Uint8Array(await made), { headers: { 'content-type': type } });
  } catch (cause) {
    if (!(cause instanceof NotYet)) throw cause;
    return new Response(`${notYetText(cause.reason, cause.seconds)}\n`, {
      status: 503,
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'retry-after': String(cause.seconds),
      },
    });
  }
}

/** The site as it answers itself: in this process, or in dev over the address at which it was asked. */
export function siteOf({
  platform,
  url,
}: {
  readonly platform: Readonly<App.Platform> | undefined;
  readonly url: URL;
}): Site {
  if (platform) return { base, fetch: platform.fetch };
  return {
    base,
    async fetch(path) {
      const answer = await fetch(url.origin + base + path);
      const headers = Object.fromEntries(answer.headers);
      // The body comes decoded.
      for (const name of ['content-encoding', 'content-length'])
        Reflect.deleteProperty(headers, name);
      return { status: answer.status, headers, body: Buffer.from(await answer.arrayBuffer()) };
    },
  };
}
