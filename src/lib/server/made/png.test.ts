import { execFileSync } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { figurePicture } from '#lib/downloads/share/figure-picture.ts';
import { SHAPES, type ShapeName } from '#lib/downloads/share/sheet.ts';
import { library } from '#lib/server/library.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { readingOf } from '#lib/pages/read-at.ts';
import { pngOf, wordsOf } from './png.ts';
import { pixelsOf } from '../../../../tests/support/pixels.ts';

// Pixels take their time where other work is going on.
vi.setConfig({ testTimeout: 120_000 });

const { readAt } = readingOf(library.situation.id);
const few = library.figures.filter((_, i) => i % 640 === 0);
const svgOf = (figure: (typeof few)[number], shape: ShapeName) =>
  figurePicture({ figure, read: readAt(figure), sourcePage: '/sources/x/' }, shape);

/** What a PNG says as its description, found as the specification says, and whether all its chunks are whole. */
function descriptionIn(png: Buffer): string | undefined {
  let words: string | undefined;
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const data = png.subarray(at + 8, at + 8 + length);
    const type = png.toString('latin1', at + 4, at + 8);
    if (type === 'iTXt') words = data.toString('utf8').split('\0').at(-1);
    at += 12 + length;
  }
  return words;
}

test.each(['wide', 'square'] as const)(
  'letters are drawn on a %s picture of its size, and none reaches the edge of the paper',
  async (shape) => {
    for (const figure of few) {
      const { width, height, pixels } = await pixelsOf(await pngOf(svgOf(figure, shape)));
      expect({ width, height }).toEqual(SHAPES[shape]);
      const isDrawn = (x: number, y: number) => pixels[y * width + x] !== pixels[0];
      const across = Array.from({ length: width }, (_, x) => x);
      const down = Array.from({ length: height }, (_, y) => y);
      const columns = across.filter((x) => down.some((y) => isDrawn(x, y)));
      const lines = down.filter((y) => across.some((x) => isDrawn(x, y)));
      expect(columns.length).toBeGreaterThan(width / 2);
      expect(columns[0]).toBeGreaterThan(40);
      expect(columns.at(-1)).toBeLessThanOrEqual(width - 56);
      expect(lines[0]).toBeGreaterThan(20);
      expect(lines.at(-1)).toBeLessThan(height - 20);
    }
  },
);

test('the words of a picture are in the file, so that they leave with it', async () => {
  for (const figure of few) {
    const svg = svgOf(figure, 'wide');
    const words = descriptionIn(await pngOf(svg));
    expect(words).toBe(wordsOf(svg));
    expect(words).toContain(amountText(figure.amount).replaceAll('\u00a0', ' '));
    for (const { label } of figure.caveats.slice(1)) expect(words).toContain(label);
  }
});

test('another process makes the same bytes, in another time zone and language', async () => {
  const svg = svgOf(few[0] as (typeof few)[number], 'wide');
  const reader = new URL('../../../commands/seed-reader.js', import.meta.url).href;
  const script = `const { load } = await import(${JSON.stringify(reader)});
    const { pngOf } = await load('server/made/png.ts');
    process.stdout.write((await pngOf(${JSON.stringify(svg)})).toString('base64'));`;
  const env = { ...process.env, TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' };
  const args = ['--input-type=module', '-e', script];
  const other = execFileSync(process.execPath, args, { env, encoding: 'utf8' });
  expect(other).toBe((await pngOf(svg)).toString('base64'));
});

test('what is no picture is refused', async () => {
  await expect(pngOf('<svg')).rejects.toThrow();
});
