import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCopy, copyProject } from '../support/copy.ts';
import { inEach, textsOf } from '../support/parsed.ts';
import { filesOf, kindsOf, useBrowser } from '../support/site.ts';

/** Lawful text, for a reader; anything else, to a careless page. */
const hostile = `</title></script><script>window.hit=true</script><img src=x onerror=alert(1)> & "quoted" 'too' {@html hit} =1+1`;
const home = useBrowser();
let copy: ReturnType<typeof copyProject>;
let built: string;

/** Puts the hostile text into columns of every row of a seed file. */
function spoil(file: string, columns: readonly string[]): void {
  const path = join(copy.folder, 'seeds', file);
  const rows = parse(readFileSync(path, 'utf8'), { columns: true }) as Record<string, string>[];
  for (const row of rows) for (const column of columns) row[column] = `${row[column]} ${hostile}`;
  writeFileSync(path, stringify(rows, { header: true }));
}

/** As if nothing had been published yet: otherwise every change would be refused before it reaches a page. */
function beginAnew(): void {
  const path = join(copy.folder, 'seeds/ukraine-2022');
  writeFileSync(join(path, 'published.csv'), 'thing,id,says\n');
  writeFileSync(join(path, 'corrections.csv'), 'figure,column,old,new,day,kind,reason\n');
}

beforeAll(async () => {
  copy = copyProject();
  beginAnew();
  spoil('caveats.csv', ['label', 'text', 'said_by']);
  spoil('definitions.csv', ['label', 'text']);
  spoil('places.csv', ['label', 'in_phrase', 'to_phrase']);
  spoil('publishers.csv', ['name', 'part']);
  spoil('map-policy.csv', ['reason']);
  spoil('ukraine-2022/sources.csv', ['title', 'licence']);
  spoil('ukraine-2022/events.csv', ['text']);
  built = await buildCopy(copy.folder);
}, 900_000);
afterAll(() => copy.remove());

test('no text of the seeds becomes markup on any kind of page', async () => {
  const files = [
    ...kindsOf(built).map(({ file }) => file),
    ...filesOf(built, 'crossings.svg').slice(0, 5),
  ];
  const found = await inEach(
    home.browser,
    textsOf(built, files),
    (document) => ({
      scripts: [...document.querySelectorAll('script:not([type="application/ld+json"])')].map(
        (script) => script.textContent,
      ),
      // What is said to machines is never run; it must stay one whole text without a sign of markup.
      told: [...document.querySelectorAll('script[type="application/ld+json"]')].map(
        (script) => script.textContent ?? '',
      ),
      images: document.querySelectorAll('img[src="x"], [onerror]').length,
      broken: document.querySelector('parsererror') !== null,
      said: (document.documentElement.textContent ?? '').includes(
        '<script>window.hit=true</script>',
      ),
    }),
    null,
  );
  const markup = [...found].filter(
    ([, { scripts, images, broken }]) =>
      broken || images > 0 || scripts.some((script) => script?.includes('hit')),
  );
  expect(markup.map(([file]) => file)).toEqual([]);
  const told = [...found.values()].flatMap((page) => page.told);
  expect(told.length).toBeGreaterThan(4);
  for (const text of told) {
    expect(text).not.toMatch(/[<>&]/);
    expect(() => JSON.parse(text) as unknown).not.toThrow();
  }
  expect(told.some((text) => text.includes('window.hit'))).toBe(true);
  // The text did reach the pages: otherwise this would prove nothing.
  expect([...found.values()].filter(({ said }) => said).length).toBeGreaterThan(4);
});

test('in a spreadsheet no cell of a seed is a formula', () => {
  const text = readFileSync(join(built, 'data/ukraine-2022/figures.csv'), 'utf8');
  const cells = (parse(text) as string[][]).flat();
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell)).slice(0, 5)).toEqual([]);
});

test.each([
  ['an address that is a script', 'ukraine-2022/sources.csv', 'address', 'javascript:alert(1)'],
  ['text that changes direction', 'caveats.csv', 'text', 'killed \u202eeerht'],
])(
  '%s is refused at the door',
  async (_what, file, column, cell) => {
    const other = copyProject();
    try {
      const path = join(other.folder, 'seeds', file);
      const rows = parse(readFileSync(path, 'utf8'), { columns: true }) as Record<string, string>[];
      if (rows[0]) rows[0][column] = cell;
      writeFileSync(path, stringify(rows, { header: true }));
      await expect(buildCopy(other.folder)).rejects.toThrow(new RegExp(`${file}:2:\\d+`));
    } finally {
      other.remove();
    }
  },
  300_000,
);
