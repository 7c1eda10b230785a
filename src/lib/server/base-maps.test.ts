import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readBaseMaps } from './base-maps.ts';

const folder = mkdtempSync(join(tmpdir(), 'caveat-maps-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the maps of a folder have the names of their files; without a folder there are none', async () => {
  const region = { type: 'Topology', arcs: [], objects: { countries: {} }, atlas: 'made up 1' };
  writeFileSync(join(folder, 'examplia-2030-around.json'), JSON.stringify(region));
  writeFileSync(join(folder, 'notes.txt'), 'not a map');
  expect(await readBaseMaps(folder)).toEqual(new Map([['examplia-2030-around', region]]));
  expect(await readBaseMaps(undefined)).toEqual(new Map());
  expect(await readBaseMaps('')).toEqual(new Map());
});

test.each(['', '{', 'null', '[]', '{"objects":{}}'])('"%s" is no base map', async (text) => {
  writeFileSync(join(folder, 'broken.json'), text);
  await expect(readBaseMaps(folder)).rejects.toThrow(/broken\.json is no base map: cut it again/);
});

test('a folder that is not there is told in one sentence', async () => {
  await expect(readBaseMaps(join(folder, 'none'))).rejects.toThrow(
    /^BASE_MAPS must be a folder; .*none cannot be read \(ENOENT\)\.$/,
  );
});
