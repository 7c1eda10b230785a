import type { IncomingMessage } from 'node:http';
import type { Plugin, ViteDevServer } from 'vite';

/** What the seeds are wrong about, read anew; empty while all is well. */
async function faultsNow(server: ViteDevServer): Promise<readonly string[]> {
  const { faults } = (await server.ssrLoadModule('/src/lib/server/seeds.ts')) as {
    faults: readonly string[];
  };
  return faults;
}

const escaped = (text: string) =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The faults as a plain page, which reloads by itself when a seed is mended. */
export function faultsPage(faults: readonly string[]): string {
  const items = faults.map((fault) => `<li><pre>${escaped(fault)}</pre></li>`).join('\n');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Faults in the seeds</title>
<script type="module" src="/@vite/client"></script></head>
<body><h1>The seeds have faults: ${faults.length}</h1>
<p>Nothing is shown until they are corrected; this page then reloads by itself.</p>
<ol>
${items}
</ol></body></html>
`;
}

const asksForPage = ({ headers, method }: IncomingMessage) =>
  (method === 'GET' || method === 'HEAD') && headers.accept?.includes('text/html') === true;

/**
 * For whoever keeps the figures: while `npm run dev` runs, a change under seeds/ reloads the page, and faults stand
 * in the terminal and in the place of every page until they are corrected. Must stand before `sveltekit()`, which would
 * otherwise answer first, and with its own words.
 */
export function seedsPlugin(): Plugin {
  return {
    name: 'caveat-seeds',
    apply: 'serve',
    configureServer(server) {
      let told = '';
      const tell = (faults: readonly string[]) => {
        const text = faults.join('\n');
        if (text === told) return;
        server.config.logger[text ? 'error' : 'info'](text || 'The seeds have no faults.', {
          timestamp: true,
        });
        told = text;
      };
      server.watcher.on('all', (event, path) => {
        if (!/[/\\]seeds[/\\]/.test(path.slice(server.config.root.length))) return;
        if (!['add', 'change', 'unlink'].includes(event)) return;
        server.moduleGraph.invalidateAll();
        server.ws.send({ type: 'full-reload' });
        void faultsNow(server).then(tell, (error: Error) => tell([error.message]));
      });
      server.middlewares.use((request, answer, next) => {
        if (!asksForPage(request)) return next();
        void faultsNow(server).then((faults) => {
          tell(faults);
          if (faults.length === 0) return next();
          answer.writeHead(500, {
            'Content-Type': 'text/html; charset=utf-8',
            'Cache-Control': 'no-store',
          });
          answer.end(faultsPage(faults));
        }, next);
      });
    },
  };
}
