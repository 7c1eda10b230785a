import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactPath, sideBySide, Trails } from './compact-path.ts';

test('numbers stand side by side without what can be left out', () => {
  expect(sideBySide([5, -5, 3, -2, 0])).toBe('5-5 3-2 0');
});

test('corners that fall together are one, and corners on a straight line are none', () => {
  const sink = new Trails(0.5);
  sink.moveTo(0, 0);
  for (const [x, y] of [
    [0.1, 0.1],
    [2, 0],
    [5, 0],
    [5, 4],
    [0, 0],
  ] as const)
    sink.lineTo(x, y);
  sink.closePath();
  expect(compactPath(sink.trails)).toBe('M0 0h10v8z');
});

test('what shrinks to a point or a line is left out', () => {
  const sink = new Trails(1);
  sink.moveTo(3, 3);
  sink.lineTo(3.2, 3.2);
  sink.lineTo(3, 3.1);
  sink.closePath();
  expect(compactPath(sink.trails)).toBe('');
});

test('an open trail stays open', () => {
  const sink = new Trails(1);
  sink.moveTo(1, 1);
  sink.lineTo(4, 5);
  sink.lineTo(9, 2);
  expect(compactPath(sink.trails)).toBe('M1 1l3 4 5-3');
});

test('read back, a path ends where its trail ends', () => {
  const corner = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
  fc.assert(
    fc.property(fc.array(corner, { minLength: 2, maxLength: 20 }), (corners) => {
      const sink = new Trails(1);
      corners.forEach(([x, y], index) => (index === 0 ? sink.moveTo(x, y) : sink.lineTo(x, y)));
      const d = compactPath(sink.trails);
      fc.pre(d !== '');
      expect(endOf(d)).toEqual(corners.at(-1));
    }),
  );
});

function endOf(d: string): number[] {
  let [x, y] = [0, 0];
  for (const [, command, rest = ''] of d.matchAll(/([Mhvl])([^Mhvl]*)/g)) {
    const numbers = (rest.match(/-?\d+/g) ?? []).map(Number);
    for (let i = 0; i < numbers.length; i += command === 'h' || command === 'v' ? 1 : 2) {
      if (command !== 'v') x += numbers[i] ?? 0;
      if (command === 'v') y += numbers[i] ?? 0;
      else if (command !== 'h') y += numbers[i + 1] ?? 0;
    }
  }
  return [x, y];
}
