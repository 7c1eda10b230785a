import { bench, describe } from 'vitest';
import { madeFlows } from '../../../tests/support/made-flows.ts';
import { drawMany } from './many-flows.ts';
import { indexFlows, nearestFlow } from './nearest-flow.ts';

const flows = madeFlows(10_000);
const index = indexFlows(flows);
const nothing = () => undefined;
const pen = {
  lineWidth: 0,
  strokeStyle: '',
  fillStyle: '',
  setLineDash: nothing,
  beginPath: nothing,
  moveTo: nothing,
  lineTo: nothing,
  quadraticCurveTo: nothing,
  closePath: nothing,
  stroke: nothing,
  fill: nothing,
};

describe('10,000 flows, without a canvas', () => {
  bench('drawn', () => {
    drawMany(pen, flows, { flow: '#000', paper: '#fff' });
  });
  bench('indexed', () => {
    indexFlows(flows);
  });
  bench('the nearest of 200 points', () => {
    for (let n = 0; n < 200; n++) nearestFlow(index, ((n * 0.618) % 1) * 720, n * 2.4, 4);
  });
});
