import { createServer } from 'node:http';
import { openApp } from '../../src/server/app.js';
import { listen } from '../../src/server/listen.js';
import { kindsOf } from './kinds.js';

/*
 * The site in a process of its own: what vitest loads it transforms, and a built server is loaded as it is. It says to
 * the process that started it on which ports it gives the site and the kinds of its pages, and ends with that one.
 */
process.once('disconnect', () => process.exit());
const [folder = ''] = process.argv.slice(2);
const app = await openApp(folder);
const { port } = await listen(Promise.resolve(app), { port: 0, host: '127.0.0.1' });
const kinds = kindsOf(app, folder).then((all) => ({ status: 200, text: JSON.stringify(all) }));
const found = kinds.catch((cause) => ({ status: 500, text: String(cause) }));
const beside = createServer(async (_request, response) => {
  const { status, text } = await found;
  response.writeHead(status).end(text);
});
beside.listen(0, '127.0.0.1', () => {
  const bound = beside.address();
  process.send?.({ port, kindsPort: typeof bound === 'object' && bound ? bound.port : 0 });
});
