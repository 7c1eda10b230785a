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
  source,
} from '../../../tests/support/made.ts';
import type { Figure, MapPlan } from '#lib/records/model.ts';
import { asKnownOn } from './known.ts';
import {
  earlierOf,
  itemsAmong,
  mapDays,
  mapFlows,
  mapItems,
  othersOf,
  waysOut,
} from './map-flows.ts';

const [home, sam, mod] = [place({ id: 'EXA' }), place({ id: 'SAM' }), place({ id: 'MOD' })];
const rules = {
  entries: definition({ id: 'entries' }),
  stay: definition({ id: 'still-there' }),
  wide: definition({ id: 'with-others' }),
  daily: definition({ id: 'daily', statistic: 'flow' }),
};
const map: MapPlan = {
  id: 'crossings',
  label: 'Crossings',
  measures: [measure(), measure({ id: 'crossings_back', drawnAs: 'arrow' })],
  rules: [rules.entries, rules.stay, rules.daily],
  beside: [rules.wide],
  frame: frame({ places: [sam, mod] }),
};
const to = (cells: Parameters<typeof figure>[0]) =>
  figure({ place: sam, origin: home, definition: rules.entries, ...cells });
const made = (...figures: Figure[]) =>
  library(figures, { situation: situation({ maps: [map], country: home }) });
const shown = (all: Figure[], known: string, asOf: string | null = null) => {
  const from = made(...all);
  return mapItems(
    asKnownOn(from, day(known)),
    mapFlows(from, map),
    asOf === null ? null : day(asOf),
  );
};

test('flows stand in the order of the places, each with its way on; what goes back comes after all of them', () => {
  const from = made(
    to({ place: mod }),
    to({ origin: sam, place: home, measure: measure({ id: 'crossings_back', drawnAs: 'arrow' }) }),
    to({ origin: sam, place: mod, definition: rules.daily }),
    to({}),
    to({ place: place({ id: 'FAR' }) }),
    to({ place: sam, definition: definition({ id: 'no-rule-of-the-map' }) }),
  );
  expect(mapFlows(from, map).map(({ key, direction }) => [key, direction])).toEqual([
    ['SAM', 'out'],
    ['SAM-MOD', 'onward'],
    ['MOD', 'out'],
    ['SAM-EXA', 'back'],
  ]);
});

test('a map of a day shows nothing of a later one, and nothing that came out after the day as known on which it is shown', () => {
  const early = to({ asOf: '2030-01-03', published: '2030-01-04', value: 1111 });
  const late = to({ asOf: '2030-01-08', published: '2030-01-09', value: 2222 });
  const revised = to({ asOf: '2030-01-03', published: '2030-02-01', value: 1212 });
  const all = [early, late, revised];
  const ids = (known: string, asOf: string | null) =>
    shown(all, known, asOf).map(({ standing }) => standing.figure.id);
  expect(ids('2030-01-09', null)).toEqual([late.id]);
  expect(ids('2030-01-09', '2030-01-05')).toEqual([early.id]);
  expect(ids('2030-03-01', '2030-01-05')).toEqual([revised.id]);
  expect(ids('2030-01-03', null)).toEqual([]);
});

test('of two rules about one day the earlier leads and the other stands beside it; of two days the later leads alone', () => {
  const entries = to({ value: 3333 });
  const stay = to({ value: 1111, definition: rules.stay });
  expect(shown([stay, entries], '2030-01-05').map(({ key, isBeside }) => [key, isBeside])).toEqual([
    ['SAM', false],
    ['SAM-still-there', true],
  ]);
  const later = to({ value: 1212, definition: rules.stay, asOf: '2030-01-06' });
  expect(shown([entries, later], '2030-01-06').map(({ standing }) => standing.figure.id)).toEqual([
    later.id,
  ]);
});

test('a rule that is only ever beside never stands alone', () => {
  const wide = to({ definition: rules.wide, value: 4444 });
  expect(shown([wide], '2030-01-05')).toEqual([]);
  expect(shown([wide, to({})], '2030-01-05')).toHaveLength(2);
});

test('an amount of one day stands on that day only', () => {
  const daily = to({
    definition: rules.daily,
    origin: mod,
    asOf: '2030-01-03',
    periodStart: '2030-01-03',
  });
  expect(shown([daily], '2030-01-05', '2030-01-03')).toHaveLength(1);
  expect(shown([daily], '2030-01-05', '2030-01-04')).toEqual([]);
  expect(shown([daily], '2030-01-05')).toEqual([]);
});

test('the days of a map are those about which its figures speak; a month is none', () => {
  const from = made(
    to({ asOf: '2030-01-03' }),
    to({ asOf: '2030-01-02', place: mod }),
    to({ asOf: '2030-02', periodStart: '2030-01' }),
    to({ asOf: '2030-01-09', definition: definition({ id: 'elsewhere' }) }),
  );
  expect(mapDays(from, mapFlows(from, map))).toEqual(['2030-01-02', '2030-01-03']);
});

test('other publishers near the day stand beside a flow; what is far, not yet known or a copy’s slip does not', () => {
  const by = (id: string) => definition({ id, publisher: publisher({ id: `${id}-office` }) });
  const own = to({ asOf: '2030-02-01' });
  const near = to({ asOf: '2030-01-20', definition: by('guard') });
  const far = to({ asOf: '2029-10-01', periodStart: '2029-09-01', definition: by('old') });
  const later = to({ published: '2030-03-01', definition: by('late') });
  const slip = to({ definition: by('slip'), caveats: [caveat({ code: 'misprint' })] });
  const same = to({ definition: definition({ id: 'by-the-same' }) });
  const from = made(own, near, far, later, slip, same);
  const known = asKnownOn(from, day('2030-02-02'));
  const [item] = mapItems(known, mapFlows(from, map), null);
  expect(item && othersOf(from, known, item, null).map(({ figure: one }) => one.id)).toEqual([
    near.id,
  ]);
});

test('earlier values for the same days come the latest first, and none that was not yet known', () => {
  const first = to({ published: '2030-01-05', value: 1111 });
  const second = to({ published: '2030-01-06', value: 1112 });
  const third = to({ published: '2030-01-07', value: 1113 });
  const from = made(first, second, third, to({ asOf: '2030-01-04', value: 999 }));
  expect(earlierOf(from, third, day('2030-01-07'), 9).map(({ id }) => id)).toEqual([
    second.id,
    first.id,
  ]);
  expect(earlierOf(from, third, day('2030-01-07'), 1).map(({ id }) => id)).toEqual([second.id]);
  expect(earlierOf(from, second, day('2030-01-06'), 9).map(({ id }) => id)).toEqual([first.id]);
});

test('a later paper that carries an older number is no earlier value before it came out', () => {
  const first = to({ published: '2030-01-05', value: 1111 });
  const now = to({ published: '2030-01-07', value: 1113 });
  const carried = to({
    source: source({ id: 'carries-an-older', published: '2030-02-01', repeats: '2030-01-06' }),
    value: 1112,
  });
  const from = made(first, now, carried);
  const on = (known: string) => earlierOf(from, now, day(known), 9).map(({ id }) => id);
  expect(on('2030-01-31')).toEqual([first.id]);
  expect(on('2030-02-01')).toEqual([carried.id, first.id]);
});

const back = measure({ id: 'crossings_back', drawnAs: 'arrow' });

test('a summary shows what goes out by the map’s own rules: not back, not on, not another rule beside', () => {
  const from = made(
    to({ place: mod }),
    to({}),
    to({ origin: sam, place: home, measure: back }),
    to({ origin: sam, place: mod }),
    to({ definition: rules.wide }),
  );
  const items = waysOut(from, asKnownOn(from, day('2030-01-09')));
  expect(items.map(({ key }) => key)).toEqual(['SAM', 'MOD']);
  expect(waysOut(library([to({})]), asKnownOn(from, day('2030-01-09')))).toEqual([]);
});

test('a publication alone draws the latest of each flow among its figures, words and other rules included', () => {
  const word = to({ amount: { kind: 'word', word: 'many' } });
  const [early, late] = [
    to({ place: mod, asOf: '2030-01-04' }),
    to({ place: mod, asOf: '2030-01-05' }),
  ];
  const beside = to({ place: mod, asOf: '2030-01-05', definition: rules.wide });
  const other = to({ place: mod, asOf: '2030-01-06' });
  const inDay = to({ definition: rules.daily, asOf: '2030-01-06' });
  const flows = mapFlows(made(word, early, late, beside, other, inDay), map);
  const items = itemsAmong([late, early, word, beside, inDay], flows);
  expect(items.map(({ key, standing }) => [key, standing.figure])).toEqual([
    ['SAM', word],
    ['MOD', late],
    ['MOD-with-others', beside],
  ]);
});
