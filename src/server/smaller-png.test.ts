import { expect, test } from 'vitest';
import { pngOf } from '#lib/server/made/png.ts';
import { pixelsOf } from '../../tests/support/pixels.ts';
import { smallerPng } from './smaller-png.js';

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100"><rect width="300" height="100" fill="#fff"/><text x="9" y="60" font-size="30" font-family="Source Sans 3">Made up: 77</text></svg>`;

test('a smaller picture has the same pixels and the same words', async () => {
  const png = await pngOf(svg);
  const smaller = await smallerPng(png);
  expect(smaller.length).toBeLessThan(png.length * 0.7);
  expect(await pixelsOf(smaller)).toEqual(await pixelsOf(png));
  expect(smaller.includes('iTXtDescription')).toBe(true);
  expect(smaller.includes('Made up: 77')).toBe(true);
});

test('what is no picture is refused', async () => {
  await expect(smallerPng(Buffer.from('no picture'))).rejects.toThrow();
});
