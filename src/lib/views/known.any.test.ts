import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Library } from '#lib/records/model.ts';
import type { Amount } from '#lib/values/amount.ts';
import { addDays, sortKey, type Day } from '#lib/values/day.ts';
import { day, figure, library, publisher, source } from '../../../tests/support/made.ts';
import { turnsOf } from './history.ts';
import { asKnownOn, knownOnEachDay } from './known.ts';
import type { Standing } from './known.ts';
import { foremost, sameSubject, sourceOrder } from './precedence.ts';
import { knownFrom, saidOn } from './vintage.ts';

const about = (value: number): Amount => ({ kind: 'about', value });
const { series } = figure();
const dayIn = fc.integer({ min: 1, max: 6 }).map((n) => `2030-01-0${n}`);
const published = fc.oneof(
  dayIn,
  fc.tuple(dayIn, fc.constantFrom('T09:00+02:00', 'T18:00+02:00')).map((parts) => parts.join('')),
  fc.constantFrom('', '2029-12', '2030-01'),
);
const amount: fc.Arbitrary<Amount> = fc.oneof(
  fc.constantFrom(1000, 1100, 1111).map((value): Amount => ({ kind: 'exact', value })),
  fc.constantFrom(1000, 1100, 1110).map(about),
  fc.constant<Amount>({ kind: 'word', word: 'many' }),
);
const figures = fc
  .array(
    fc.record({
      published,
      amount,
      repeats: fc.option(dayIn, { freq: 5 }),
      relayOf: fc.option(fc.constant('a paper')),
      kind: fc.constantFrom('report', 'news', 'statement'),
      by: fc.constantFrom('example-agency', 'other-agency'),
      asOf: fc.constantFrom('2030-01-01', '2030-01-02', '2030-01'),
      retrieved: fc.constant('2030-01-07'),
    }),
    { maxLength: 12 },
  )
  .map((all) =>
    all.map(({ amount: said, asOf, by, ...cells }, index) =>
      figure({
        source: source({ id: `paper-${index}`, publisher: publisher({ id: by }), ...cells }),
        amount: said,
        asOf,
      }),
    ),
  );
const shuffled = figures.chain((all) =>
  fc.tuple(
    fc.constant(all),
    fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
  ),
);
const days = [...Array(9).keys()].map((n) => day(`2030-01-0${n + 1}`)).concat(day('2030-02-01'));
const seen = (lib: Library, on: Day) => asKnownOn(lib, on).standing(series);
const always = <T>(arbitrary: fc.Arbitrary<T>, rule: (made: T) => void) =>
  fc.assert(fc.property(arbitrary, rule));

test('the order of the figures does not matter, only that of sources.csv', () => {
  always(shuffled, ([all, mixed]) => {
    const { sources } = library(all);
    for (const on of days) {
      expect(seen(library(mixed, { sources }), on)).toEqual(seen(library(all), on));
    }
  });
});

test('what comes out later never changes the past', () => {
  always(figures, (all) => {
    const { sources } = library(all);
    for (const on of days) {
      const before = all.filter(({ source: paper }) => knownFrom(paper) <= on);
      expect(seen(library(all), on)).toEqual(seen(library(before, { sources }), on));
    }
  });
});

test('what stands is the foremost of all that is known of its subject', () => {
  always(figures, (all) => {
    const lib = library(all);
    for (const on of days) {
      const known = all.filter(({ source: paper }) => knownFrom(paper) <= on);
      const subjects = new Set(known.map(({ asOf }) => asOf));
      const shown = seen(lib, on);
      expect(shown).toHaveLength(subjects.size);
      for (const { figure: stands } of shown) {
        const rivals = known.filter((one) => sameSubject(one, stands));
        expect(stands).toBe(foremost(rivals, sourceOrder(lib)));
      }
    }
  });
});

test('knowledge only grows: no subject is forgotten, no vintage falls back', () => {
  always(figures, (all) => {
    const lib = library(all);
    let before: readonly Standing[] = [];
    for (const on of days) {
      const now = seen(lib, on);
      for (const { figure: old } of before) {
        const kept = now.find(({ figure: one }) => sameSubject(one, old));
        expect(kept && saidOn(kept.figure.source) >= saidOn(old.source)).toBe(true);
      }
      before = now;
    }
  });
});

test('nothing said on the day of what stands is dropped', () => {
  always(figures, (all) => {
    for (const on of days) {
      for (const { figure: stands, alsoSaid } of seen(library(all), on)) {
        expect(alsoSaid).not.toContain(stands);
        expect(new Set(alsoSaid).size).toBe(alsoSaid.length);
        expect(alsoSaid.every(({ source: paper }) => knownFrom(paper) <= on)).toBe(true);
        const sameDay = all.filter(
          (one) =>
            sameSubject(one, stands) &&
            one !== stands &&
            one.source.published.kind === 'day' &&
            stands.source.published.kind === 'day' &&
            one.source.published.day === stands.source.published.day,
        );
        expect(alsoSaid).toEqual(expect.arrayContaining(sameDay));
      }
    }
  });
});

test('a sweep over all days sees on each day what that day alone sees, in any order of days', () => {
  const order = fc.shuffledSubarray(days, { minLength: days.length });
  always(fc.tuple(figures, order), ([all, mixed]) => {
    const swept = [...knownOnEachDay(library(all), mixed)];
    expect(swept.map((known) => known.day)).toEqual(mixed);
    for (const known of swept) {
      expect(known.standing(series)).toEqual(seen(library(all), known.day));
    }
  });
});

test('the latest not after a day is the last of what stands about days until then and was not contradicted', () => {
  always(figures, (all) => {
    const lib = library(all);
    for (const on of days) {
      const known = asKnownOn(lib, on);
      for (const asOf of days) {
        const superseded = known.superseded(series);
        const until = known
          .standing(series)
          .filter(({ figure: one }) => sortKey(one.asOf) <= asOf && !superseded.has(one.id));
        expect(known.notAfter(series, asOf)).toEqual(until.at(-1) ?? null);
      }
    }
  });
});

test('between two turns of a series the figure of its latest day not after another stays the same', () => {
  always(figures, (all) => {
    const lib = library(all);
    for (const asOf of [null, ...days]) {
      const turns: readonly Day[] = turnsOf(lib, series, asOf);
      const shownOn = (on: Day) => {
        const known = asKnownOn(lib, on);
        return (asOf === null ? known.latest([series]) : known.notAfter(series, asOf))?.figure;
      };
      const after = days.filter((on) => asOf === null || on > asOf);
      for (const on of after)
        if (!turns.includes(on)) expect(shownOn(on)).toBe(shownOn(addDays(on, -1)));
    }
  });
});
