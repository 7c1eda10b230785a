import { geoConicEqualArea } from 'd3-geo';
import { expect, test } from 'vitest';
import { drawMap } from '#lib/drawing/flows/map.ts';
import { layoutOf, planned, widestOutlines } from '#lib/drawing/flows/layout.ts';
import { boxesMeet } from '#lib/drawing/geometry.ts';
import { outlinesCross } from '#lib/drawing/ribbon.ts';
import { LEAST_WIDTH } from '#lib/drawing/flow-scale.ts';
import type { Amount } from '#lib/values/amount.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { mapFlows, mapItems } from '#lib/views/map-flows.ts';
import {
  day,
  definition,
  figure,
  frame,
  library,
  measure,
  place,
  situation,
} from '../support/made.ts';

/** Two made-up origins and six destinations on both sides of the 180th meridian. */
const at = (id: string, longitude: number, latitude: number) =>
  place({ id, label: `Isle of ${id}`, at: [longitude, latitude] });
const home = at('EXA', 179, -18);
const [west, east] = [at('WES', 166, -15), at('EAS', -172, -14)];
const others = [at('NOR', 173, 1), at('SOU', 176, -38), at('FAR', -160, -21), at('NUL', -176, -29)];
const paper = { width: 360, height: 288 };
const project = geoConicEqualArea()
  .parallels([-30, 0])
  .rotate([-180, 0])
  .center([0, -18])
  .scale(300)
  .translate([180, 144]);

const rule = definition({ id: 'entries' });
const flow = (place_: ReturnType<typeof at>, amount: Amount, origin = home) =>
  figure({ place: place_, origin, definition: rule, amount });
const exact = (value: number): Amount => ({ kind: 'exact', value });
const figures = [
  flow(west, exact(7_000_000)),
  flow(east, exact(7)),
  flow(others[0] ?? home, exact(55_555)),
  flow(others[1] ?? home, exact(55_555)),
  flow(others[2] ?? home, { kind: 'unknown' }),
  flow(others[3] ?? home, exact(0)),
  flow(others[2] ?? home, exact(44_444), east),
];
const map = {
  id: 'crossings',
  label: 'Crossings',
  measures: [measure()],
  rules: [rule],
  beside: [],
  frame: frame({ places: [west, east, ...others] }),
};
const made = library(figures, { situation: situation({ country: home, maps: [map] }) });
const flows = mapFlows(made, map);
const items = mapItems(asKnownOn(made, day('2030-01-09')), flows, null);
const plans = planned([items], flows, 'arrow');
const layout = layoutOf(plans, 'arrow', paper, (where) => project([...where]));
const drawn = drawMap(items, 'arrow', layout);
const widthOf = (key: string) => drawn.items.find((item) => item.key === key)?.width;
const lookOf = (key: string) => drawn.items.find((item) => item.key === key)?.look;

test('all seven flows are drawn, those of the second origin among them', () => {
  expect(drawn.unplaced).toEqual([]);
  expect(drawn.items.map(({ key }) => key).sort()).toEqual(
    ['EAS', 'EAS-FAR', 'FAR', 'NOR', 'NUL', 'SOU', 'WES'].sort(),
  );
  expect(drawn.items.every(({ strokes }) => strokes.length > 0)).toBe(true);
});

test('both sides of the 180th meridian lie where a reader looks for them', () => {
  const x = (key: string) => layout.curves.get(key)?.[3][0] ?? 0;
  const centre = project(home.at as [number, number])?.[0] ?? 0;
  expect(x('WES')).toBeLessThan(centre);
  expect(x('EAS')).toBeGreaterThan(centre);
  expect(Math.abs(x('EAS') - x('WES'))).toBeLessThan(paper.width);
});

test('equal amounts are equally wide, one to a million both are seen', () => {
  expect(widthOf('NOR')).toBe(widthOf('SOU'));
  expect(widthOf('EAS')).toBe(LEAST_WIDTH);
  expect(widthOf('WES')).toBeGreaterThan(10);
});

test('nobody and not known look different', () => {
  expect(lookOf('NUL')).toBe('none');
  expect(lookOf('FAR')).toBe('missing');
});

test('without anything set by hand no ribbons cross and no labels meet, on either drawing', () => {
  const outlines = widestOutlines(plans, layout);
  expect(outlines.length).toBe(7);
  expect(
    outlines.flatMap((one, i) =>
      outlines
        .slice(i + 1)
        .filter((two) => outlinesCross(one.corners, two.corners))
        .map((two) => `${one.key} and ${two.key}`),
    ),
  ).toEqual([]);
  for (const { labels } of drawn.pictures[0]?.drawings ?? []) {
    // What goes on from one place to another stands in that one's label.
    expect(labels.length).toBeGreaterThanOrEqual(5);
    expect(
      labels.flatMap((one, i) =>
        labels
          .slice(i + 1)
          .filter((two) => boxesMeet(one.box, two.box))
          .map((two) => [one.about, two.about]),
      ),
    ).toEqual([]);
  }
});
