import { expect, test } from 'vitest';
import type { Amount } from '#lib/values/amount.ts';
import type { Curve } from '#lib/drawing/ribbon.ts';
import { lookOf, type Look } from './look.ts';
import { circleStrokes, ribbonStrokes } from './strokes.ts';

const amounts: [Amount, string][] = [
  [{ kind: 'exact', value: 1111 }, 'sharp'],
  [{ kind: 'exact', value: 0 }, 'none'],
  [{ kind: 'at_least', value: 1111 }, 'open'],
  [{ kind: 'more_than', value: 1111 }, 'open'],
  [{ kind: 'about', value: 1111 }, 'soft'],
  [{ kind: 'nearly', value: 1111 }, 'soft'],
  [{ kind: 'up_to', value: 1111 }, 'soft'],
  [{ kind: 'between', low: 1111, high: 2222 }, 'range'],
  [{ kind: 'word', word: 'many' }, 'word'],
  [{ kind: 'unknown' }, 'missing'],
  [{ kind: 'withheld' }, 'missing'],
  [{ kind: 'not_collected' }, 'missing'],
];

test.each(amounts)('%o is drawn %s', (amount, look) => {
  expect(lookOf(amount)).toBe(look);
});

const curve: Curve = [
  [0, 0],
  [30, 0],
  [70, 0],
  [100, 10],
];
const plain = { width: 4, upper: 4, hollow: false };
const shapes = new Set(amounts.map(([amount]) => lookOf(amount)));

test('no two looks are drawn alike, as ribbons or as circles, without any colour', () => {
  const drawn = (look: Look) => ({ ...plain, look, upper: look === 'range' ? 8 : 4 });
  const all = [...shapes].flatMap((look) => [
    JSON.stringify(ribbonStrokes(curve, drawn(look))),
    JSON.stringify(circleStrokes([50, 50], { ...drawn(look), width: 12, upper: 18 }, false)),
  ]);
  // An empty dot stands for nobody, on either kind of map.
  expect(shapes.size).toBe(7);
  expect(new Set(all).size).toBe(2 * shapes.size);
});

test('the ribbon is as wide as the number asks, whatever stands around it', () => {
  const alone = ribbonStrokes(curve, { ...plain, look: 'sharp' });
  for (const look of ['open', 'soft', 'range'] as const) {
    const ribs = ribbonStrokes(curve, { ...plain, look, upper: look === 'range' ? 9 : 4 }).filter(
      ({ name }) => name === 'rib',
    );
    expect(ribs).toEqual(alone);
  }
});

test('a ring of registrations is no disc of people', () => {
  const drawn = { ...plain, look: 'sharp', width: 20, upper: 20 } as const;
  expect(circleStrokes([50, 50], drawn, true)).not.toEqual(circleStrokes([50, 50], drawn, false));
});

test('a way back and another rule are empty', () => {
  const names = (hollow: boolean) =>
    ribbonStrokes(curve, { ...plain, look: 'sharp', hollow }).map(({ name }) => name);
  expect(names(true)).toEqual(['hollow']);
  expect(names(false)).toEqual(['rib']);
});
