import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContextOptions, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { useSite } from '../support/site.ts';
import { goTo } from '../support/visits.ts';

const site = useSite();
const id = 'ohchr-2022-02-28.killed.civilians.ukr.ohchr-recorded.2022-02-27';
const address = `/embed/ukraine-2022/figures/${id}/`;
const figure = library.figures.find((one) => one.id === id);

/** What `/embed/` gives to be copied, put into a page of another origin. */
let host: Server;
let page = '';
beforeAll(async () => {
  host = createServer((_request, answer) => {
    answer.setHeader('Content-Type', 'text/html; charset=utf-8');
    answer.end(`<!doctype html><html lang="en"><title>Host</title><body>${page}`);
  });
  await once(host.listen(0, '127.0.0.1'), 'listening');
});
afterAll(() => {
  host.closeAllConnections();
  host.close();
});
/** Another site than that of the embeds, which is named by its number. */
const hostAddress = () => `http://localhost:${(host.address() as AddressInfo).port}/`;

/** The first snippet of the page about embeds, frozen or following, for another address on this site. */
async function snippet(of: string): Promise<string> {
  const { text } = await site.fetch('/embed/');
  const code = /<pre data-snippet[^>]*><code[^>]*>([\s\S]*?)<\/code>/.exec(text)?.[1] ?? '';
  const markup = code.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return markup
    .replace(/src="[^"]*\/embed\/[^"]*\/"/, `src="${site.address}${of}"`)
    .replace(/src="[^"]*\/embed\/frame\.js"/, `src="${site.address}/embed/frame.js"`);
}

/** A look at a page of the other site. */
const onHost = <T>(
  markup: string,
  look: (opened: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> =>
  site.withUsedPage({ viewport: { width: 700, height: 700 }, ...options }, async (opened) => {
    page = markup;
    await goTo(opened, hostAddress());
    return look(opened);
  });

const hosted = async <T>(
  of: string,
  look: (opened: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> => onHost(`<p>Text around it.</p>${await snippet(of)}`, look, options);

const heights = async (opened: Page) => ({
  frame: await opened.locator('iframe').evaluate((one) => one.clientHeight),
  content: await opened
    .frameLocator('iframe')
    .locator('html')
    .evaluate((html) => Math.ceil(html.getBoundingClientRect().height)),
});

test('a sandboxed frame in a page of another origin takes the height of what is in it, and keeps to it', async () => {
  await hosted(address, async (opened) => {
    expect(await opened.locator('iframe').getAttribute('sandbox')).not.toContain(
      'allow-same-origin',
    );
    await expect.poll(async () => (await heights(opened)).frame).not.toBe(480);
    const before = await heights(opened);
    expect(before.frame).toBe(before.content);
    await opened.frameLocator('iframe').locator('summary').first().click();
    await expect.poll(async () => (await heights(opened)).frame).toBeGreaterThan(before.frame);
    const after = await heights(opened);
    expect(after.frame).toBe(after.content);
  });
});

test('a frame of another site is not resized by what it says', async () => {
  await hosted(address, async (opened) => {
    await opened.evaluate(() => {
      const other = document.createElement('iframe');
      other.id = 'other';
      other.srcdoc = "<script>parent.postMessage({type:'embed-size',height:999},'*')</script>";
      document.body.append(other);
    });
    await opened.waitForTimeout(300);
    expect(await opened.locator('#other').getAttribute('height')).toBe(null);
  });
});

test('without any script the frame shows the number, its source and its caveat', async () => {
  await hosted(
    address,
    async (opened) => {
      const inside = opened.frameLocator('iframe');
      const block = inside.locator('article[data-block]');
      const text = (await block.innerText()).replace(/\s+/g, ' ');
      if (!figure) throw new Error(`no figure ${id}`);
      expect(text).toContain(amountText(figure.amount).replaceAll('\u00a0', ' '));
      expect(text).toContain(figure.source.title);
      expect(text).toContain(figure.definition.publisher.name);
      expect(text).toContain(figure.caveats[0]?.text);
      expect((await heights(opened)).frame).toBeGreaterThan(400);
    },
    { javaScriptEnabled: false },
  );
});

test('nothing in the sandboxed frame is refused or asked of another host', async () => {
  const map = '/embed/ukraine-2022/flows/crossings/';
  const faults: string[] = [];
  const asked: string[] = [];
  page = await snippet(map);
  await site.withPage({}, async (opened) => {
    opened.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) faults.push(message.text());
    });
    opened.on('requestfailed', (request) => faults.push(request.url()));
    opened.on('request', (request) => asked.push(request.url().replace(site.address, '')));
    await goTo(opened, hostAddress());
  });
  expect(faults.filter((fault) => !fault.includes('favicon'))).toEqual([]);
  expect(
    asked.filter((url) => url !== hostAddress() && !url.endsWith('/favicon.ico')).sort(),
  ).toEqual(['/embed/frame.js', '/embed/height.js', map]);
});

test('a link out of the frame opens a page of ours, free of the sandbox', async () => {
  await hosted(address, async (opened) => {
    const [page] = await Promise.all([
      opened.context().waitForEvent('page'),
      opened.frameLocator('iframe').locator('article cite').first().click(),
    ]);
    await page.waitForLoadState('networkidle');
    expect(await page.locator('h1').innerText()).toContain('28 February 2022');
    expect(await page.evaluate(() => origin)).not.toBe('null');
  });
});

test('embeds may be framed by anyone, every other page by nobody', async () => {
  const ofHeaders = async (path: string) => {
    const { headers } = await fetch(site.address + path);
    const [, ancestors] =
      /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '') ?? [];
    return [path, ancestors, headers.get('cross-origin-resource-policy')];
  };
  expect(await ofHeaders(address)).toEqual([address, '*', 'cross-origin']);
  for (const other of ['/', '/ukraine-2022/', '/ukraine-2022/flows/', '/embed/', '/methods/'])
    expect(await ofHeaders(other)).toEqual([other, "'none'", 'same-origin']);
  const frames = ['/ukraine-2022/', address].map(
    (path) => `<iframe src="${site.address}${path}"></iframe>`,
  );
  const shown = await onHost(frames.join(''), (opened) =>
    Promise.all(
      opened
        .frames()
        .slice(1)
        .map((frame) => frame.locator('[data-figure]').count()),
    ),
  );
  expect(shown[0]).toBe(0);
  expect(shown[1]).toBeGreaterThan(0);
});
