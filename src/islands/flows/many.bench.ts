import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright';
import { build } from 'vite';
import { bench, describe } from 'vitest';
import { findBrowser } from '../../commands/browser.js';
import { madeFlows } from '../../../tests/support/made-flows.ts';

const RUNS = 5;
const HOVERS = 200;

/** Milliseconds of one visit. */
type Visit = Record<'load' | 'draw' | 'together' | 'hover' | 'slowestHover', number>;

const page = `<!doctype html><body style="margin:0"><div style="position:relative">
<svg viewBox="0 0 720 480" style="display:block;width:100%"><text x="9" y="20">Label</text></svg></div>
<script>const load = (address) => import(address)</script>`;

/** Stands in the page: an import written here would become one of the test runner's. */
declare const load: (address: string) => Promise<typeof import('./many.ts')>;

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      write: false,
      lib: { entry: 'src/islands/flows/many.ts', formats: ['es'] },
      rolldownOptions: { output: { minify: true } },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error('The module was not built.');
  return chunk.code;
}

/** In the page: what a reader waits for, up to the pixels: reading one back makes the canvas draw all. */
async function visit(hovers: number): Promise<Visit> {
  const start = performance.now();
  const [{ layCanvas }, flows] = await Promise.all([
    load('/many.js'),
    fetch('/flows.json').then((answer) => answer.json()),
  ]);
  const loaded = performance.now();
  const svg = document.querySelector('svg');
  if (!svg) throw new Error('The page has no picture.');
  const laid = layCanvas(svg, flows, { flow: '#1d5fa8', paper: '#fff' });
  document.querySelector('canvas')?.getContext('2d')?.getImageData(0, 0, 1, 1);
  const drawn = performance.now();
  const box = svg.getBoundingClientRect();
  const times = Array.from({ length: hovers }, (_, n) => {
    const [x, y] = [(n * 0.618) % 1, (n + 0.5) / hovers];
    const before = performance.now();
    laid.at(box.left + x * box.width, box.top + y * box.height);
    return performance.now() - before;
  }).sort((a, b) => a - b);
  return {
    load: loaded - start,
    draw: drawn - loaded,
    together: drawn - start,
    hover: times[Math.floor(hovers / 2)] ?? NaN,
    slowestHover: times.at(-1) ?? NaN,
  };
}

const files: Record<string, [type: string, body: string]> = {
  '/': ['text/html', page],
  '/many.js': ['text/javascript', await bundle()],
  '/flows.json': ['application/json', JSON.stringify(madeFlows(10_000))],
};
const server = createServer(({ url = '/' }, answer) => {
  const [type, body] = files[url] ?? ['text/plain', ''];
  answer.setHeader('content-type', type).end(body);
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
server.unref();
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

async function measure(slower: number): Promise<Visit[]> {
  const browser = await chromium.launch((await findBrowser()).launchOptions);
  const visits: Visit[] = [];
  // The first visit warms what every reader's browser has warm.
  for (let run = 0; run <= RUNS; run++) {
    const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const devtools = await tab.context().newCDPSession(tab);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await tab.goto(address);
    const seen = await tab.evaluate(visit, HOVERS);
    if (run > 0) visits.push(seen);
    await tab.close();
  }
  await browser.close();
  return visits;
}

const median = (all: number[]) => all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;

describe('10,000 flows in a browser: the milliseconds are in the lines above the table', () => {
  for (const slower of [1, 4])
    bench(
      `${RUNS} visits at 1/${slower} of the processor's speed`,
      async () => {
        const visits = await measure(slower);
        const ms = (part: keyof Visit) => median(visits.map((one) => one[part])).toFixed(1);
        const slowest = Math.max(...visits.map((one) => one.slowestHover)).toFixed(1);
        console.log(
          `1/${slower} speed, medians: load ${ms('load')} ms, draw ${ms('draw')} ms, together ${ms('together')} ms; ` +
            `hover ${ms('hover')} ms, the slowest of all ${slowest} ms`,
        );
      },
      { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 },
    );
});
