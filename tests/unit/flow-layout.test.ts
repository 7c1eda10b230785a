import { expect, test } from 'vitest';
import { layoutFor, plansFor } from '#lib/drawing/flows/layouts.ts';
import { DRAWINGS, sizesOf } from '#lib/drawing/flows/label-text.ts';
import { aboutOf, namesOn, widestOutlines } from '#lib/drawing/flows/layout.ts';
import type { DrawnMap } from '#lib/drawing/flows/map.ts';
import { lineMeets, segmentsCross, type Box, type Point } from '#lib/drawing/geometry.ts';
import { cornersOf, outlinesCross, ribbon } from '#lib/drawing/ribbon.ts';
import { flowsOf } from '#lib/pages/flows.ts';
import { library } from '#lib/server/library.ts';

const { flowsPage, stateNames } = flowsOf(library.situation.id);
const states = stateNames();
const maps = library.situation.maps;
/** Milliseconds: some hundred states of dozens of places each; how long that takes is the machine's. */
const patience = 120_000;

/** Units by which two texts may overlap: less is the air above and below letters. */
const AIR = { wide: 1, across: 4 };
const overlap = (a: Box, b: Box): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > AIR.across &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > AIR.wide;

const line = (leader: string): [Point, Point] => {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (leader.match(/-?[\d.]+/g) ?? []).map(Number);
  return [
    [x1, y1],
    [x2, y2],
  ];
};

/** What is wrong with the labels of one state's map. */
function faultsOf({ pictures, width, height, dense, unplaced }: DrawnMap): string[] {
  const faults = unplaced.map(({ key }) => `${key} has no place`);
  for (const { drawings, direction } of pictures)
    for (const { name, labels, legend, names } of drawings) {
      const boxes = [
        ...labels.map(({ about, box }) => ({ about, box })),
        ...(legend.samples.length > 0 ? [{ about: 'key', box: legend.box }] : []),
        ...namesOn(name, names, sizesOf(name, dense)).map((box, i) => ({
          about: `name ${i}`,
          box,
        })),
      ];
      const where = `${direction}, ${name}`;
      boxes.forEach(({ about, box }, i) => {
        if (box.left < 0 || box.top < 0 || box.right > width || box.bottom > height)
          faults.push(`${where}: ${about} leaves the paper`);
        for (const other of boxes.slice(i + 1))
          if (overlap(box, other.box)) faults.push(`${where}: ${about} and ${other.about}`);
      });
      const leaders = labels.filter(({ leader }) => leader !== '');
      leaders.forEach(({ about, leader }, i) => {
        const [from, to] = line(leader);
        for (const other of labels)
          if (other.about !== about && lineMeets(from, to, other.box))
            faults.push(`${where}: the line of ${about} meets ${other.about}`);
        for (const other of leaders.slice(i + 1))
          if (segmentsCross(from, to, ...line(other.leader)))
            faults.push(`${where}: the lines of ${about} and ${other.about} cross`);
      });
      if (!dense && leaders.length > 1) faults.push(`${where}: ${leaders.length} lines`);
    }
  return faults;
}

test.each(maps.map(({ id }) => id))(
  'on every day of the map %s labels stand clear of one another, of key, names and lines, inside the paper',
  (map) => {
    const own = states.filter((one) => one.map === map);
    expect(own.length).toBeGreaterThan(20);
    const faults = own.flatMap(({ state }) =>
      faultsOf(flowsPage(map, state).drawn).map((fault) => `${fault} (${state})`),
    );
    expect(faults.slice(0, 12)).toEqual([]);
  },
  patience,
);

test.each(maps.filter(({ measures }) => measures.every(({ drawnAs }) => drawnAs === 'arrow')))(
  'on no day of the map $id the outlines of two ribbons cross',
  (map) => {
    const { curves } = layoutFor(library, map);
    const widths = new Map<string, Set<number>>();
    for (const { state } of states.filter((one) => one.map === map.id))
      for (const { items } of flowsPage(map.id, state).drawn.pictures)
        for (const { key, item, width } of items)
          if (!item.isBeside) widths.set(key, (widths.get(key) ?? new Set()).add(width));
    expect(widths.size).toBeGreaterThan(8);
    // Each width of a way once: hundreds of days have the same.
    const outlines = [...widths].map(([key, all]) => ({
      key,
      isBack: key.endsWith(`-${library.situation.country.id}`),
      all: [...all].map((width) =>
        cornersOf(ribbon(curves.get(key) ?? never(), Math.max(width, 0.8))),
      ),
    }));
    const met = outlines.flatMap((one, i) =>
      outlines
        .slice(i + 1)
        .filter((two) => two.isBack === one.isBack)
        .filter((two) => one.all.some((a) => two.all.some((b) => outlinesCross(a, b))))
        .map((two) => `${one.key} and ${two.key}`),
    );
    expect(met).toEqual([]);
    const widest = widestOutlines(plansFor(library, map), { curves });
    expect(widest.length).toBeGreaterThanOrEqual(outlines.length);
  },
  patience,
);

function never(): never {
  throw new Error('expected a curve');
}

test(
  'among the neighbours every place has its label on both drawings, and every way on the wide one',
  () => {
    for (const map of maps.filter(({ frame }) => frame.places.length <= 20))
      for (const { state } of states.filter((one) => one.map === map.id))
        for (const { items, drawings } of flowsPage(map.id, state).drawn.pictures)
          for (const { name, labels } of drawings)
            expect(
              name === 'wide' ? labels.flatMap(({ parts }) => parts).length : labels.length,
              `${map.id} ${state} ${name}`,
            ).toBe(
              name === 'wide'
                ? items.length
                : new Set(items.map(({ item }) => aboutOf(item.flow))).size,
            );
  },
  patience,
);

test('of the places of Europe at least forty have name and number on the wide map, nine on a phone', () => {
  const europe = maps.filter(({ frame }) => frame.places.length > 20);
  expect(europe.length).toBeGreaterThan(0);
  for (const { id, measures } of europe) {
    const { drawn } = flowsPage(id, null);
    const [out] = drawn.pictures;
    const of = (drawing: string) =>
      out?.drawings.find(({ name }) => name === drawing)?.labels.length ?? 0;
    expect(of('phone'), id).toBe(9);
    if (measures.some((one) => one.id === 'refugees_recorded')) {
      expect(out?.items.length).toBe(45);
      expect(of('wide')).toBeGreaterThanOrEqual(40);
    } else expect(of('wide') / (out?.items.length ?? 1)).toBeGreaterThan(0.85);
  }
  expect(DRAWINGS).toEqual(['wide', 'phone']);
});
