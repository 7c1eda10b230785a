// A built server in a process of its own, with the environment of that process: node other-process.js <folder>. What is
// asked for comes as JSON on the standard input, and the answers go as JSON to the standard output. Without a fault of the
// seeds it ends with 0.
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { openApp } from '../../src/server/app.js';

/**
 * @typedef {object} Asked
 * @property {number} [each] so many addresses of each kind of output, spread over all
 * @property {string[]} [without] kinds that are not wanted
 * @property {string[]} [addresses]
 * @property {boolean} [texts] whether the texts are wanted, not only their hashes
 * @property {boolean} [removes] whether the folder is removed as soon as the server is there
 * @typedef {{ status: number, type: string, hash: string, leads: string, text: string }} Answered redirects are
 *   followed, the last one to `leads`
 */

const [folder = ''] = process.argv.slice(2);
const {
  each = 0,
  without = [],
  addresses = [],
  texts,
  removes,
} = JSON.parse(await text(process.stdin));

/** @param {string[]} all */
const spread = (all) =>
  all.length <= each
    ? all
    : Array.from({ length: each }, (_, i) => all[Math.floor((i * (all.length - 1)) / (each - 1))]);

try {
  const app = await openApp(folder);
  if (removes) rmSync(folder, { recursive: true });
  /** @type {{ kind: string, addresses: string[] }[]} */
  const kinds = each ? JSON.parse((await app.fetch('/outputs.json')).body.toString('utf8')) : [];
  /** @type {Record<string, Answered>} */
  const answers = {};
  const some = kinds.flatMap(({ kind, addresses: all }) =>
    without.includes(kind) ? [] : spread(all),
  );
  for (const address of [...some, ...addresses]) {
    let leads = '';
    let answer = await app.fetch(address);
    for (let hops = 0; answer.status === 308 && hops < 3; hops += 1) {
      leads = answer.headers['location'] ?? '';
      answer = await app.fetch(leads);
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
      text: texts && isText ? body.toString('utf8') : '',
    };
  }
  process.stdout.write(JSON.stringify(answers));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
