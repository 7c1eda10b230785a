import { describe, expect, test } from 'vitest';
import { LABEL } from '#lib/drawing/flows/label-text.ts';
import type { DrawnMap } from '#lib/drawing/flows/map.ts';
import { shared } from '#lib/drawing/flows/places.ts';
import { library } from '#lib/server/library.ts';
import { publicationDays } from '#lib/views/days.ts';
import { knownOnEachDay } from '#lib/views/known.ts';
import { itemsAmong, mapFlows, waysOut } from '#lib/views/map-flows.ts';
import { figuresOf } from '#lib/views/sources.ts';
import { amountText } from '#lib/wording/numbers.ts';
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

/** Labels that meet another or the legend, leave the paper or have more text than room. */
function faultsOf({ labels, legend, width, height }: DrawnMap): string[] {
  const boxes = [
    ...labels.map(({ about, box }) => ({ about, box })),
    ...(legend.samples.length > 0 ? [{ about: 'legend', box: legend.box }] : []),
  ];
  const met = boxes.flatMap((one, i) =>
    boxes
      .slice(i + 1)
      .filter((two) => shared(one.box, two.box) > 0)
      .map((two) => `${one.about} and ${two.about}`),
  );
  const room = labels.flatMap(({ about, name, items, box, short }) => {
    const lines = name.length + 1 + items.length;
    const longest = Math.max(...items.map(({ figure }) => amountText(figure.amount).length));
    return [
      ...(short ? [`${about} lost its text`] : []),
      ...(box.left < 0 || box.top < 0 || box.right > width || box.bottom > height
        ? [`${about} leaves the paper`]
        : []),
      ...(LABEL.ascent + LABEL.line * (lines - 1) + LABEL.descent > box.bottom - box.top + 0.1
        ? [`${about} has ${lines} lines`]
        : []),
      ...(longest * LABEL.letter > box.right - box.left + 0.1
        ? [`${about} has ${longest} letters`]
        : []),
    ];
  });
  return [...met, ...room];
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
  expect(founding?.drawn.labels.map(({ name }) => name.join(' '))).toEqual([
    'Poland',
    'Romania',
    'Hungary',
  ]);
  expect(founding?.drawn.legend.samples).toEqual([]);
});
