import { expect, test } from 'vitest';
import { day, event, library, source } from '../../../tests/support/made.ts';
import type { Event } from '#lib/records/model.ts';
import { eventsOn } from './events.ts';

const shown = (on: string, ...events: readonly Event[]) =>
  eventsOn(library([], { events }), day(on)).map(({ id }) => id);

test('what happened more than a month before the day of a page is no context of it', () => {
  const talks = event({
    id: 'talks',
    day: day('2030-01-02'),
    source: source({ published: '2030-01-02' }),
  });
  expect(shown('2030-02-02', talks)).toEqual(['talks']);
  expect(shown('2030-02-03', talks)).toEqual([]);
});

test('changes of counting are told apart, behind what happened, and for a year', () => {
  const paper = source({ published: '2030-01-02' });
  const method = event({ id: 'method', kind: 'method', day: day('2030-01-03'), source: paper });
  const talks = event({ id: 'talks', day: day('2030-01-02'), source: paper });
  expect(shown('2030-01-05', method, talks)).toEqual(['talks', 'method']);
  expect(shown('2031-01-04', method, talks)).toEqual(['method']);
  expect(shown('2031-01-05', method, talks)).toEqual([]);
});

test('the last eight entries known on the day are shown, nothing that came out or happened later', () => {
  const paper = source({ published: '2030-01-05' });
  const talks = [...Array(10).keys()].map((n) =>
    event({ id: `talks-${n}`, day: day(`2030-01-0${(n % 5) + 1}`), source: paper }),
  );
  const late = event({ id: 'late', source: source({ published: '2030-01-06' }) });
  const coming = event({ id: 'coming', day: day('2030-01-06'), source: paper });
  const lib = library([], { events: [late, coming, ...talks] });
  const events = eventsOn(lib, day('2030-01-05'));
  expect(events.map(({ day: on }) => on.slice(-2)).join(' ')).toBe('05 05 04 04 03 03 02 02');
});
