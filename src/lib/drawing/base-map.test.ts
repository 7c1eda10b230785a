import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { frame, place, policyPoint, situation } from '../../../tests/support/made.ts';
import { library } from '#lib/server/library.ts';
import { addRegions, baseMap, groundOf, regionOf } from './base-map.ts';
import { projectionOf } from './projection.ts';

const { id, country, frames } = library.situation;
/** Compressed bytes of one map as drawn. The first frame travels in every page. */
const within = (index: number) => (index === 0 ? 2600 : 4500);

describe.each(frames.map((one, index) => ({ name: one.id, one, index })))('$name', (given) => {
  const map = baseMap(library.situation, given.one);
  const paths = [map.land, map.home, map.borders];
  const project = projectionOf(given.one);

  test('the map is small', () => {
    expect(brotliCompressSync(paths.join('\n')).length).toBeLessThanOrEqual(within(given.index));
  });

  test('coordinates are whole steps, in relative commands', () => {
    for (const d of paths) expect(d).toMatch(/^[Mhvlz\d -]+$/);
  });

  test('the country has one mainland: what belongs to it hangs on it', () => {
    expect(map.home.split('z').filter(Boolean)).toHaveLength(1);
  });

  test('the country and the places of the frame are on the map, but for those smaller than a mark', () => {
    const ids = regionOf(id, given.one.id).objects.countries.geometries.map((shape) => shape.id);
    const missing = [country, ...given.one.places].filter(
      ({ isoNumeric }) => isoNumeric !== null && !ids.includes(isoNumeric),
    );
    expect(missing.map((one) => one.id)).toEqual(given.one.id === 'europe' ? ['LIE', 'MLT'] : []);
  });

  test('every place of the frame lies on its paper', () => {
    const beyond = given.one.places.filter(({ at }) => {
      const [x, y] = (at && project([...at])) ?? [-1, -1];
      return x < 0 || y < 0 || x > given.one.width || y > given.one.height;
    });
    expect(beyond.map((one) => one.id)).toEqual([]);
  });

  test('lines around ground without a number of its own are dotted, and are no borders', () => {
    const numberless = regionOf(id, given.one.id).objects.countries.geometries.filter(
      (shape) => !/^\d{3}$/.test(String(shape.id)),
    );
    expect(map.dotted !== '').toBe(numberless.length > 0);
    expect(numberless.length > 0).toBe(true);
    for (const line of map.dotted.split('M').filter((part) => part.length > 12))
      expect(map.borders).not.toContain(line.slice(0, 12));
  });

  test('it is drawn once', () => {
    expect(baseMap(library.situation, given.one)).toBe(map);
  });
});

test('a frame of which no map was cut says what to do', () => {
  const made = situation({ country: place({ id: 'EXA', isoNumeric: '900' }) });
  expect(() => baseMap(made, frame())).toThrow(
    'expected a base map examplia-2030-around, found none; run node src/commands/cut-map.js',
  );
});

test('a region that is added is found beside those of the program, and before one of the same name', () => {
  const first = frames[0] ?? frame();
  const own = regionOf(id, first.id);
  const other = { ...own, atlas: 'made up 1' };
  addRegions(new Map([['examplia-2030-added', other]]));
  expect(regionOf('examplia-2030', 'added')).toBe(other);
  addRegions(new Map([[`${id}-${first.id}`, other]]));
  expect(regionOf(id, first.id)).toBe(other);
  addRegions(new Map([[`${id}-${first.id}`, own]]));
});

test('a map says what the border policy notes of its ground and of the situation’s own country, each note once', () => {
  const [first] = library.situation.frames;
  if (!first) throw new Error('expected a frame, found none');
  const far = { ...policyPoint(), name: 'Far', at: [-150, -60] as const, isoNumeric: '900', note: 'Elsewhere' }; // prettier-ignore
  const own = { ...far, name: 'Own', isoNumeric: library.situation.country.isoNumeric ?? '', note: 'Of the country' }; // prettier-ignore
  const here = { ...policyPoint(), name: 'Here', at: first.middle, note: 'On the paper' };
  const { notes } = groundOf({ situation: library.situation, mapPolicy: [far, own, here, here] }, first); // prettier-ignore
  expect(notes).toEqual([
    { text: 'Of the country', reason: policyPoint().reason },
    { text: 'On the paper', reason: policyPoint().reason },
  ]);
});
