import { expect, test } from 'vitest';
import { day, event, figure, library, situation, source } from '../../../tests/support/made.ts';
import { standingDays } from './standing-days.ts';

const first = figure({ published: '2030-01-05', asOf: '2030-01-05' });
const next = figure({ published: '2030-01-20', asOf: '2030-01-19' });
const last = figure({ published: '2030-02-20', asOf: '2030-02-19' });
const counter = {
  id: 'to-sam',
  label: 'To Samplia',
  headline: [first.series],
  parts: [],
  claims: [],
};

test('a figure stands on the days on which the summary shows it, an event from its day', () => {
  const talks = event({ day: day('2030-01-20'), source: source({ published: '2030-01-20' }) });
  const seeds = library([first, next, last], {
    situation: situation({ counters: [counter] }),
    events: [talks],
  });
  const days = standingDays(seeds);
  // Also where it is told what stood before.
  expect(days.get(first.id)).toEqual(['2030-01-05', '2030-01-20']);
  expect(days.get(last.id)).toEqual(['2030-02-20']);
  expect(days.get(talks.id)?.[0]).toBe('2030-01-20');
});
