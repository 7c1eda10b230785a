import { refuseOldNode } from './node-version.js';

refuseOldNode();
look(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);

const help = `npm run look -- [options]    a picture of every kind of page, to be looked at

  --out FOLDER    where to; without it looks
  --only WORDS    only kinds whose name contains these words, such as "summary of a day"

Each kind is taken in light colours at 360, 768 and 1280 px.
It is also taken in dark ones at 1280 px, and as printed on A4.
index.html in the folder shows them all side by side.`;

/** The forms in which a page is looked at. Widths and heights in px; A4 at 96 px an inch is 794 wide. */
const FORMS = [
  { name: 'phone', width: 360, height: 740 },
  { name: 'tablet', width: 768, height: 1024 },
  { name: 'desk', width: 1280, height: 900 },
  { name: 'dark', width: 1280, height: 900, colorScheme: /** @type {const} */ ('dark') },
  { name: 'paper', width: 794, height: 1123, media: /** @type {const} */ ('print') },
];
/** Milliseconds for one picture: a long page on paper takes some seconds, on a busy machine a minute. */
const PATIENCE = 180_000;
/** Px beyond which a picture is cut: longer ones cannot be read as pictures. */
const LONGEST = 12_000;

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function look(args) {
  const { parseArgs } = await import('node:util');
  const { values } = parseArgs({
    args,
    options: {
      out: { type: 'string', default: 'looks' },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const { installIfNeeded } = await import('./install.js');
  const { root } = await import('./run.js');
  await installIfNeeded(root);
  const { mkdirSync, writeFileSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { chromium } = await import('playwright');
  const { findBrowser } = await import('../lib/server/made/browser.js');
  const { openApp } = await import('../server/app.js');
  const { builtServer } = await import('../server/build.js');
  const { outputsOf } = await import('../server/export.js');
  const { kindsOf } = await import('../server/kinds.js');
  const { listen } = await import('../server/listen.js');
  const { progressOf } = await import('./progress.js');

  const folder = await builtServer(root, console.error);
  const app = await openApp(folder);
  const { port } = await listen(Promise.resolve(app), { port: 0, host: '127.0.0.1' });
  const all = await kindsOf(app, folder, await outputsOf(app));
  const kinds = all.filter(({ name }) => name.includes(values.only));
  if (kinds.length === 0) {
    console.error(
      `No kind of page is called "${values.only}": ${all.map(({ name }) => name).join(', ')}.`,
    );
    return 1;
  }
  mkdirSync(values.out, { recursive: true });
  const { launchOptions } = await findBrowser();
  const browser = await chromium.launch(launchOptions);
  const progress = progressOf('Pictures');
  let taken = 0;
  try {
    for (const { name, width, height, colorScheme = 'light', media = 'screen' } of FORMS) {
      const viewport = { width, height };
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
      const page = await context.newPage();
      await page.emulateMedia({ media });
      for (const [at, kind] of kinds.entries()) {
        await page.goto(`http://127.0.0.1:${port}${kind.address}`, { waitUntil: 'load' });
        // What is laid out or drawn only when it comes near is so before the picture is taken.
        await page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync('section { content-visibility: visible !important }');
          document.adoptedStyleSheets.push(sheet);
          scrollTo(0, document.body.scrollHeight);
        });
        await page.waitForLoadState('networkidle');
        await page.evaluate(() => scrollTo(0, 0));
        const long = await page.evaluate(() => document.documentElement.scrollHeight);
        const clip = { x: 0, y: 0, width, height: Math.max(height, Math.min(long, LONGEST)) };
        const path = join(values.out, fileOf(at, name));
        await page.screenshot({ path, fullPage: true, clip, timeout: PATIENCE });
        taken += 1;
        progress.at(taken, kinds.length * FORMS.length);
      }
      await context.close();
    }
  } finally {
    progress.end();
    await browser.close();
  }
  writeFileSync(join(values.out, 'index.html'), indexOf(kinds));
  console.log(
    `${taken} pictures of ${kinds.length} kinds of page; open ${join(values.out, 'index.html')}.`,
  );
  return 0;
}

/** @param {number} kind @param {string} form */
const fileOf = (kind, form) => `${String(kind + 1).padStart(2, '0')}-${form}.png`;

/** @param {string} text */
const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/**
 * @param {readonly { name: string, address: string }[]} kinds
 * @returns {string} a page with a row for each kind and a picture for each form
 */
function indexOf(kinds) {
  const rows = kinds.map(({ name, address }, at) => {
    const pictures = FORMS.map(
      ({ name: form, width }) =>
        `<a href="${fileOf(at, form)}"><img src="${fileOf(at, form)}" alt="${escaped(`${name}, ${form}`)}" loading="lazy" style="width:${Math.round(width / 4)}px"></a>`,
    );
    return `<h2>${escaped(name)}</h2>\n<p><code>${escaped(address)}</code></p>\n<div>${pictures.join('\n')}</div>`;
  });
  const style =
    'body{font-family:sans-serif;margin:1rem}div{display:flex;gap:8px;align-items:flex-start}img{border:1px solid #999}';
  return `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Kinds of page</title>\n<style>${style}</style>\n<h1>${kinds.length} kinds of page</h1>\n${rows.join('\n')}\n</html>\n`;
}
