import {
  Chart,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js';

export { inkOf, over, wordsOf } from './look.ts';

/** Only what the charts use, so that no more of the library travels. */
Chart.register(LineController, LineElement, PointElement, LinearScale, Tooltip, Legend);

export const draw = <Point>(
  canvas: HTMLCanvasElement,
  config: ChartConfiguration<'line', Point[]>,
): Chart<'line', Point[]> =>
  new Chart(canvas, config as unknown as ChartConfiguration<'line'>) as unknown as Chart<
    'line',
    Point[]
  >;
