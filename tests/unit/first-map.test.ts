import { describe, expect, test } from 'vitest';
import type { DrawnMap } from '#lib/drawing/flows/map.ts';
import { boxesMeet } from '#lib/drawing/geometry.ts';
import { library } from '#lib/server/library.ts';
import { publicationDays } from '#lib/views/days.ts';
import { knownOnEachDay } from '#lib/views/known.ts';
import { itemsAmong, mapFlows, waysOut } from '#lib/views/map-flows.ts';
import { figuresOf } from '#lib/views/sources.ts';
import { firstMap } from '#lib/pages/first-map.ts';

const [map] = library.situation.maps;
const flows = map ? mapFlows(library, map) : [];
const drawnOf = (name: string, items: Parameters<typeof firstMap>[1]) => {
  const drawn = firstMap(library, items)?.drawn;
  return drawn ? [{ name, drawn }] : [];
};
const summaries = [...knownOnEachDay(library, publicationDays(library))].flatMap((known) =>
  drawnOf(known.day, waysOut(library, known)),
);
const sources = library.sources.flatMap((source) =>
  drawnOf(source.id, itemsAmong(figuresOf(library, source), flows)),
);

/** Labels that meet another or the key, leave the paper or are not there. */
function faultsOf({ pictures, width, height }: DrawnMap): string[] {
  return pictures.flatMap(({ drawings, items }) =>
    drawings.flatMap(({ name, labels, legend }) => {
      const boxes = [
        ...labels.map(({ about, box }) => ({ about, box })),
        ...(legend.samples.length > 0 ? [{ about: 'key', box: legend.box }] : []),
      ];
      return [
        ...boxes.flatMap((one, i) =>
          boxes
            .slice(i + 1)
            .filter((two) => boxesMeet(one.box, two.box, -1))
            .map((two) => `${name}: ${one.about} and ${two.about}`),
        ),
        ...boxes
          .filter(
            ({ box }) => box.left < 0 || box.top < 0 || box.right > width || box.bottom > height,
          )
          .map(({ about }) => `${name}: ${about} leaves the paper`),
        ...(labels.length === items.length
          ? []
          : [`${name}: ${items.length} items, ${labels.length} labels`]),
      ];
    }),
  );
}

describe.each([
  { name: 'summaries', maps: summaries, least: 200 },
  { name: 'publications', maps: sources, least: 30 },
])('the map of all $name', ({ maps, least }) => {
  test('has room for every label', () => {
    const faults = maps.flatMap(({ name, drawn }) =>
      faultsOf(drawn).map((fault) => `${name}: ${fault}`),
    );
    expect(maps.length).toBeGreaterThan(least);
    expect(faults.slice(0, 8)).toEqual([]);
  });

  test('draws every flow that it lists', () => {
    expect(maps.flatMap(({ drawn }) => drawn.unplaced.map(({ key }) => key))).toEqual([]);
  });
});

test('equal numbers are equally wide on the summaries of all days', () => {
  const widths = new Map<string, Set<number>>();
  for (const { drawn } of summaries)
    for (const { figure, look, width } of drawn.items)
      if ('value' in figure.amount && look !== 'none')
        widths.set(
          String(figure.amount.value),
          (widths.get(String(figure.amount.value)) ?? new Set()).add(width),
        );
  expect(widths.size).toBeGreaterThan(100);
  expect([...widths].filter(([, found]) => found.size > 1)).toEqual([]);
});

test('the founding article alone draws three words: Poland, Romania, Hungary', () => {
  const founding = sources.find(({ drawn }) => drawn.items.every(({ look }) => look === 'word'));
  for (const { labels, legend } of founding?.drawn.pictures[0]?.drawings ?? []) {
    expect(labels.map(({ about }) => about)).toEqual(['POL', 'ROU', 'HUN']);
    expect(legend.samples).toEqual([]);
  }
  expect(founding?.drawn.pictures).toHaveLength(1);
});
