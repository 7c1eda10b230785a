import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeFlows } from '../../../tests/support/made-flows.ts';
import { arrowShape } from './arrow.ts';
import { widthOfFlow, type PlainFlow } from './many-flows.ts';
import { indexFlows, nearestFlow } from './nearest-flow.ts';

const level = (id: string, y: number, persons: number | null): PlainFlow => ({
  id,
  from: [0, y],
  to: [100, y],
  bend: 0,
  persons,
  kind: 'arrow',
});

const at = fc.tuple(fc.integer({ min: 0, max: 720 }), fc.integer({ min: 0, max: 480 }));
const anyFlow = fc.record<PlainFlow>({
  id: fc.constant('only'),
  from: at,
  to: at,
  bend: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
  persons: fc.integer({ min: 1, max: 40_000_000 }),
  kind: fc.constantFrom('arrow', 'word'),
});
const part = fc.double({ min: 0, max: 1, noNaN: true });

/** Where the shaft of a flow is, by the formula of its curve. */
function onCurve({ from, to, bend }: PlainFlow, width: number, t: number): [number, number] {
  const { middle, neck } = arrowShape(from, to, bend, width);
  const on = (axis: 0 | 1) =>
    (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * middle[axis] + t ** 2 * neck[axis];
  return [on(0), on(1)];
}

test('a flow is found everywhere on its curve and at its tip', () => {
  fc.assert(
    fc.property(anyFlow, part, (flow, t) => {
      const index = indexFlows([flow]);
      expect(nearestFlow(index, ...onCurve(flow, widthOfFlow(flow), t), 0.01)).toBe('only');
      expect(nearestFlow(index, ...flow.to, 0.01)).toBe('only');
    }),
  );
});

test('far from every flow there is none, nor among no flows', () => {
  expect(nearestFlow(indexFlows(madeFlows(100)), 5000, 5000, 4)).toBeNull();
  expect(nearestFlow(indexFlows([]), 0, 0, 4)).toBeNull();
});

test('a flow ends at its edge, half its width from the middle; beside it the reach decides', () => {
  const index = indexFlows([level('wide', 0, 1_000_000)]); // 8 units
  expect([3.9, 4.9, 5.1].map((y) => nearestFlow(index, 40, y, 1))).toEqual(['wide', 'wide', null]);
});

test('under a point on several flows the thinner is meant, then the first given', () => {
  const [wide, thin] = [level('wide', 0, 1_000_000), level('thin', 0.2, 1000)];
  for (const flows of [
    [wide, thin],
    [thin, wide],
  ])
    expect(nearestFlow(indexFlows(flows), 40, 0, 4)).toBe('thin');
  const twins = [level('first', 0, 1000), level('second', 0, 1000)];
  expect(nearestFlow(indexFlows(twins), 40, 0, 4)).toBe('first');
});

test('the nearer edge is meant, however wide', () => {
  const index = indexFlows([level('wide', 0, 1_000_000), level('thin', 8, 1000)]);
  expect(nearestFlow(index, 40, 5, 4)).toBe('wide');
});

test('what is not drawn is not found', () => {
  const index = indexFlows([level('nobody', 0, 0), level('withheld', 0, null)]);
  expect(nearestFlow(index, 40, 0, 4)).toBeNull();
});

test('among 10,000 flows each point gives what asking each flow would give', () => {
  const flows = madeFlows(10_000);
  const index = indexFlows(flows);
  for (const [x, y] of [0.35, 0.6].map((n) => [n * 720, n * 480] as const)) {
    const found = flows.find(({ id }) => id === nearestFlow(index, x, y, 4));
    const under = flows.filter((flow) => nearestFlow(indexFlows([flow]), x, y, 0) !== null);
    const thinnest = Math.min(...under.map(widthOfFlow));
    expect(found).toBe(under.find((flow) => widthOfFlow(flow) === thinnest));
  }
});
