import { createHash, createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';

/** Those that the server knows; the names are its own. */
export const KEYS = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER' };
const REGION = 'made-up-1';

export interface S3Server {
  /** What names it in the environment, with keys that may read. */
  readonly env: Readonly<Record<string, string>>;
  readonly address: string;
  /** Every request that came, and what was answered. */
  readonly requests: {
    method: string;
    url: string;
    headers: IncomingMessage['headers'];
    status: number;
  }[];
  put(key: string, body: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Breaks the next connection after so many bytes of a body; `then` runs before anything else is answered. */
  breakAfter(bytes: number, then?: () => Promise<void>): void;
  close(): Promise<void>;
}

/**
 * An S3 server with the one bucket `figures`. The server does not calculate signatures (version 4) itself, so what stands before
 * it does, by the procedure that AWS describes, and refuses as S3 refuses.
 */
export async function startS3(): Promise<S3Server> {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-s3-'));
  const store = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: folder,
    configureBuckets: [{ name: 'figures', configs: [] }],
  });
  const { port } = await store.run();
  const requests: S3Server['requests'] = [];
  let cut: { bytes: number; then: () => Promise<void> } | null = null;
  let settled: Promise<void> = Promise.resolve();

  const server = createServer((asked, answer) => {
    void settled.then(() => pass(asked, answer));
  });
  function pass(asked: IncomingMessage, answer: ServerResponse) {
    const entry = {
      method: asked.method ?? '',
      url: asked.url ?? '',
      headers: asked.headers,
      status: 0,
    };
    requests.push(entry);
    if (!isSigned(asked)) {
      entry.status = 403;
      answer.writeHead(403, { 'content-type': 'application/xml' });
      answer.end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
      return;
    }
    const onward = request(
      { host: '127.0.0.1', port, method: asked.method, path: asked.url, headers: asked.headers },
      (came) => {
        entry.status = came.statusCode ?? 0;
        answer.writeHead(came.statusCode ?? 500, came.headers);
        if (cut === null || asked.method !== 'GET') {
          came.pipe(answer);
          return;
        }
        const { bytes, then } = cut;
        cut = null;
        let sent = 0;
        came.on('data', (chunk: Buffer) => {
          const part = chunk.subarray(0, Math.max(0, bytes - sent));
          sent += part.length;
          if (part.length > 0) answer.write(part);
          if (sent < bytes) return;
          came.removeAllListeners('data');
          came.destroy();
          settled = then();
          // What was written is sent first.
          setTimeout(() => answer.destroy(), 20);
        });
      },
    );
    asked.pipe(onward);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    env: { ...KEYS, AWS_REGION: REGION, AWS_ENDPOINT_URL_S3: address },
    requests,
    breakAfter(bytes, then = () => Promise.resolve()) {
      cut = { bytes, then };
    },
    async put(key, body) {
      const url = `http://127.0.0.1:${port}/figures/${key}`;
      // By the server's own door; a signature of version 4 is not calculated there.
      const authorization = `AWS4-HMAC-SHA256 Credential=${KEYS.AWS_ACCESS_KEY_ID}/20300101/${REGION}/s3/aws4_request, SignedHeaders=host, Signature=0`;
      const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
      const response = await fetch(url, {
        method: 'PUT',
        body,
        headers: { authorization, 'x-amz-date': stamp, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
      });
      if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether nothing is signed, or what is bears the signature of the known key; an unknown key is for the server to refuse. */
function isSigned({ method = '', url = '', headers }: IncomingMessage): boolean {
  const [, id, scope = '', names = '', signature] =
    /Credential=([^/]+)\/([^,]+), ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
      headers.authorization ?? '',
    ) ?? [];
  if (id !== KEYS.AWS_ACCESS_KEY_ID) return true;
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const canonical = [
    method,
    url,
    '',
    ...names.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    names,
    String(headers['x-amz-content-sha256']),
  ].join('\n');
  const text = ['AWS4-HMAC-SHA256', String(headers['x-amz-date']), scope, hash(canonical)].join(
    '\n',
  );
  let key = Buffer.from(`AWS4${KEYS.AWS_SECRET_ACCESS_KEY}`);
  for (const part of [...scope.split('/'), text])
    key = createHmac('sha256', key).update(part).digest();
  return key.toString('hex') === signature;
}
