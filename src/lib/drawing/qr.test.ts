import { createCanvas } from '@napi-rs/canvas';
import jsQR from 'jsqr';
import { expect, test } from 'vitest';
import { qrOf, type Qr } from './qr.ts';
import { sheetFoot } from './sheet-foot.ts';

/** Draws the path by hand and has it read by a decoder that knows nothing of the encoder. */
function decoded({ size, d }: Qr): string | undefined {
  const scale = 4;
  const context = createCanvas(size * scale, size * scale).getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, size * scale, size * scale);
  context.fillStyle = '#000';
  for (const [, x, y, width] of d.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    context.fillRect(Number(x) * scale, Number(y) * scale, Number(width) * scale, scale);
  const { data } = context.getImageData(0, 0, size * scale, size * scale);
  return jsQR(data, size * scale, size * scale)?.data;
}

test.each([
  '/ukraine-2022/print/on/2022-02-28/',
  'https://example.org/a/sub/path/ukraine-2022/print/on/2022-02-28/?without=counters,map,chart,claims,changes,events&notes=short&paper=letter',
  'https://пример.example/Őrség/',
])('the code of %s is read as that', (text) => {
  const code = qrOf(text);
  expect(decoded(code)).toBe(text);
  // Its border is blank: four modules on each side.
  const places = [...code.d.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => [
    Number(x),
    Number(y),
    Number(x) + Number(width),
  ]);
  expect(Math.min(...places.flatMap(([x = 0, y = 0]) => [x, y]))).toBe(4);
  expect(Math.max(...places.map(([, , end = 0]) => end))).toBe(code.size - 4);
});

test('words at the foot cannot end the style they stand in', () => {
  const hostile = '"}body{display:none}/* \\ ';
  const style = sheetFoot('/x/', hostile, { page: 'page', of: 'of' });
  const [, said = ''] = /@bottom-center\{content:("(?:[^"\\]|\\.)*");/.exec(style) ?? [];
  expect(JSON.parse(said)).toBe(hostile);
});
