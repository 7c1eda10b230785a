import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { flowsOf } from '#lib/pages/flows.ts';
import { LABEL } from '#lib/drawing/flows/label-text.ts';
import { layoutFor } from '#lib/drawing/flows/layouts.ts';
import { linesBeside } from '#lib/drawing/flows/plan.ts';
import { shared, strangerOf } from '#lib/drawing/flows/places.ts';

const { flowsPage, stateNames } = flowsOf(library.situation.id);
const states = stateNames();
/** Milliseconds: some hundred states of dozens of places each; how long that takes is the machine's. */
const patience = 60_000;
const heightOf = (lines: number) => LABEL.ascent + LABEL.line * (lines - 1) + LABEL.descent;

test.each(library.situation.maps.map(({ id }) => id))(
  'on every day of the map %s labels stand clear of one another, of the legend and inside the frame',
  (map) => {
    const isCrowded =
      (library.situation.maps.find(({ id }) => id === map)?.frame.places.length ?? 0) > 20;
    const faults: string[] = [];
    for (const { state } of states.filter((one) => one.map === map)) {
      const { drawn } = flowsPage(map, state);
      const boxes = [
        ...drawn.labels.map(({ about, box }) => ({ about, box })),
        ...(drawn.legend.samples.length > 0 ? [{ about: 'legend', box: drawn.legend.box }] : []),
      ];
      boxes.forEach((one, i) => {
        const { left, top, right, bottom } = one.box;
        if (left < 0 || top < 0 || right > drawn.width || bottom > drawn.height)
          faults.push(`${state}: ${one.about} leaves the frame`);
        for (const two of boxes.slice(i + 1))
          if (shared(one.box, two.box) > 0) faults.push(`${state}: ${one.about} and ${two.about}`);
      });
      for (const { about, name, items, box, short } of drawn.labels)
        if (
          !short &&
          heightOf(name.length + 2 + linesBeside(items.map(({ item }) => item))) >
            box.bottom - box.top + 0.1
        )
          faults.push(`${state}: ${about} has more lines than room`);
      // Of many countries not all have room; among the neighbours all have.
      if (!isCrowded && drawn.labels.some(({ short }) => short))
        faults.push(`${state}: a label lost its text`);
      if (drawn.unplaced.length > 0) faults.push(`${state}: a flow has no place`);
    }
    expect(states.filter((one) => one.map === map).length).toBeGreaterThan(20);
    expect([...new Set(faults)].slice(0, 8)).toEqual([]);
  },
  patience,
);

test.each(library.situation.maps)(
  'on the map $id every label stands nearer to the mark it names than to any other, or has a line to it',
  (map) => {
    const { labels, wishes } = layoutFor(library, map);
    expect(wishes.length).toBeGreaterThan(3);
    const strangers = wishes.flatMap((wish) => {
      const box = labels.get(wish.key)?.box;
      const other = box && strangerOf(box, wish, wishes);
      return other ? [{ key: wish.key, said: `${wish.key} stands at ${other.key}` }] : [];
    });
    const withLine = new Set(
      states
        .filter((one) => one.map === map.id)
        .flatMap(({ state }) => flowsPage(map.id, state).drawn.labels)
        .filter(({ leader }) => leader !== '')
        .map(({ about }) => about),
    );
    expect(strangers.filter(({ key }) => !withLine.has(key)).map(({ said }) => said)).toEqual([]);
    if (map.frame.places.length < 20) expect(strangers.map(({ said }) => said)).toEqual([]);
  },
  patience,
);
