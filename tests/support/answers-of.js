import { createHash } from 'node:crypto';

/**
 * @typedef {object} Answered what a site answered; redirects are followed, the last one to `leads`
 * @property {number} status
 * @property {string} type
 * @property {string} hash of status, headers and bytes
 * @property {string} leads
 * @property {string} text empty where texts are not wanted
 * @typedef {{ status: number, headers: Readonly<Record<string, string>>, body: Uint8Array }} Plain
 */

/**
 * What a site answers, by address.
 * @param {(address: string) => Promise<Plain>} get
 * @param {readonly string[]} addresses
 * @param {boolean} [texts] whether the texts are wanted, not only their hashes
 * @returns {Promise<Record<string, Answered>>}
 */
export async function answersOf(get, addresses, texts = false) {
  /** @type {Record<string, Answered>} */
  const answers = {};
  for (const address of addresses) {
    let leads = '';
    let answer = await get(address);
    for (let hops = 0; answer.status === 308 && hops < 3; hops += 1) {
      leads = answer.headers['location'] ?? '';
      answer = await get(leads);
    }
    const { status, headers, body } = answer;
    const hash = createHash('sha256')
      .update(JSON.stringify([status, headers]))
      .update(body);
    const isText = /^text\/|json|xml/.test(headers['content-type'] ?? '');
    answers[address] = {
      status,
      type: headers['content-type'] ?? '',
      hash: hash.digest('hex'),
      leads,
      text: texts && isText ? Buffer.from(body).toString('utf8') : '',
    };
  }
  return answers;
}

/**
 * So many addresses of each kind of output, spread over all, the first and the last among them.
 * @param {readonly { kind: string, addresses: readonly string[] }[]} outputs
 * @param {number} each
 * @param {readonly string[]} without kinds that are not wanted
 */
export const someOf = (outputs, each, without) =>
  outputs.flatMap(({ kind, addresses }) =>
    without.includes(kind)
      ? []
      : addresses.length <= each
        ? [...addresses]
        : Array.from(
            { length: each },
            (_, i) => addresses[Math.floor((i * (addresses.length - 1)) / (each - 1))] ?? '',
          ),
  );
