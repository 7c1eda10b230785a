import { expect, test } from 'vitest';
import { endLabels, type LineEnd } from './end-labels.ts';

const plot = { left: 0, top: 0, right: 400, bottom: 200 };
const end = (name: string, x: number, y: number, corners = [{ x, y }]): LineEnd => ({
  name,
  x,
  y,
  corners,
});

test('lines that reach the right edge are named in one column', () => {
  const labels = endLabels([end('Samplia', 400, 50), end('Modelland', 395, 52)], 16, plot);
  expect(labels).toEqual([
    { labelX: 415, labelY: 50 },
    { labelX: 415, labelY: 66 },
  ]);
});

test('a line that stopped earlier is named at its own end, not at the edge', () => {
  expect(endLabels([end('Samplia', 200, 50)], 16, plot)).toEqual([{ labelX: 208, labelY: 50 }]);
});

test('its name moves away from a line that runs on through it', () => {
  const runsOn = end('Modelland', 400, 50, [
    { x: 0, y: 50 },
    { x: 400, y: 50 },
  ]);
  const [label] = endLabels([end('Samplia', 200, 50), runsOn], 16, plot);
  expect(Math.abs((label?.labelY ?? 50) - 50)).toBeGreaterThanOrEqual(16);
});

test('a line without an end has no name', () => {
  expect(endLabels([null], 16, plot)).toEqual([null]);
});
