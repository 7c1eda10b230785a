import { describe, expect, test } from 'vitest';
import type { Figure, Library } from '#lib/records/model.ts';
import type { Amount } from '#lib/values/amount.ts';
import { caveat, day, definition, figure, library, source } from '../../../tests/support/made.ts';
import { asKnownOn } from './known.ts';
import type { Standing } from './known.ts';

const about = (value: number): Amount => ({ kind: 'about', value });
const series = figure().series;
const standings = (figures: Figure[], on: string, cells: Partial<Library> = {}) =>
  asKnownOn(library(figures, cells), day(on)).standing(series);
const ids = (shown: readonly Standing[]) => shown.map((one) => one.figure.id);

describe('what stands', () => {
  const first = figure({ published: '2030-01-05', value: 1111 });
  const revised = figure({ published: '2030-02-05', value: 1222 });

  test('before a revision the first publication stands, from its day on the revision', () => {
    expect(ids(standings([first, revised], '2030-01-04'))).toEqual([]);
    expect(ids(standings([first, revised], '2030-02-04'))).toEqual([first.id]);
    expect(ids(standings([first, revised], '2030-02-05'))).toEqual([revised.id]);
  });

  test('a later paper that repeats an older vintage does not displace the newer one', () => {
    const repeating = figure({
      source: source({ published: '2030-03-01', repeats: '2030-01-05' }),
      value: 1111,
    });
    expect(ids(standings([first, revised, repeating], '2030-03-01'))).toEqual([revised.id]);
  });

  test('another as-of, another period and another publisher are other subjects', () => {
    const other = figure({ asOf: '2030-01-06', value: 1333, published: '2030-01-07' });
    const longer = figure({
      definition: definition({ statistic: 'flow' }),
      periodStart: '2029-12-01',
      value: 1444,
    });
    expect(ids(standings([other, longer, first], '2030-03-01'))).toEqual([
      first.id,
      longer.id,
      other.id,
    ]);
  });

  test('a month is known when it is over, and displaces no day of it but what was said before', () => {
    const inMonth = figure({ published: '2030-01', value: 1555 });
    const lastDay = figure({ published: '2030-01-31', value: 1666 });
    expect(ids(standings([inMonth, lastDay], '2030-01-31'))).toEqual([lastDay.id]);
    expect(ids(standings([inMonth, lastDay], '2030-02-01'))).toEqual([lastDay.id]);
    const before = figure({ published: '2029-12-31', value: 1444, asOf: '2029-12-30' });
    const again = figure({ published: '2030-01', value: 1555, asOf: '2029-12-30' });
    expect(ids(standings([before, again], '2030-02-01'))).toEqual([again.id]);
  });

  test('an undated paper is known from the day it was read and displaces no dated one', () => {
    const undated = figure({ published: '', value: 1777 });
    expect(ids(standings([undated], '2030-12-31'))).toEqual([]);
    expect(ids(standings([undated], '2031-01-01'))).toEqual([undated.id]);
    expect(ids(standings([undated, first], '2031-01-01'))).toEqual([first.id]);
  });
});

describe('what was also said that day', () => {
  const tweet = figure({
    source: source({ id: 'tweet', kind: 'statement' }),
    amount: { kind: 'more_than', value: 500_000 },
  });
  const relay = (
    id: string,
    amount: Amount,
    cells: { repeats?: string; published?: string } = {},
  ) => figure({ source: source({ id, kind: 'news', relayOf: 'a speech', ...cells }), amount });
  const older = relay('older', about(422_000), { repeats: '2030-01-04' });
  const copy = relay('copy', { kind: 'exact', value: 499_412 });
  const echo = relay('echo', { kind: 'more_than', value: 500_000 });

  test('it is kept beside what stands; what repeats the same amount comes last', () => {
    const [standing] = standings([echo, older, copy, tweet], '2030-01-05');
    expect(standing?.figure).toBe(tweet);
    expect(standing?.alsoSaid).toEqual([copy, older, echo]);
  });

  test('a later echo of the same vintage says nothing new, another number for it does', () => {
    const [late, other] = [
      relay('late', tweet.amount, { published: '2030-01-06', repeats: '2030-01-05' }),
      relay('other', about(510_000), { published: '2030-01-06', repeats: '2030-01-05' }),
    ];
    const [standing] = standings([tweet, late, other], '2030-01-06');
    expect(standing?.figure).toBe(tweet);
    expect(standing?.alsoSaid).toEqual([other]);
    expect(standings([tweet, late, other], '2030-01-05')[0]?.alsoSaid).toEqual([]);
  });
});

describe('the latest', () => {
  const [a, b] = [definition({ id: 'rule-a' }), definition({ id: 'rule-b' })];
  const early = figure({ definition: a, asOf: '2030-01-03' });
  const late = figure({ definition: b, asOf: '2030-01-05' });
  const tied = figure({ definition: a, asOf: '2030-01-05' });

  test('is the latest as-of; ties go to the series named first', () => {
    const latest = (figures: Figure[], ...order: Figure[]) =>
      asKnownOn(library(figures), day('2030-01-05')).latest(order.map((one) => one.series))?.figure;
    expect(latest([early, late], early, late)).toBe(late);
    expect(latest([late, tied], late, tied)).toBe(late);
    expect(latest([late, tied], tied, late)).toBe(tied);
    expect(latest([], late)).toBeUndefined();
  });

  test('a month as-of is later than its last day', () => {
    const month = figure({ definition: a, asOf: '2030-01', published: '2030-02-05' });
    const last = figure({ definition: b, asOf: '2030-01-31', published: '2030-02-05' });
    const known = asKnownOn(library([month, last]), day('2030-02-05'));
    expect(known.latest([last.series, month.series])?.figure).toBe(month);
  });
});

test('what was also said that day comes newest first where publications give a time, and after it what gives none', () => {
  const said = (id: string, published: string, value: number) =>
    figure({ source: source({ id, published }), value });
  const all = [
    said('noon', '2030-01-05T12:00+02:00', 1111),
    figure({ source: source({ id: 'without-a-time', published: '2030-01-05' }), amount: about(1200) }), // prettier-ignore
    said('evening', '2030-01-05T22:00+02:00', 1333),
    said('morning', '2030-01-05T08:00+02:00', 1444),
    said('night', '2030-01-05T23:30+02:00', 1555),
  ];
  const [standing] = standings(all, '2030-01-05');
  expect(standing?.figure.source.id).toBe('night');
  expect(standing?.alsoSaid.map((one) => one.source.id)).toEqual(['evening', 'noon', 'morning', 'without-a-time']); // prettier-ignore
});

test('a caveat that became known later is on no number of the days before, and on none that was also said', () => {
  const late = caveat({ code: 'value-withdrawn' });
  const withdrawn = (id: string, published: string) =>
    figure({
      source: source({ id, published }),
      caveats: [late],
      caveatsFrom: { [late.code]: day('2030-01-09') },
    });
  const all = [withdrawn('noon', '2030-01-05T12:00+02:00'), withdrawn('night', '2030-01-05T23:00+02:00')]; // prettier-ignore
  const codesOn = (on: string) =>
    standings(all, on).map(
      ({ figure: one, alsoSaid }) =>
      [one, ...alsoSaid].map(({ source: { id }, caveats }) => [id, ...caveats.map(({ code }) => code)]), // prettier-ignore
    );
  expect(codesOn('2030-01-08')).toEqual([[['night'], ['noon']]]);
  expect(codesOn('2030-01-09')).toEqual([
    [
      ['night', late.code],
      ['noon', late.code],
    ],
  ]);
});
