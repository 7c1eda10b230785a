import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll } from 'vitest';

/** Bytes a piece, in turn, so that pieces end in the middle of words, of lines and of rows. */
const sizes = [311, 947, 1709, 523];
/** Longer than a frame: the browser draws what it has. */
const pauseMs = 20;
/** Most first views end before: with PROVE=1 none is measured in larger pieces. */
const smallBytes = process.env['PROVE'] === '1' ? 100_000 : 20_000;
/** All first views end long before; what follows comes in large pieces. */
const slowBytes = 100_000;
/** How much larger pieces are between the two; each is laid out and drawn with all that came before. */
const TIMES = 8;

/** Bytes of the piece of a page that begins at a byte. */
function sizeAt(at: number, piece: number): number {
  if (at >= slowBytes) return 20_000;
  const size = sizes[piece % sizes.length] ?? 1000;
  return at < smallBytes ? size : size * TIMES;
}

/** Pages in pieces. */
export interface Pieces {
  /** Without the slash at the end. */
  readonly address: string;
  /** What is to be done once, for a path, before the last piece of its page comes and its scripts run. */
  readonly beforeLast: Map<string, () => Promise<void>>;
}

/**
 * Pages as they come over a poor network, a piece at a time and drawn between the pieces; all else comes at once. It
 * ends with the tests of the file.
 * @param site the address of the site as served, without the slash at the end
 */
export function usePieces(site: string): Pieces {
  const beforeLast: Pieces['beforeLast'] = new Map();
  const server = createServer((request, answer) => {
    void (async () => {
      const path = request.url ?? '/';
      const got = await fetch(site + path);
      const type = got.headers.get('Content-Type') ?? '';
      const policy = got.headers.get('Content-Security-Policy');
      answer.writeHead(got.status, {
        'Content-Type': type,
        ...(policy ? { 'Content-Security-Policy': policy } : {}),
      });
      const bytes = Buffer.from(await got.arrayBuffer());
      if (!type.startsWith('text/html')) return answer.end(bytes);
      for (let at = 0, i = 0; at < bytes.length; i += 1) {
        const size = sizeAt(at, i);
        const last = beforeLast.get(path);
        if (last && at + size >= bytes.length) {
          beforeLast.delete(path);
          await last();
        }
        answer.write(bytes.subarray(at, at + size));
        at += size;
        await pause(pauseMs);
      }
      return answer.end();
    })().catch(() => answer.destroy());
  });
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    beforeLast,
    get address() {
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    },
  };
}
