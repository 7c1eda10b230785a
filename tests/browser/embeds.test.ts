import { createServer, type Server } from 'node:http';
import { readFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { render } from 'svelte/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import FigureEmbed from '#lib/components/embed/FigureEmbed.svelte';
import { library } from '#lib/server/library.ts';
import { parseDay } from '#lib/values/day.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { datePatterns } from '../support/dates.ts';
import { faultsOfJson } from '../support/numbers-in-file.ts';
import { caveat, figure as made, withdrawn } from '../support/made.ts';
import { expectedOf, faultsOfNumbers, withdrawnOf } from '../support/numbers-in-page.ts';
import { inEach, listed, textsOf } from '../support/parsed.ts';
import { addressOf, filesOf, folder, useSite } from '../support/site.ts';

const home = useSite();
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
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', () => done()));
});
afterAll(() => new Promise((done) => host.close(done)));

const hostAddress = () => {
  const bound = host.address();
  return `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/`;
};

/** The first snippet of the page about embeds, frozen or following, for another address on this site. */
function snippet(of: string): string {
  const [text] = textsOf(folder, ['embed/index.html']);
  const code =
    /<pre data-snippet[^>]*><code[^>]*>([\s\S]*?)<\/code>/.exec(text?.text ?? '')?.[1] ?? '';
  const markup = code.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  return markup
    .replace(/src="[^"]*\/embed\/[^"]*\/"/, `src="${home.site}${of}"`)
    .replace(/src="[^"]*\/embed\/frame\.js"/, `src="${home.site}/embed/frame.js"`);
}

async function hosted(of: string, javaScriptEnabled = true): Promise<Page> {
  page = `<p>Text around it.</p>${snippet(of)}`;
  const context = await home.browser.newContext({
    javaScriptEnabled,
    viewport: { width: 700, height: 700 },
  });
  const opened = await context.newPage();
  await opened.goto(hostAddress(), { waitUntil: 'networkidle' });
  return opened;
}

const heights = async (opened: Page) => ({
  frame: await opened.locator('iframe').evaluate((one) => one.clientHeight),
  content: await opened
    .frameLocator('iframe')
    .locator('html')
    .evaluate((html) => Math.ceil(html.getBoundingClientRect().height)),
});

test('a sandboxed frame in a page of another origin takes the height of what is in it, and keeps to it', async () => {
  const opened = await hosted(address);
  expect(await opened.locator('iframe').getAttribute('sandbox')).not.toContain('allow-same-origin');
  await expect.poll(async () => (await heights(opened)).frame).not.toBe(480);
  const before = await heights(opened);
  expect(before.frame).toBe(before.content);
  await opened.frameLocator('iframe').locator('summary').first().click();
  await expect.poll(async () => (await heights(opened)).frame).toBeGreaterThan(before.frame);
  const after = await heights(opened);
  expect(after.frame).toBe(after.content);
  await opened.context().close();
});

test('a frame of another site is not resized by what it says', async () => {
  const opened = await hosted(address);
  await opened.evaluate(() => {
    const other = document.createElement('iframe');
    other.id = 'other';
    other.srcdoc = "<script>parent.postMessage({type:'embed-size',height:999},'*')</script>";
    document.body.append(other);
  });
  await opened.waitForTimeout(300);
  expect(await opened.locator('#other').getAttribute('height')).toBe(null);
  await opened.context().close();
});

test('without any script the frame shows the number, its source and its caveat', async () => {
  const opened = await hosted(address, false);
  const inside = opened.frameLocator('iframe');
  const block = inside.locator('article[data-block]');
  const text = (await block.innerText()).replace(/\s+/g, ' ');
  if (!figure) throw new Error(`no figure ${id}`);
  expect(text).toContain(amountText(figure.amount).replaceAll('\u00a0', ' '));
  expect(text).toContain(figure.source.title);
  expect(text).toContain(figure.definition.publisher.name);
  expect(text).toContain(figure.caveats[0]?.text);
  expect((await heights(opened)).frame).toBeGreaterThan(400);
  await opened.context().close();
});

test('nothing in the sandboxed frame is refused or asked of another house', async () => {
  page = snippet('/embed/ukraine-2022/flows/crossings/');
  const context = await home.browser.newContext();
  const opened = await context.newPage();
  const faults: string[] = [];
  const asked: string[] = [];
  opened.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  opened.on('requestfailed', (request) => faults.push(request.url()));
  opened.on('request', (request) => asked.push(request.url().replace(home.site, '')));
  await opened.goto(hostAddress(), { waitUntil: 'networkidle' });
  expect(faults.filter((fault) => !fault.includes('favicon'))).toEqual([]);
  expect(asked.filter((url) => url.startsWith('/')).sort()).toEqual([
    '/embed/frame.js',
    '/embed/height.js',
    '/embed/ukraine-2022/flows/crossings/',
  ]);
  await context.close();
});

test('a link out of the frame opens a page of ours, free of the sandbox', async () => {
  const opened = await hosted(address);
  const [page] = await Promise.all([
    opened.context().waitForEvent('page'),
    opened.frameLocator('iframe').locator('article cite').first().click(),
  ]);
  await page.waitForLoadState('networkidle');
  expect(await page.locator('h1').innerText()).toContain('28 February 2022');
  expect(await page.evaluate(() => origin)).not.toBe('null');
  await opened.context().close();
});

const policy = async (of: string) => {
  const { headers } = await fetch(home.site + of);
  return [headers.get('content-security-policy'), headers.get('cross-origin-resource-policy')];
};

test('embeds may be framed by anyone, every other page by nobody', async () => {
  expect(await policy(address)).toEqual(['frame-ancestors *', 'cross-origin']);
  for (const other of ['/', '/ukraine-2022/', '/ukraine-2022/flows/', '/embed/', '/methods/'])
    expect([other, ...(await policy(other))]).toEqual([
      other,
      "frame-ancestors 'none'",
      'same-origin',
    ]);
  page = `<iframe src="${home.site}/ukraine-2022/"></iframe><iframe src="${home.site}${address}"></iframe>`;
  const context = await home.browser.newContext();
  const opened = await context.newPage();
  await opened.goto(hostAddress(), { waitUntil: 'networkidle' });
  const shown = await Promise.all(
    opened
      .frames()
      .slice(1)
      .map((frame) => frame.locator('[data-figure]').count()),
  );
  expect(shown[0]).toBe(0);
  expect(shown[1]).toBeGreaterThan(0);
  await context.close();
});

const below = join(folder, 'embed/ukraine-2022');
const pages = filesOf(below, 'index.html');
const sent = (file: string) => {
  const path = join(below, file);
  return statSync(existsSync(`${path}.br`) ? `${path}.br` : path).size;
};

test('every embed is at most 15 kB as sent, and one of a figure also unpacked', () => {
  expect(pages.length).toBeGreaterThan(9000);
  expect(pages.filter((file) => sent(file) > 15_000)).toEqual([]);
  const figures = pages.filter((file) => /^(?:figures|series)\//.test(file));
  expect(figures.filter((file) => statSync(join(below, file)).size > 15_000)).toEqual([]);
});

test.each(['height', 'frame'])('the script %s.js is smaller than 500 bytes', (name) => {
  expect(statSync(join(folder, `embed/${name}.js`)).size).toBeLessThan(500);
});

test('every embed opens its links outside of the frame, or stays in its list, and names its page', async () => {
  const faults = await inEach(
    home.browser,
    textsOf(below, pages).map(({ file, text }) => ({ file: `embed/ukraine-2022/${file}`, text })),
    (document) => {
      const found: string[] = [];
      if (document.querySelector('base')?.getAttribute('target') !== '_blank')
        found.push('no base');
      for (const link of document.querySelectorAll('a[href]')) {
        const stays = (link.getAttribute('href') ?? '').startsWith('#');
        if (stays !== (link.getAttribute('target') === '_self')) found.push(link.outerHTML);
      }
      if (!document.querySelector('link[rel="canonical"]')) found.push('no canonical page');
      if (!document.querySelector('meta[name="robots"][content="noindex"]')) found.push('indexed');
      if (document.querySelectorAll('link[rel="stylesheet"], script[type="module"]').length > 0)
        found.push('asks for styles or modules');
      return found;
    },
    null,
  );
  expect(listed(faults)).toEqual([]);
});

test('what an embed names as its oEmbed answer is one, with the frame of this embed', async () => {
  const text = readFileSync(join(folder, address, 'index.html'), 'utf8');
  const href = /type="application\/json\+oembed"[^>]*href="([^"]*)"/.exec(text)?.[1] ?? '';
  const answer = await fetch(new URL(href, home.site + address));
  expect(answer.headers.get('content-type')).toContain('application/json');
  const json = (await answer.json()) as Record<string, unknown>;
  expect(json).toMatchObject({ type: 'rich', version: '1.0', width: 600, height: 480 });
  expect(json['html']).toContain(`${address}"`);
  // The law of files sees what is put into it.
  expect(faultsOfJson(JSON.stringify(json), library.figures)).toEqual([]);
  for (const more of [
    { title: '77 people' },
    { total: 77 },
    { html: `${String(json['html'])} 77` },
  ])
    expect(faultsOfJson(JSON.stringify({ ...json, ...more }), library.figures)).not.toEqual([]);
});

const given = {
  expected: expectedOf(library.figures),
  withdrawn: withdrawnOf(library),
  dates: datePatterns,
  names: [],
  revision: '',
};

test.each([
  ['a caveat in normal type', /<p data-caveat="[^"]*"/, '<p'],
  ['a caveat among the notes', /<li data-caveat="[^"]*"/, '<li'],
  ['its source', /href="[^"]*\/sources\/[^"]*"/, ''],
  ['its publisher', /OHCHR/g, ''],
])('an embed that loses %s is found', async (_what, from, to) => {
  const file = `${address.slice(1)}index.html`;
  const [before = { file, text: '' }] = textsOf(folder, [file]);
  const text = before.text.replace(from, to);
  expect(text).not.toBe(before.text);
  const found = async (one: string) =>
    listed(await inEach(home.browser, [{ file, text: one }], faultsOfNumbers, given));
  expect(await found(before.text)).toEqual([]);
  expect(await found(text)).not.toEqual([]);
});

test('a snippet with a number in its title is found', async () => {
  const file = 'embed/index.html';
  const [{ text } = { text: '' }] = textsOf(folder, [file]);
  const planted = text.replace(/(&lt;iframe src="[^"]*" title=")/, '$177 ');
  expect(planted).not.toBe(text);
  const faults = await inEach(home.browser, [{ file, text: planted }], faultsOfNumbers, given);
  expect(listed(faults)).not.toEqual([]);
});

test('the embed of a withdrawn figure says that, when and why, and shows no number as standing', async () => {
  const gone = withdrawn(
    made({ amount: { kind: 'at_least', value: 2222 }, caveats: [caveat({ code: 'rounded' })] }),
    { day: parseDay('2030-02-01') },
  );
  const frame = {
    title: 'Withdrawn',
    full: '/examplia-2030/figures/one/',
    oembed: null,
    written: '/examplia-2030/figures/one/',
    known: parseDay('2030-02-01'),
    keeps: 'It stays.',
  };
  const data = { situation: 'examplia-2030', frame, figure: null, became: null, withdrawn: [gone] };
  const { head, body } = render(FigureEmbed, { props: { data } });
  const file = 'embed/examplia-2030/figures/one/index.html';
  const text = `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`;
  const law = { ...given, expected: {}, withdrawn: withdrawnOf({ withdrawn: [gone] }) };
  const found = await inEach(home.browser, [{ file, text }], faultsOfNumbers, law);
  expect(listed(found)).toEqual([]);
  expect(body).toContain(gone.correction.reason);
  expect(body).not.toContain('data-figure');
  expect(addressOf(file)).toBe('/embed/examplia-2030/figures/one/');
});
