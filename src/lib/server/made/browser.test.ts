import { chromium } from 'playwright';
import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser, hasBrowser, playwrightFolder } from './browser.js';

afterEach(() => void vi.unstubAllEnvs());

test('what is said of a browser before it is needed is what is found when it is', async () => {
  const found = await findBrowser().catch(() => null);
  expect(hasBrowser()).toBe(found !== null);
});

test('a browser that was asked for and is not there is none', async () => {
  vi.stubEnv('CHROMIUM_PATH', '/no/such/chromium');
  expect(hasBrowser()).toBe(false);
  await expect(findBrowser()).rejects.toThrow('CHROMIUM_PATH names no file: /no/such/chromium');
});

test('the folder in which Playwright would have put its browser is known without Playwright', () => {
  expect(chromium.executablePath().startsWith(playwrightFolder())).toBe(true);
});
