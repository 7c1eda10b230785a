import { expect, test } from 'vitest';
import {
  caveat,
  day,
  definition,
  figure,
  frame,
  library,
  measure,
  place,
  situation,
} from '../../../tests/support/made.ts';
import type { Figure, MapPlan } from '#lib/records/model.ts';
import { mapSpans } from './map-spans.ts';

const [home, sam, mod] = [place({ id: 'EXA' }), place({ id: 'SAM' }), place({ id: 'MOD' })];
const entries = definition({ id: 'entries' });
const stay = definition({ id: 'still-there' });
const daily = definition({ id: 'of-the-day', statistic: 'flow' });
const map: MapPlan = {
  id: 'crossings',
  label: 'Crossings',
  measures: [measure()],
  rules: [entries, daily],
  beside: [stay],
  frame: frame({ places: [sam, mod] }),
};
const to = (cells: Parameters<typeof figure>[0]) =>
  figure({ place: sam, origin: home, definition: entries, ...cells });
const spans = (...figures: Figure[]) =>
  mapSpans(library(figures, { situation: situation({ country: home, maps: [map] }) }), map).map(
    (span) =>
      [
        span.figure.id,
        `${span.mapFrom}/${span.mapUntil ?? ''}`,
        `${span.knownFrom}/${span.knownUntil ?? ''}`,
        ...(span.isBeside ? ['beside'] : []),
      ].join(' '),
  );

test('a figure stands from its own day and from the day on which it came out', () => {
  const one = to({ asOf: '2030-01-03', published: '2030-01-05' });
  expect(spans(one)).toEqual([`${one.id} 2030-01-03/ 2030-01-05/`]);
});

test('a figure of a later day takes its place on later maps, and for a reader who knows it', () => {
  const one = to({ asOf: '2030-01-03', published: '2030-01-05' });
  const two = to({ asOf: '2030-01-08', published: '2030-01-09' });
  expect(spans(one, two)).toEqual([
    `${one.id} 2030-01-03/2030-01-08 2030-01-05/`,
    `${one.id} 2030-01-08/ 2030-01-05/2030-01-09`,
    `${two.id} 2030-01-08/ 2030-01-09/`,
  ]);
});

test('a revision ends what was known, on the maps of all days', () => {
  const first = to({ asOf: '2030-01-03', published: '2030-01-05', value: 1111 });
  const second = to({ asOf: '2030-01-03', published: '2030-02-01', value: 1212 });
  expect(spans(first, second)).toEqual([
    `${first.id} 2030-01-03/ 2030-01-05/2030-02-01`,
    `${second.id} 2030-01-03/ 2030-02-01/`,
  ]);
});

test('an amount of one day stands on that day alone, and never on the newest map', () => {
  const one = to({
    asOf: '2030-01-03',
    periodStart: '2030-01-03',
    published: '2030-01-05',
    definition: daily,
  });
  expect(spans(one)).toEqual([`${one.id} 2030-01-03/2030-01-04 2030-01-05/`]);
});

test('a month stands from the day after its last', () => {
  const one = to({ asOf: '2030-01', periodStart: '2030-01', published: '2030-01-20' });
  expect(spans(one)).toEqual([`${one.id} 2030-02-01/ 2030-01-20/`]);
});

test('what stands beside another says so, for the time in which there is another', () => {
  const main = to({ asOf: '2030-01-03', published: '2030-01-05' });
  const other = to({ asOf: '2030-01-03', published: '2030-01-07', definition: stay });
  const next = to({ asOf: '2030-01-06', published: '2030-01-06' });
  expect(spans(main, other, next)).toEqual([
    `${main.id} 2030-01-03/2030-01-06 2030-01-05/`,
    `${main.id} 2030-01-06/ 2030-01-05/2030-01-06`,
    `${next.id} 2030-01-06/ 2030-01-06/`,
    `${other.id} 2030-01-03/2030-01-06 2030-01-07/ beside`,
  ]);
});

test('a figure has every caveat in a file, one that was learnt later too', () => {
  const late = to({
    caveats: [caveat({ code: 'late' })],
    caveatsFrom: { late: day('2030-06-01') },
    published: '2030-01-05',
  });
  const [span] = mapSpans(
    library([late], { situation: situation({ country: home, maps: [map] }) }),
    map,
  );
  expect(span?.figure).toBe(late);
});
