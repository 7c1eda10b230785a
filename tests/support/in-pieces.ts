import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';

/** Bytes a piece, in turn, so that pieces end in the middle of words, of lines and of rows. */
const sizes = [311, 947, 1709, 523];
/** Longer than a frame: the browser draws what it has. */
const pauseMs = 20;
/** The first views end long before; what follows comes in larger pieces. */
const slowBytes = 100_000;

/**
 * The pages of a built site as they come over a poor network, a piece at a time and drawn between the pieces; all else
 * comes at once from the site itself. It ends with the tests of the file.
 * @param site gives the address of the site as served, without the slash at the end, once it is served
 */
export function usePieces(home: string, site: () => string): { readonly address: string } {
  const server = createServer((request, answer) => {
    const address = request.url ?? '/';
    const path = decodeURIComponent(address.split('?')[0] ?? '/');
    const file = path.endsWith('/') ? `${path}index.html` : path;
    void (async () => {
      if (file.endsWith('.html')) {
        answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
        const bytes = readFileSync(join(home, file));
        for (let at = 0, i = 0; at < bytes.length; i += 1) {
          const size = at < slowBytes ? (sizes[i % sizes.length] ?? 1000) : 20_000;
          answer.write(bytes.subarray(at, at + size));
          at += size;
          await pause(pauseMs);
        }
        answer.end();
      } else {
        const got = await fetch(site() + address);
        answer.writeHead(got.status, { 'Content-Type': got.headers.get('Content-Type') ?? '' });
        answer.end(Buffer.from(await got.arrayBuffer()));
      }
    })();
  });
  beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)));
  afterAll(() => new Promise((ended) => server.close(ended)));
  return {
    get address() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
  };
}
