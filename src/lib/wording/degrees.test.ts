import { expect, test } from 'vitest';
import { sayDegrees } from './degrees.ts';

test.each([
  [44.95, 'latitude', '44.95°N'],
  [-51.25, 'latitude', '51.25°S'],
  [34.1, 'longitude', '34.1°E'],
  [-21.9, 'longitude', '21.9°W'],
  [0, 'latitude', '0°'],
] as const)('%f of %s is %s', (degrees, axis, said) => {
  expect(sayDegrees(degrees, axis).join('')).toBe(said);
});
