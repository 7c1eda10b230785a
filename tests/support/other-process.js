// A built server in a process of its own, with the environment of that process: node other-process.js <folder>. What is
// asked for comes as JSON on the standard input, and the answers go as JSON to the standard output. Without a fault of the
// seeds it ends with 0.
import { rmSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { openApp } from '../../src/server/app.js';
import { answersOf, someOf } from './answers-of.js';

/**
 * @typedef {object} Asked
 * @property {number} [each] so many addresses of each kind of output, spread over all
 * @property {string[]} [without] kinds that are not wanted
 * @property {string[]} [addresses]
 * @property {boolean} [texts] whether the texts are wanted, not only their hashes
 * @property {boolean} [removes] whether the folder is removed as soon as the server is there
 */

const [folder = ''] = process.argv.slice(2);
const {
  each = 0,
  without = [],
  addresses = [],
  texts,
  removes,
} = JSON.parse(await text(process.stdin));

try {
  const app = await openApp(folder);
  if (removes) rmSync(folder, { recursive: true });
  /** @type {{ kind: string, addresses: string[] }[]} */
  const kinds = each ? JSON.parse((await app.fetch('/outputs.json')).body.toString('utf8')) : [];
  const some = someOf(kinds, each, without);
  const answers = await answersOf(app.fetch, [...some, ...addresses], texts);
  process.stdout.write(JSON.stringify(answers));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
