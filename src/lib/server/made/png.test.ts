import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { figurePicture } from '#lib/downloads/share/figure-picture.ts';
import { SHAPES, type ShapeName } from '#lib/downloads/share/sheet.ts';
import { library } from '#lib/server/library.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { readingOf } from '#lib/pages/read-at.ts';
import { makePictures } from './make-pictures.js';
import { noteIn } from './png.js';
import { pngOfSvg, wordsOf } from './render.js';

// Pixels take their time where other work is going on.
vi.setConfig({ testTimeout: 120_000 });

const { readAt } = readingOf(library.situation.id);
const few = library.figures.filter((_, i) => i % 640 === 0);
const svgOf = (figure: (typeof few)[number], shape: ShapeName) =>
  figurePicture({ figure, read: readAt(figure), sourcePage: '/sources/x/' }, shape);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'caveat-pictures-'));
  mkdirSync(join(folder, 'share'));
  for (const [i, figure] of few.entries())
    writeFileSync(join(folder, 'share', `${i}.svg`), svgOf(figure, 'wide'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const png = (i: number) => join(folder, 'share', `${i}.png`);

test.each(['wide', 'square'] as const)('the PNG of a %s picture has its size', (shape) => {
  const bytes = pngOfSvg(svgOf(few[0] as (typeof few)[number], shape));
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
    SHAPES[shape].width,
    SHAPES[shape].height,
  ]);
});

test('its words are in the file, so that they leave with it', () => {
  for (const figure of few) {
    const svg = svgOf(figure, 'wide');
    const words = noteIn(pngOfSvg(svg), 'Description') ?? '';
    expect(words).toBe(wordsOf(svg));
    expect(words).toContain(amountText(figure.amount).replaceAll('\u00a0', ' '));
    for (const { label } of figure.caveats.slice(1)) expect(words).toContain(label);
  }
});

test('another process makes the same bytes, in another time zone and language', () => {
  const svg = join(folder, 'share', '0.svg');
  const script = `import { readFileSync } from 'node:fs';
    import { pngOfSvg } from ${JSON.stringify(new URL('render.js', import.meta.url).href)};
    process.stdout.write(pngOfSvg(readFileSync(${JSON.stringify(svg)}, 'utf8')).toString('base64'));`;
  const other = (TZ: string, LANG: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ, LANG, LC_ALL: LANG },
      encoding: 'utf8',
    });
  const here = pngOfSvg(readFileSync(svg, 'utf8')).toString('base64');
  expect(other('Pacific/Apia', 'tr_TR.UTF-8')).toBe(here);
  expect(other('UTC', 'C')).toBe(here);
});

test('letters are drawn, and none reaches the edge of the paper', () => {
  for (const figure of few)
    for (const shape of ['wide', 'square'] as const) {
      const { width, height } = SHAPES[shape];
      const bytes = pngOfSvg(svgOf(figure, shape));
      const data = bytes.subarray(bytes.indexOf('IDAT') + 4, bytes.lastIndexOf('IEND') - 8);
      const rows = inflateSync(data);
      // The colour of the first corner has number zero.
      const drawn = (x: number, y: number) => rows[y * (width + 1) + 1 + x] !== 0;
      const all = {
        x: Array.from({ length: width }, (_, x) => x),
        y: Array.from({ length: height }, (_, y) => y),
      };
      const columns = all.x.filter((x) => all.y.some((y) => drawn(x, y)));
      const lines = all.y.filter((y) => all.x.some((x) => drawn(x, y)));
      expect(columns.length).toBeGreaterThan(width / 2);
      expect(columns[0]).toBeGreaterThan(40);
      expect(columns.at(-1)).toBeLessThanOrEqual(width - 56);
      expect(lines[0]).toBeGreaterThan(20);
      expect(lines.at(-1)).toBeLessThan(height - 20);
    }
});

test('a second run makes nothing; what is half written, older or missing is made anew', async () => {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const first = await makePictures(folder, say);
  expect(first).toMatchObject({ made: few.length, kept: 0 });
  expect(await makePictures(folder, say)).toEqual({ made: 0, kept: few.length, bytes: 0 });
  const whole = readFileSync(png(1));
  truncateSync(png(1), 5000);
  rmSync(png(2));
  writeFileSync(join(folder, 'share', '0.svg'), svgOf(few[3] as (typeof few)[number], 'wide'));
  expect(await makePictures(folder, say)).toMatchObject({ made: 3, kept: few.length - 3 });
  expect(readFileSync(png(1)).equals(whole)).toBe(true);
  expect(readFileSync(png(0)).equals(readFileSync(png(3)))).toBe(true);
});

test('a file that is no picture stops the run and is named', async () => {
  const bad = mkdtempSync(join(tmpdir(), 'caveat-bad-'));
  mkdirSync(join(bad, 'share'));
  writeFileSync(join(bad, 'share', 'broken.svg'), '<svg');
  await expect(makePictures(bad, () => undefined)).rejects.toThrow(/broken\.svg/);
  rmSync(bad, { recursive: true, force: true });
});

test.each([
  [['--help'], 0],
  [['everything'], 2],
] as const)('the command answers %j with %i', (words, code) => {
  const ran = () =>
    execFileSync(process.execPath, [join('src/commands/pictures.js'), ...words], {
      encoding: 'utf8',
      stdio: 'pipe',
    });
  if (code === 0) expect(ran()).toContain('npm run pictures');
  else expect(ran).toThrow(/Usage/);
});
