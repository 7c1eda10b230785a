import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { baseMap, region } from './base-map.ts';
import { UKRAINE } from './map-policy.ts';

const paths = [baseMap.land, baseMap.ukraine, baseMap.borders];

test('the map travels in every page, so it is small', () => {
  expect(brotliCompressSync(paths.join('\n')).length).toBeLessThanOrEqual(2600);
});

test('coordinates are whole or half units, in relative commands', () => {
  for (const d of paths) {
    expect(d).toMatch(/^[Mhvlz\d. -]+$/);
    expect(d.match(/\.\d+/g)?.every((fraction) => fraction === '.5')).toBe(true);
  }
});

test('Ukraine has one mainland: Crimea hangs on it', () => {
  const largest = baseMap.ukraine.split('z').filter(Boolean);
  expect(largest).toHaveLength(1);
});

test('the neighbours to which the first flows went are on the map', () => {
  const ids = region.objects.countries.geometries.map(({ id }) => id);
  // Poland, Romania, Hungary, Slovakia, Moldova, Belarus, Russian Federation
  expect(ids).toEqual(
    expect.arrayContaining([UKRAINE, '616', '642', '348', '703', '498', '112', '643']),
  );
});
