import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @typedef {import('./app.js').App} App */
/** @typedef {{ id: string, pattern: RegExp }} Route */
/**
 * A kind of page.
 * @typedef {object} Kind
 * @property {string} name
 * @property {string} address of the page that stands for it: of those looked at the one with the most bytes, since what
 *   holds for it holds for smaller ones
 */

/**
 * A parameter of more values than this is only a parameter; of fewer, each value makes a kind: each map is another. An
 * embed shows what its page shows.
 */
const FEW = 8;
/** Pages of a kind that are looked at: spread over all of them, and those whose names the figures mention most. */
const [SPREAD, MENTIONED] = [3, 2];

/**
 * Every kind of page that the site lists, by the route that makes it, and the page for what is not there.
 * @param {App} app
 * @param {string} folder of the built server
 * @param {readonly import('./export.js').Output[]} listed
 * @returns {Promise<Kind[]>}
 */
export async function kindsOf(app, folder, listed) {
  const manifest = pathToFileURL(join(folder, 'output/server/manifest-full.js')).href;
  /** @type {Route[]} */
  const routes = (await import(manifest)).manifest._.routes;
  const everyAddress = listed.flatMap(({ addresses }) => addresses);
  const mentions = await mentionsIn(
    app,
    everyAddress.filter((address) => address.endsWith('/figures.csv')),
  );
  /** @type {Kind[]} */
  const kinds = [];
  for (const { kind, addresses } of listed) {
    /** @type {Map<Route, string[]>} */
    const byRoute = new Map();
    for (const address of addresses.filter((one) => one.endsWith('/'))) {
      const route = routes.find(({ pattern }) => pattern.test(address));
      if (!route) throw new Error(`No route makes ${address}.`);
      byRoute.set(route, [...(byRoute.get(route) ?? []), address]);
    }
    for (const [route, all] of byRoute)
      for (const [name, same] of byFewValues(route, all))
        kinds.push({ name: `${kind} ${name}`, address: await largestOf(app, same, mentions) });
  }
  return [...kinds, { name: 'no such page', address: '/404' }];
}

/**
 * The addresses of one route, parted by those parameters that have few values.
 * @param {Route} route
 * @param {readonly string[]} all
 */
function byFewValues({ id, pattern }, all) {
  // Of what may be several folders deep, only how deep counts.
  const isDeep = [...id.matchAll(/\[(\.{3})?[^\]]*\]/g)].map(([, dots]) => dots !== undefined);
  const values = all.map((address) =>
    (pattern.exec(address) ?? [])
      .slice(1)
      .map((value, i) => (isDeep[i] ? `${(value ?? '').split('/').length} deep` : String(value))),
  );
  const distinct = (/** @type {number} */ i) => new Set(values.map((each) => each[i])).size;
  const most = id.startsWith('/embed/') ? 0 : FEW;
  const few = (values[0] ?? []).map((_, i) => distinct(i) > 1 && distinct(i) <= most);
  /** @type {Map<string, string[]>} */
  const parts = new Map();
  all.forEach((address, n) => {
    const named = (values[n] ?? []).filter((_, i) => few[i]);
    const name = [id, ...named].join(' ');
    parts.set(name, [...(parts.get(name) ?? []), address]);
  });
  return parts;
}

/**
 * How often the figures name each part of an address: a series by its figures, a day by what came out on it.
 * @param {App} app
 * @param {readonly string[]} files
 */
async function mentionsIn(app, files) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const file of files) {
    const { body } = await app.fetch(file);
    for (const [cell] of body.toString('utf8').matchAll(/[^,\n"]+/g))
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}

/**
 * @param {App} app
 * @param {readonly string[]} all
 * @param {ReadonlyMap<string, number>} mentions
 * @throws {Error} for an address that is not answered with 200
 */
async function largestOf(app, all, mentions) {
  const count = Math.min(SPREAD, all.length);
  const spread = Array.from(
    { length: count },
    (_, i) => all[Math.round((i * (all.length - 1)) / Math.max(count - 1, 1))] ?? '',
  );
  const most = all
    .map((address) => ({
      address,
      mentioned: Math.max(...address.split('/').map((part) => mentions.get(part) ?? 0)),
    }))
    .sort((a, b) => b.mentioned - a.mentioned)
    .slice(0, MENTIONED)
    .map(({ address }) => address);
  let largest = { address: '', size: 0 };
  for (const address of all.length === 1 ? all : new Set([...spread, ...most])) {
    const { status, body } = await app.fetch(address);
    if (status !== 200) throw new Error(`${address} is answered with ${status}.`);
    if (body.length > largest.size) largest = { address, size: body.length };
  }
  return largest.address;
}
