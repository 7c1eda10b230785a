import { request, type IncomingHttpHeaders } from 'node:http';
import { connect, type Socket } from 'node:net';

export interface Asked {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/**
 * Asks a server on this machine as a program does that is not polite: nothing is normalised, nothing followed.
 * @returns rejected when the connection is broken off before the answer is whole
 */
export const asker =
  (port: () => number, host = '127.0.0.1') =>
  (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    new Promise<Asked>((done, failed) => {
      request({ host, port: port(), path, headers, method, agent: false }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', failed);
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts),
          }),
        );
      })
        .on('error', failed)
        .end();
    });

/** A connection on which `text` was sent, and all that came back when the other side has closed it. */
export async function sent(
  port: number,
  text: string,
): Promise<{ socket: Socket; closed: Promise<string> }> {
  const socket = connect(port, '127.0.0.1');
  let back = '';
  socket.on('data', (part: Buffer) => (back += part.toString('latin1')));
  socket.on('error', () => undefined);
  const closed = new Promise<string>((done) => socket.once('close', () => done(back)));
  await new Promise<void>((done) => socket.once('connect', () => done()));
  socket.write(text);
  return { socket, closed };
}

/** Waits until something is so; a test that waits in vain fails by its time limit. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((done) => setTimeout(done, 5));
}
