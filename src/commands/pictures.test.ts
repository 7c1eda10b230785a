import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { figurePicture } from '#lib/downloads/share/figure-picture.ts';
import { SHAPES, type ShapeName } from '#lib/downloads/share/sheet.ts';
import { library } from '#lib/server/library.ts';
import { readingOf } from '#routes/read-at.server.ts';
import { makePictures } from './make-pictures.js';
import { pngOfSvg } from './render.js';

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

test.each(['wide', 'square'] as const)('the PNG of a %s picture has its size', (shape) => {
  const bytes = pngOfSvg(svgOf(few[0] as (typeof few)[number], shape));
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
    SHAPES[shape].width,
    SHAPES[shape].height,
  ]);
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

test('letters are drawn, and none reaches the edge of the paper', async () => {
  for (const figure of few)
    for (const shape of ['wide', 'square'] as const) {
      const { width, height } = SHAPES[shape];
      const paper = createCanvas(width, height).getContext('2d');
      paper.drawImage(await loadImage(pngOfSvg(svgOf(figure, shape))), 0, 0);
      const pixels = new Uint32Array(paper.getImageData(0, 0, width, height).data.buffer);
      const drawn = (x: number, y: number) => pixels[y * width + x] !== pixels[0];
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

test('beside every picture lie its pixels, made anew in each run', async () => {
  const png = (i: number) => readFileSync(join(folder, 'share', `${i}.png`));
  const make = () => makePictures(folder, () => undefined);
  expect(await make()).toEqual({
    made: few.length,
    bytes: few.reduce((sum, _, i) => sum + png(i).length, 0),
  });
  const svg = svgOf(few[3] as (typeof few)[number], 'wide');
  writeFileSync(join(folder, 'share', '0.svg'), svg);
  await make();
  expect(png(0).equals(pngOfSvg(svg))).toBe(true);
  expect(png(0).equals(png(3))).toBe(true);
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
