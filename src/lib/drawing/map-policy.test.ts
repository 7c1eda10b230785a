import { expect, test } from 'vitest';
import { baseMap, region } from './base-map.ts';
import { brokenOnPath, brokenPoints, POLICY, UKRAINE } from './map-policy.ts';
import { regionProjection } from './projection.ts';

const names = (points: readonly { name: string }[]) => points.map(({ name }) => name);
const ukrainian = names(POLICY.filter(({ country }) => country === UKRAINE));
const project = (at: readonly [number, number]) => regionProjection()([...at]);

test('the base map keeps the border policy after it was simplified', () => {
  expect(names(brokenPoints(region))).toEqual([]);
});

test('Ukraine as drawn keeps the border policy', () => {
  expect(names(brokenOnPath(baseMap.ukraine, project))).toEqual([]);
});

test('the table asks for Crimea, by name and reason', () => {
  for (const name of ['Simferopol', 'Sevastopol', 'Kerch'])
    expect(POLICY).toContainEqual(
      expect.objectContaining({
        name,
        country: UKRAINE,
        reason: expect.stringContaining('68/262'),
      }),
    );
});

test('a map without Ukraine breaks the policy at every place in it', () => {
  const { geometries } = region.objects.countries;
  const without = geometries.filter(({ id }) => id !== UKRAINE);
  const map = {
    ...region,
    objects: { countries: { ...region.objects.countries, geometries: without } },
  };
  expect(names(brokenPoints(map))).toEqual(ukrainian);
});

test('a place in two countries at once breaks the policy', () => {
  const { countries } = region.objects;
  const twice = countries.geometries.filter(({ id }) => id === UKRAINE);
  const geometries = [...countries.geometries, ...twice.map((shape) => ({ ...shape, id: '999' }))];
  expect(
    names(brokenPoints({ ...region, objects: { countries: { ...countries, geometries } } })),
  ).toEqual(ukrainian);
});

test('an outline drawn without Crimea is found out', () => {
  const [x, y] = project([33.7, 46.1]) ?? [0, 0];
  // A path of one cut along Perekop: everything above it and nothing below.
  const cut = `M0 0H360V${y}H${x}H0z`;
  expect(names(brokenOnPath(cut, project))).toEqual(
    expect.arrayContaining(['Simferopol', 'Sevastopol', 'Kerch']),
  );
});

test('an outline that takes in the neighbours is found out', () => {
  expect(names(brokenOnPath('M0 0h360v288h-360z', project))).toEqual(['Tiraspol', 'Krasnodar']);
});

test('a hole in the outline is outside', () => {
  const [x, y] = project([34.1, 44.95]) ?? [0, 0];
  const holed = `M0 0h360v288h-360zM${x - 2} ${y - 2}h4v4h-4z`;
  expect(names(brokenOnPath(holed, project))).toContain('Simferopol');
});

test('curves are refused: the base map has none', () => {
  expect(() => brokenOnPath('M0 0C1 1 2 2 3 3', project)).toThrow('found C');
});
