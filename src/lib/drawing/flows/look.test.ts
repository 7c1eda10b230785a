import { expect, test } from 'vitest';
import type { Amount } from '#lib/values/amount.ts';
import { lookOf, type Look } from './look.ts';
import { arrowStrokes, circleStrokes } from './strokes.ts';

const amounts: [Amount, string][] = [
  [{ kind: 'exact', value: 1111 }, 'sharp'],
  [{ kind: 'exact', value: 0 }, 'none'],
  [{ kind: 'at_least', value: 1111 }, 'open'],
  [{ kind: 'more_than', value: 1111 }, 'open'],
  [{ kind: 'about', value: 1111 }, 'soft'],
  [{ kind: 'nearly', value: 1111 }, 'soft'],
  [{ kind: 'up_to', value: 1111 }, 'closed'],
  [{ kind: 'between', low: 1111, high: 2222 }, 'range'],
  [{ kind: 'word', word: 'many' }, 'word'],
  [{ kind: 'unknown' }, 'missing'],
  [{ kind: 'withheld' }, 'missing'],
  [{ kind: 'not_collected' }, 'missing'],
];

test.each(amounts)('%o is drawn %s', (amount, look) => {
  expect(lookOf(amount)).toBe(look);
});

const way = { from: [0, 0], over: [50, 0], to: [100, 10] } as const;
const plain = { width: 4, upper: 4, hollow: false, back: false };
const shapes = new Set(amounts.map(([amount]) => lookOf(amount)));

test('no two looks are drawn alike, as arrows or as circles, without any colour', () => {
  const drawn = (look: Look) => ({ ...plain, look, upper: look === 'range' ? 8 : 4 });
  // What a word is dashed by is a class of its own.
  const all = [...shapes].flatMap((look) => [
    JSON.stringify([look === 'word', arrowStrokes(way, drawn(look))]),
    JSON.stringify([
      look === 'word',
      circleStrokes([50, 50], { ...drawn(look), width: 12, upper: 18 }, false),
    ]),
  ]);
  // An empty dot stands for nobody, on either kind of map.
  expect(shapes.size).toBe(8);
  expect(new Set(all).size).toBe(2 * shapes.size);
});

test('the shaft is as wide as the number asks, whatever stands around it', () => {
  for (const look of ['sharp', 'open', 'soft', 'range'] as const) {
    const shafts = arrowStrokes(way, { ...plain, look, upper: look === 'range' ? 9 : 4 }).filter(
      ({ name }) => name === 'shaft',
    );
    expect(shafts.at(-1)?.width).toBe(4);
  }
});

test('a ring of registrations is no disc of people', () => {
  const drawn = { ...plain, look: 'sharp', width: 20, upper: 20 } as const;
  expect(circleStrokes([50, 50], drawn, true)).not.toEqual(circleStrokes([50, 50], drawn, false));
});

test('a way back and another rule are told apart from what goes there', () => {
  const names = (more: object) =>
    arrowStrokes(way, { ...plain, look: 'sharp', ...more }).map(({ name }) => name);
  expect(names({ back: true })).toContain('inner');
  expect(names({ hollow: true })).toContain('hollow');
  expect(names({})).toEqual(['casing', 'head', 'shaft']);
});
