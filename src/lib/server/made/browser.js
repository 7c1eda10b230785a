import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** @typedef {{ how: string, launchOptions: { executablePath: string, env?: Record<string, string> } }} Browser */

const require = createRequire(import.meta.url);

const asked = () => process.env['CHROMIUM_PATH'] ?? '';
const mayBeInstalled = () => process.env['BROWSER_FROM'] !== 'npm';
/** For other machines npm brings none. */
const isInPackages = () => process.platform === 'linux' && process.arch === 'x64';

/**
 * Whether there is a Chromium that prints sheets. It looks at a few files only: what drives the browser takes half a
 * second to load, and a server must answer before.
 */
export function hasBrowser() {
  if (asked() !== '') return existsSync(asked());
  if (isInPackages()) return true;
  return mayBeInstalled() && (isFromPlaywright() || SYSTEM.some((path) => existsSync(path)));
}

/** It notes in its folder when it is whole. */
const isFromPlaywright = () => existsSync(join(playwrightFolder(), 'INSTALLATION_COMPLETE'));

/** Where `npx playwright install` puts the Chromium of this version. */
export function playwrightFolder() {
  const core = dirname(require.resolve('playwright-core/package.json'));
  /** @type {{ browsers: { name: string, revision: string }[] }} */
  const { browsers } = JSON.parse(readFileSync(join(core, 'browsers.json'), 'utf8'));
  const revision = browsers.find(({ name }) => name === 'chromium')?.revision;
  const { env, platform } = process;
  const cache =
    platform === 'darwin'
      ? join(homedir(), 'Library/Caches')
      : platform === 'win32'
        ? (env['LOCALAPPDATA'] ?? join(homedir(), 'AppData/Local'))
        : (env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'));
  const named = env['PLAYWRIGHT_BROWSERS_PATH'] ?? join(cache, 'ms-playwright');
  const folder = named === '0' ? join(core, '.local-browsers') : resolve(named);
  return join(folder, `chromium-${revision}`);
}

/**
 * Which Chromium draws sheets and is driven by tests: an asked-for one, Playwright's own, the system's, then the one npm
 * brought.
 * @returns {Promise<Browser>}
 * @throws {Error} one sentence, when there is none
 */
export async function findBrowser() {
  const path = asked();
  if (path !== '') {
    if (!existsSync(path)) throw new Error(`CHROMIUM_PATH names no file: ${path}`);
    return { how: 'CHROMIUM_PATH', launchOptions: { executablePath: path } };
  }
  if (mayBeInstalled()) {
    /** @type {typeof import('playwright')} */
    const { chromium } = require('playwright');
    const own = chromium.executablePath();
    if (existsSync(own))
      return { how: 'playwright install', launchOptions: { executablePath: own } };
    const system = SYSTEM.find((one) => existsSync(one));
    if (system) return { how: 'system', launchOptions: { executablePath: system } };
  }
  if (isInPackages()) return fromNpm();
  throw new Error(
    'No Chromium found: run "npx playwright install chromium", or set CHROMIUM_PATH.',
  );
}

/** @returns {Promise<Browser>} */
async function fromNpm() {
  const root = resolve(dirname(require.resolve('@sparticuz/chromium')), '../..');
  const { version } = /** @type {{ version: string }} */ (require(join(root, 'package.json')));
  const home = resolve('node_modules/.cache/chromium', version);
  if (!existsSync(join(home, 'chromium'))) {
    const part = `${home}.${process.pid}`;
    mkdirSync(part, { recursive: true });
    const names = ['TMPDIR', 'VERCEL', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH'];
    const before = names.map((name) => process.env[name]);
    // The package unpacks into os.tmpdir(), a shared folder, and brings its shared libraries only where it
    // believes it runs in a function host: give it a folder of this checkout and let it believe so.
    Object.assign(process.env, { TMPDIR: part, VERCEL: '1' });
    try {
      const { default: packed } = await import('@sparticuz/chromium');
      await packed.executablePath(join(root, 'bin'));
    } finally {
      names.forEach((name, i) => {
        const value = before[i];
        if (value === undefined) Reflect.deleteProperty(process.env, name);
        else process.env[name] = value;
      });
    }
    try {
      renameSync(part, home);
    } catch {
      rmSync(part, { recursive: true, force: true }); // another run was first
    }
  }
  // On a machine without fonts text has no height, so every visibility check fails: use the package's font.
  writeFileSync(
    join(home, 'fonts', 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(home, 'fonts', 'fonts')}</dir><cachedir>${join(home, 'fonts-cache')}</cachedir></fontconfig>`,
  );
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
  env['LD_LIBRARY_PATH'] = [join(home, 'al2023', 'lib'), env['LD_LIBRARY_PATH']]
    .filter(Boolean)
    .join(':');
  env['FONTCONFIG_PATH'] = join(home, 'fonts');
  return {
    how: `@sparticuz/chromium ${version}`,
    launchOptions: { executablePath: join(home, 'chromium'), env },
  };
}
