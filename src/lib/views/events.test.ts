import { expect, test } from 'vitest';
import { day, event, library, source } from '../../../tests/support/made.ts';
import { eventsOn } from './events.ts';

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
