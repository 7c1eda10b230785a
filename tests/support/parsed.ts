import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright';
import { addressOf } from './site.ts';

/** Texts sent to the browser at once: some megabytes. */
const batch = 40;

export interface Text {
  readonly file: string;
  readonly text: string;
}

export const textsOf = (home: string, files: readonly string[]): Text[] =>
  files.map((file) => ({ file, text: readFileSync(join(home, file), 'utf8') }));

/**
 * What `look` finds in each text, read by the parser that readers use. It runs in the browser: it may use nothing
 * from outside itself but `given`. Nothing of the text is run or fetched.
 * @returns what was found, by file
 */
export async function inEach<Given, Found>(
  browser: Browser,
  texts: readonly Text[],
  look: (document: Document, address: string, given: Given) => Found,
  given: Given,
): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const page = await browser.newPage();
  try {
    await page.evaluate(
      ([source, sent]) => {
        const read = new Function(`return (${String(source)})`)() as typeof look;
        Object.assign(globalThis, { look: read, given: sent });
      },
      [String(look), given] as const,
    );
    for (let i = 0; i < texts.length; i += batch) {
      const sent = texts.slice(i, i + batch).map(({ file, text }) => ({
        address: addressOf(file),
        kind: file.endsWith('.svg') ? ('image/svg+xml' as const) : ('text/html' as const),
        text,
      }));
      const results = await page.evaluate((all) => {
        const here = globalThis as unknown as { look: typeof look; given: Given };
        return all.map(({ address, kind, text }) =>
          here.look(new DOMParser().parseFromString(text, kind), address, here.given),
        );
      }, sent);
      results.forEach((result, j) => found.set(texts[i + j]?.file ?? '', result as Found));
    }
  } finally {
    await page.close();
  }
  return found;
}

/** `file: fault` for each fault, and only a readable number of them. */
export function listed(found: ReadonlyMap<string, readonly string[]>): string[] {
  const all = [...found].flatMap(([file, faults]) => faults.map((fault) => `${file}: ${fault}`));
  return all.length > 40 ? [...all.slice(0, 40), `… and ${all.length - 40} more`] : all;
}
