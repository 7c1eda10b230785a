import { createServer } from 'node:http';
import { openApp } from '../../src/server/app.js';
import { outputsOf } from '../../src/server/export.js';
import { listen } from '../../src/server/listen.js';
import { kindsOf } from '../../src/server/kinds.js';

/*
 * The site in a process of its own: what vitest loads it transforms, and a built server is loaded as it is. It says to
 * the process that started it on which ports it gives the site, and lists of its pages, and ends with that one.
 */
process.once('disconnect', () => process.exit());
const [folder = ''] = process.argv.slice(2);
const app = await openApp(folder);
const { port } = await listen(Promise.resolve(app), { port: 0, host: '127.0.0.1' });
const listed = outputsOf(app);
/** @type {[string, Promise<unknown>][]} */
const given = [
  ['/kinds', listed.then((outputs) => kindsOf(app, folder, outputs))],
  ['/addresses', listed.then((outputs) => outputs.flatMap(({ addresses }) => addresses))],
];
const answers = new Map(given);
for (const answer of answers.values()) answer.catch(() => undefined);
const beside = createServer((request, response) => {
  Promise.resolve(answers.get(request.url ?? '')).then(
    (answer) => response.writeHead(200).end(JSON.stringify(answer)),
    (cause) => response.writeHead(500).end(String(cause)),
  );
});
beside.listen(0, '127.0.0.1', () => {
  const bound = beside.address();
  process.send?.({ port, listPort: typeof bound === 'object' && bound ? bound.port : 0 });
});
