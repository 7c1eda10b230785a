import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../src/lib/server/made/browser.js';
import { builtServer } from '../../src/server/build.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where all browser tests find the site, without the slash at its end. */
    siteAddress: string;
    /** Where they find lists of its pages, as soon as these are known. */
    listAddress: string;
    /** Where they find the one Chromium. */
    browserAddress: string;
  }
}

/** Serves the site once and starts one Chromium, for all browser tests of a run; both end with it. */
export default async function browserRun(project: TestProject): Promise<() => Promise<void>> {
  const ends: (() => unknown)[] = [];
  const end = async () => {
    for (const one of ends.splice(0).reverse()) await Promise.resolve(one());
  };
  try {
    const { launchOptions } = await findBrowser();
    const browser = await chromium.launchServer(launchOptions);
    ends.push(() => browser.close());
    // What an earlier run has kept is not what this one is to prove.
    const made = mkdtempSync(join(tmpdir(), 'caveat-made-'));
    ends.push(() => rmSync(made, { recursive: true, force: true }));
    const folder = await builtServer(project.config.root, console.log);
    const server = fork('tests/support/served-site.js', [folder], {
      cwd: project.config.root,
      env: { ...process.env, NODE_ENV: 'production', MADE_FOLDER: made },
    });
    ends.push(async () => {
      if (!server.connected) return;
      server.disconnect();
      await once(server, 'exit');
    });
    const ended = once(server, 'exit').then(() => {
      throw new Error('The site could not be served.');
    });
    const [{ port, listPort }] = (await Promise.race([once(server, 'message'), ended])) as [
      { port: number; listPort: number },
    ];
    ended.catch(() => undefined);
    project.provide('siteAddress', `http://127.0.0.1:${port}`);
    project.provide('listAddress', `http://127.0.0.1:${listPort}`);
    project.provide('browserAddress', browser.wsEndpoint());
    return end;
  } catch (cause) {
    await end();
    throw cause;
  }
}
