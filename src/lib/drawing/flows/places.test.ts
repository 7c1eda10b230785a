import { expect, test } from 'vitest';
import { placeLabels, shared, type LabelWish } from './places.ts';

const paper = { width: 360, height: 288 };
const around = (x: number, y: number, radius = 3) => ({
  left: x - radius,
  right: x + radius,
  top: y - radius,
  bottom: y + radius,
});
const wish = (key: string, x: number, y: number): LabelWish => ({
  key,
  end: around(x, y),
  width: 70,
  height: 36,
  weight: 1,
  short: 20,
});

test('labels of neighbours stand clear of one another, of marks and of the legend, inside the paper', () => {
  const wishes = [wish('a', 60, 60), wish('b', 75, 70), wish('c', 340, 20), wish('d', 130, 270)];
  const legend = { left: 0, top: 220, right: 90, bottom: 288 };
  const placed = placeLabels(wishes, {
    discs: [{ at: [60, 60], radius: 10, key: 'a' }],
    boxes: [legend],
    frame: paper,
    isHome: () => false,
  });
  const boxes = [...placed.values()];
  expect(boxes.every(({ short }) => !short)).toBe(true);
  boxes.forEach(({ box }, i) => {
    expect(shared(box, legend)).toBe(0);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(paper.width);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(paper.height);
    for (const other of boxes.slice(i + 1)) expect(shared(box, other.box)).toBe(0);
  });
});

test('where there is no room for all, the smaller keep a short one and still none lies over another', () => {
  const wishes = Array.from({ length: 40 }, (_, i) => ({
    ...wish(`k${i}`, 40 + (i % 8) * 38, 30 + Math.floor(i / 8) * 48),
    weight: i,
  }));
  const placed = placeLabels(wishes, { discs: [], boxes: [], frame: paper, isHome: () => false });
  const boxes = [...placed.values()];
  expect(boxes).toHaveLength(40);
  expect(boxes.some(({ short }) => short)).toBe(true);
  expect(boxes.some(({ short }) => !short)).toBe(true);
  const over = boxes.flatMap(({ box }, i) =>
    boxes.slice(i + 1).filter((other) => shared(box, other.box) > 0),
  );
  expect(over).toEqual([]);
});

test('a label keeps off the ground on which its name would be misread, even where that is nearest', () => {
  const place = (isHome: (point: readonly [number, number]) => boolean) =>
    placeLabels([wish('a', 150, 150)], { discs: [], boxes: [], frame: paper, isHome }).get('a')
      ?.box;
  expect(place(() => false)?.right).toBeLessThan(150);
  expect(place(([x]) => x < 150)?.left).toBeGreaterThanOrEqual(150);
});

test('a whole label never takes the room that another needs for its code', () => {
  const small = { ...paper, width: 64, height: 40 };
  const crowd = [12, 32, 52].map((x, i) => ({ ...wish(`k${i}`, x, 20), weight: 9 - i }));
  const wishes = crowd.map((one) => ({ ...one, width: 58, height: 34 }));
  const placed = placeLabels(wishes, { discs: [], boxes: [], frame: small, isHome: () => false });
  expect([...placed.values()].every(({ short }) => short)).toBe(true);
  const boxes = [...placed.values()].map(({ box }) => box);
  boxes.forEach((box, i) => {
    for (const other of boxes.slice(i + 1)) expect(shared(box, other)).toBe(0);
  });
});
