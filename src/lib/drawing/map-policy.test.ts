import { describe, expect, test } from 'vitest';
import { policyPoint } from '../../../tests/support/made.ts';
import { library } from '#lib/server/library.ts';
import { baseMap, regionOf } from './base-map.ts';
import { drawBaseMap, onGround } from './draw-base-map.ts';
import { brokenOnPath, brokenPoints, insideOf, pointsOn, type Region } from './map-policy.ts';

const { situation, mapPolicy } = library;
const home = situation.country.isoNumeric ?? '';
const names = (points: readonly { name: string }[]) => points.map(({ name }) => name);
const inside = names(mapPolicy.filter(({ isoNumeric }) => isoNumeric === home));
const outside = names(mapPolicy.filter(({ isoNumeric }) => isoNumeric !== home));

test('the seeds ask for Crimea, by name and reason', () => {
  for (const name of ['Simferopol', 'Sevastopol', 'Kerch'])
    expect(mapPolicy).toContainEqual(
      expect.objectContaining({
        name,
        isoNumeric: home,
        reason: expect.stringContaining('68/262'),
      }),
    );
});

describe.each(situation.frames.map((frame) => ({ name: frame.id, frame })))('$name', (given) => {
  const { frame } = given;
  const region = regionOf(situation.id, frame.id);
  const project = onGround(frame);
  const broken = (d: string) => names(brokenOnPath(d, project, mapPolicy, home));
  const { step } = baseMap(situation, frame);
  const [wide, high] = [frame.width / step, frame.height / step];
  const whole = `M0 0h${wide}v${high}h-${wide}z`;

  test('the base map keeps the border policy after it was simplified', () => {
    expect(names(brokenPoints(region, mapPolicy))).toEqual([]);
  });

  test('the country as drawn keeps the border policy', () => {
    expect(broken(baseMap(situation, frame).home)).toEqual([]);
  });

  test('a map without the country breaks the policy at every place in it', () => {
    const { countries } = region.objects;
    const geometries = countries.geometries.filter(({ id }) => id !== home);
    const map = { ...region, objects: { countries: { ...countries, geometries } } };
    expect(names(brokenPoints(map, mapPolicy))).toEqual(inside);
  });

  test('a place in two countries at once breaks the policy', () => {
    const { countries } = region.objects;
    const twice = countries.geometries.filter(({ id }) => id === home);
    const geometries = [
      ...countries.geometries,
      ...twice.map((shape) => ({ ...shape, id: '999' })),
    ];
    const map = { ...region, objects: { countries: { ...countries, geometries } } };
    expect(names(brokenPoints(map, mapPolicy))).toEqual(inside);
  });

  test('an outline drawn without Crimea is found out', () => {
    const [x, y] = project([33.7, 46.1]) ?? [0, 0];
    // A path of one cut along Perekop: everything above it and nothing below.
    const cut = `M0 0H${wide}V${y}H${x}H0z`;
    expect(broken(cut)).toEqual(expect.arrayContaining(['Simferopol', 'Sevastopol', 'Kerch']));
  });

  test('an outline that takes in the neighbours is found out', () => {
    expect(broken(whole)).toEqual(outside);
  });

  test('a hole in the outline is outside', () => {
    const [x, y] = project([34.1, 44.95]) ?? [0, 0];
    expect(broken(`${whole}M${x - 2} ${y - 2}h4v4h-4z`)).toContain('Simferopol');
  });
});

test('inside an outline is what a reader sees inside: not its holes, not beside it', () => {
  const isInside = insideOf('M10 10h20v20h-20zM15 15h5v5h-5z');
  expect(isInside([12, 12])).toBe(true);
  expect(isInside([29, 11])).toBe(true);
  expect(isInside([17, 17])).toBe(false);
  for (const place of [
    [9, 20],
    [31, 20],
    [20, 9],
    [20, 31],
  ] as const)
    expect(isInside(place)).toBe(false);
  expect(insideOf('')([0, 0])).toBe(false);
});

test('curves are refused: the base map has none', () => {
  expect(() => brokenOnPath('M0 0C1 1 2 2 3 3', () => [0, 0], mapPolicy, home)).toThrow('found C');
});

/** Two made-up countries side by side, the border along the antimeridian. */
const islands: Region = {
  type: 'Topology',
  arcs: [
    [
      [-180, -20],
      [-180, -15],
    ],
    [
      [-180, -15],
      [-175, -15],
      [-175, -20],
      [-180, -20],
    ],
    [
      [180, -20],
      [175, -20],
      [175, -15],
      [180, -15],
      [180, -20],
    ],
  ],
  objects: {
    countries: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', id: '900', arcs: [[0, 1]] },
        { type: 'Polygon', id: '901', arcs: [[2]] },
      ],
    },
  },
};

test('across the antimeridian the policy is asked as anywhere else', () => {
  const frame = {
    middle: [180, -17],
    parallels: [-25, -10],
    scale: 1000,
    width: 360,
    height: 288,
  } as const;
  const points = [
    policyPoint({ name: 'East', at: [-179, -17], isoNumeric: '900' }),
    policyPoint({ name: 'West', at: [179, -17], isoNumeric: '901' }),
  ];
  const project = onGround(frame);
  expect(names(brokenPoints(islands, points))).toEqual([]);
  for (const own of ['900', '901']) {
    const drawn = drawBaseMap(islands, frame, own).home;
    expect(names(brokenOnPath(drawn, project, points, own))).toEqual([]);
    expect(names(brokenOnPath(drawn, project, points, '999'))).toHaveLength(1);
  }
});

test('of a map only the points on its paper are asked', () => {
  const [frame] = situation.frames;
  if (!frame) throw new Error('no frame');
  const far = policyPoint({ name: 'Far away', at: [-150, -40] });
  expect(names(pointsOn(frame, [...mapPolicy, far]))).toEqual(names(mapPolicy));
});
