import { createServer } from 'node:net';

/**
 * Where the server is to listen: PORT (4173) and HOST (127.0.0.1; `::1` or `[::1]` for IPv6, `0.0.0.0` for other machines).
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ port: number, host: string }}
 * @throws {Error} one sentence, for what is no port
 */
export function listenAt({ PORT: port, HOST: host }) {
  return { port: portOf(port), host: host ? host.replace(/^\[(.*)\]$/, '$1') : '127.0.0.1' };
}

/**
 * @param {string | undefined} text
 * @returns {number}
 */
function portOf(text) {
  if (text === undefined || text === '') return 4173;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new Error(`PORT must be a whole number from 0 to 65535; it is "${text}".`);
}

/**
 * Says that a port is taken before any work is done. Only the server itself can keep it, so it may still be taken later.
 * @param {{ port: number, host: string }} at
 * @throws {Error} one sentence
 */
export async function refuseTaken({ port, host }) {
  const probe = createServer();
  await new Promise((done, refused) => {
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) =>
      refused(reasonOf(error, port, host)),
    );
    probe.listen(port, host, () => done(undefined));
  });
  await new Promise((done) => probe.close(done));
}

/**
 * Why a server cannot listen, in one sentence.
 * @param {NodeJS.ErrnoException} error
 * @param {number} port
 * @param {string} host
 */
export function reasonOf({ code, message }, port, host) {
  const notOurs = `HOST must be an address of this machine; it is "${host}".`;
  const why = {
    EADDRINUSE: `Port ${port} is taken: stop what uses it, or choose another with PORT.`,
    EACCES: `Port ${port} may not be used: choose one above 1023 with PORT.`,
    EADDRNOTAVAIL: notOurs,
    EAFNOSUPPORT: notOurs,
    EAI_AGAIN: notOurs,
    EINVAL: notOurs,
    ENOTFOUND: notOurs,
  }[code ?? ''];
  return new Error(why ?? message);
}
