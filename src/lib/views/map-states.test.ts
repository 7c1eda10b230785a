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
  publisher,
  situation,
} from '../../../tests/support/made.ts';
import type { Figure, MapPlan } from '#lib/records/model.ts';
import {
  counterpart,
  daysOfMap,
  itemsOf,
  knownDaysOf,
  mapView,
  statesOfMap,
} from './map-states.ts';

const [home, sam, mod] = [place({ id: 'EXA' }), place({ id: 'SAM' }), place({ id: 'MOD' })];
const entries = definition({ id: 'entries' });
const stay = definition({ id: 'still-there' });
const recorded = definition({ id: 'on-the-books', statistic: 'stock' });
const words = { beside: [], frame: frame({ places: [sam, mod] }) };
const crossings: MapPlan = {
  id: 'crossings',
  label: 'Crossings',
  measures: [measure()],
  rules: [entries, stay],
  ...words,
};
const people: MapPlan = {
  id: 'recorded',
  label: 'People recorded',
  measures: [measure({ id: 'refugees_recorded' })],
  rules: [recorded],
  ...words,
};
const to = (cells: Parameters<typeof figure>[0]) =>
  figure({ place: sam, origin: home, definition: entries, ...cells });
const stock = (cells: Parameters<typeof figure>[0]) =>
  to({
    measure: measure({ id: 'refugees_recorded' }),
    definition: recorded,
    periodStart: null,
    ...cells,
  });
const made = (figures: Figure[], apart: { place: typeof sam; asOf: string }[] = []) =>
  library(figures, {
    situation: situation({
      country: home,
      maps: [crossings, people],
      apart: apart.map((one) => ({ place: one.place, asOf: day(one.asOf) })),
    }),
  });

test('the newest numbers of a map changed when one of them came out, and on no other day', () => {
  const from = made([
    to({ asOf: '2030-01-03', published: '2030-01-03', value: 1111 }),
    // Of an earlier day than what stands.
    to({ asOf: '2030-01-02', published: '2030-02-01', value: 1212 }),
    to({ asOf: '2030-01-09', published: '2030-01-09', value: 2222 }),
    // Published late, of an earlier day at another place.
    to({ asOf: '2030-01-02', published: '2030-03-01', value: 3333, place: mod }),
    // Of a day, and of no flow of this map.
    stock({ asOf: '2030-01-04', published: '2030-01-04' }),
  ]);
  expect(daysOfMap(from, crossings)).toEqual(['2030-01-02', '2030-01-03', '2030-01-09']);
  expect(knownDaysOf(from, crossings)).toEqual(['2030-01-03', '2030-01-09', '2030-03-01']);
});

test('between two days on which it changed a map is what it was on the first of them', () => {
  const figures = [3, 4, 5, 7, 9].flatMap((n) => [
    to({ asOf: '2030-01-03', published: `2030-01-0${n}`, value: 1000 + n }),
    to({ asOf: '2030-01-02', published: `2030-01-0${n}`, value: 2000 + (n >> 2), place: mod }),
  ]);
  const from = made(figures);
  const on = (known: string) =>
    itemsOf(from, crossings, { asOf: null, known: day(known), isNow: false })
      .map(({ standing }) => standing.figure.id)
      .join();
  const changes = knownDaysOf(from, crossings);
  for (const known of ['2030-01-03', '2030-01-04', '2030-01-06', '2030-01-08', '2030-01-09']) {
    const last = changes.findLast((one) => one <= known) ?? '';
    expect(on(known)).toBe(on(last));
  }
  expect(on('2030-01-03')).not.toBe(on('2030-01-09'));
});

test('of each day a map is about there is a state as known now, and one of each evening on which it changed', () => {
  const from = made([
    to({ asOf: '2030-01-03', published: '2030-01-03', value: 1111 }),
    to({ asOf: '2030-01-03', published: '2030-02-01', value: 1212 }),
    to({ asOf: '2030-01-05', published: '2030-02-01', value: 1313 }),
  ]);
  const states = [...statesOfMap(from, crossings)].map(
    ({ asOf, known, isNow }) => `${asOf} ${known} ${isNow}`,
  );
  expect(states).toEqual([
    '2030-01-03 2030-02-01 true',
    '2030-01-05 2030-02-01 true',
    'null 2030-01-03 false',
    'null 2030-02-01 false',
  ]);
});

test('the other way of reading a map keeps the day: the latest that is not later, or the first', () => {
  const from = made([
    to({ asOf: '2030-01-03', published: '2030-01-05', value: 1111 }),
    to({ asOf: '2030-01-09', published: '2030-01-10', value: 2222 }),
    to({ asOf: '2030-01-20', published: '2030-02-01', value: 3333 }),
  ]);
  const evening = (known: string) =>
    counterpart(from, crossings, { asOf: null, known: day(known), isNow: false });
  const about = (asOf: string | null) =>
    counterpart(from, crossings, {
      asOf: asOf === null ? null : day(asOf),
      known: day('2030-02-01'),
      isNow: true,
    });
  expect(evening('2030-01-05')).toEqual({ evening: '2030-01-05', now: '2030-01-03' });
  expect(evening('2030-01-10')).toEqual({ evening: '2030-01-10', now: '2030-01-09' });
  expect(about('2030-01-20')).toEqual({ evening: '2030-01-10', now: '2030-01-20' });
  expect(about('2030-01-03')).toEqual({ evening: '2030-01-05', now: '2030-01-03' });
  expect(about(null)).toEqual({ evening: '2030-02-01', now: null });
});

test('a map of months alone has evenings and no day: as known now it is the newest', () => {
  const from = made([to({ asOf: '2030-01', published: '2030-02-03', periodStart: '2030-01' })]);
  expect(
    counterpart(from, crossings, { asOf: null, known: day('2030-02-03'), isNow: false }),
  ).toEqual({ evening: '2030-02-03', now: null });
});

test('a flow whose number before was counted by another rule says so; one that goes on by its own does not', () => {
  const before = to({ asOf: '2030-01-02', definition: stay, value: 1111 });
  const first = to({ asOf: '2030-01-03', value: 5555 });
  const next = to({ asOf: '2030-01-04', value: 6666 });
  const from = made([before, first, next]);
  const told = (asOf: string) =>
    mapView(from, crossings, {
      asOf: day(asOf),
      known: day('2030-01-09'),
      isNow: true,
    }).entries.map(({ otherRule }) => otherRule?.id ?? null);
  expect(told('2030-01-02')).toEqual([null]);
  expect(told('2030-01-03')).toEqual([before.id]);
  expect(told('2030-01-04')).toEqual([null]);
});

test('a place of which nothing is known is named, not left out in silence', () => {
  const from = made([to({ asOf: '2030-01-03' })]);
  const view = mapView(from, crossings, { asOf: null, known: day('2030-01-09'), isNow: true });
  expect(view.without.map(({ id }) => id)).toEqual(['MOD']);
});

test('the example of unlike numbers is that of the seeds once it is known, before that the state’s own', () => {
  const asOf = '2030-01-05';
  const example = [
    to({ asOf, published: '2030-01-06', value: 8888 }),
    stock({ asOf, published: '2030-01-06', value: 1444 }),
  ];
  const early = [
    to({ asOf: '2030-01-03', published: '2030-01-03', value: 111 }),
    stock({ asOf: '2030-01-03', published: '2030-01-03', value: 99 }),
  ];
  const later = to({ asOf: '2030-01-08', published: '2030-01-08', value: 9999 });
  const from = made([...early, ...example, later], [{ place: sam, asOf }]);
  const apart = (known: string) =>
    mapView(from, crossings, { asOf: null, known: day(known), isNow: false }).apart.map(
      ({ id }) => id,
    );
  expect(apart('2030-01-05')).toEqual(early.map(({ id }) => id));
  expect(apart('2030-01-09')).toEqual(example.map(({ id }) => id));
});

test('the notes of a state hold all that it shows, the number before among it', () => {
  const before = to({
    asOf: '2030-01-02',
    definition: stay,
    caveats: [caveat({ code: 'only-there' })],
  });
  const from = made([before, to({ asOf: '2030-01-03', value: 5555 })]);
  const { notes } = mapView(from, crossings, { asOf: null, known: day('2030-01-09'), isNow: true });
  expect(notes.caveats.map(({ code }) => code)).toContain('only-there');
});

test('of a place without a number by the map’s rules others are heard, near the day and not before they spoke', () => {
  const office = definition({ id: 'guard', publisher: publisher({ id: 'guard-office' }) });
  const own = to({ asOf: '2030-03-01', published: '2030-07-01', place: mod });
  const said = to({ asOf: '2030-01-04', published: '2030-01-05', place: mod, definition: office });
  const from = made([to({ asOf: '2030-01-03' }), own, said]);
  const heard = (known: string, asOf: string | null) => {
    const view = mapView(from, crossings, {
      asOf: asOf === null ? null : day(asOf),
      known: day(known),
      isNow: false,
    });
    for (const { figure: one } of view.elsewhere)
      expect(view.notes.sources.map(({ id }) => id)).toContain(one.source.id);
    return view.elsewhere.map(({ figure: one }) => one.id);
  };
  expect(heard('2030-01-05', null)).toEqual([said.id]);
  expect(heard('2030-01-04', null)).toEqual([]);
  expect(heard('2030-01-09', '2030-01-03')).toEqual([]);
  expect(heard('2030-06-09', null)).toEqual([]);
});
