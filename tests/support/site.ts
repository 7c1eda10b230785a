import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll } from 'vitest';
import { serve } from '../../src/commands/serve.js';
import { findBrowser } from '../../src/commands/browser.js';

/** The built site. */
export const folder = 'build';

/** Its files, by path from its top. */
export const filesOf = (home: string, ...endings: string[]): string[] =>
  readdirSync(home, { recursive: true, encoding: 'utf8' })
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

/** `ukraine-2022/index.html` is found at `/ukraine-2022/`. */
export const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, '$1')}`;

/** A page that stands for all of its kind. */
export interface Kind {
  readonly name: string;
  readonly file: string;
  readonly address: string;
}

/** Beyond this many folders in one, their names are a parameter of one kind of page. */
const manyOfAKind = 8;

/**
 * One page of each kind: the kinds are read from the build, so that a new one is tested from its first day.
 * @param which the largest, since what holds for it holds for its smaller sisters; or, where a test takes long, the
 * one of middle size
 */
export function kindsOf(home: string, which: 'largest' | 'typical' = 'largest'): Kind[] {
  const pages = filesOf(home, '.html');
  const kinds = new Map<string, { file: string; size: number }[]>();
  for (const [file, name] of kindNames(pages))
    kinds.set(name, [...(kinds.get(name) ?? []), { file, size: statSync(join(home, file)).size }]);
  return [...kinds].flatMap(([name, files]) => {
    const bySize = files.sort((a, b) => a.size - b.size);
    const chosen = which === 'largest' ? bySize.at(-1) : bySize[Math.floor(bySize.length / 2)];
    return chosen ? [{ name, file: chosen.file, address: addressOf(chosen.file) }] : [];
  });
}

/** Folder by folder from the top: where one holds many, of all that stand at its place the name is a parameter. */
function kindNames(pages: readonly string[]): Map<string, string> {
  const names = new Map(pages.map((file) => [file, '']));
  const parts = new Map(pages.map((file) => [file, addressOf(file).split('/').slice(1)]));
  const depth = Math.max(...[...parts.values()].map(({ length }) => length));
  for (let i = 0; i < depth; i += 1) {
    const sisters = new Map<string, Set<string>>();
    for (const [file, of] of parts) {
      const above = names.get(file) ?? '';
      if (i < of.length - 1) sisters.set(above, (sisters.get(above) ?? new Set()).add(of[i] ?? ''));
    }
    for (const [file, of] of parts) {
      const above = names.get(file) ?? '';
      if (i >= of.length) continue;
      const isParameter =
        i > 0 && i < of.length - 1 && (sisters.get(above)?.size ?? 0) > manyOfAKind;
      names.set(file, `${above}/${isParameter ? '…' : (of[i] ?? '')}`);
    }
  }
  return names;
}

/** The site as served and a browser, for the tests of one file; both end with it. */
export function useSite(): { readonly site: string; readonly browser: Browser } {
  let server: Awaited<ReturnType<typeof serve>> | undefined;
  const browser = useBrowser();
  beforeAll(async () => {
    server = await serve(folder, 0);
  });
  afterAll(() => server?.close());
  return {
    /** Its address without the slash at the end. */
    get site() {
      return (server?.address ?? '').replace(/\/$/, '');
    },
    get browser() {
      return browser.browser;
    },
  };
}

/** A browser alone. */
export function useBrowser(): { readonly browser: Browser } {
  let browser: Browser | undefined;
  beforeAll(async () => {
    const { launchOptions } = await findBrowser();
    browser = await chromium.launch(launchOptions);
  });
  afterAll(() => browser?.close());
  return {
    get browser() {
      if (browser === undefined) throw new Error('The browser is there only while tests run.');
      return browser;
    },
  };
}
