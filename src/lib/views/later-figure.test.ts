import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { parseDay } from '#lib/values/day.ts';
import { asKnownOn } from './known.ts';
import { newestDay } from './days.ts';
import { itemsOf } from './map-states.ts';
import { laterFigures } from './later-figure.ts';
import { summaryOn } from './summary.ts';

const newest = newestDay(library);
const now = asKnownOn(library, newest);
const recorded = library.situation.maps.find(({ id }) => id === 'recorded');
const items = recorded
  ? itemsOf(library, recorded, { asOf: null, known: newest, isNow: true })
  : [];

test('for Russia a number of June 2024 is followed by that of the end of 2025, by another definition', () => {
  const figures = items.map(({ standing }) => standing.figure);
  const russia = figures.find(({ place }) => place.id === 'RUS');
  const later = laterFigures(library, now, figures).get(russia?.id ?? '');
  expect(later?.asOf).toBe('2025-12-31');
  expect(later?.amount).toMatchObject({ value: 5_488 });
  expect(later?.definition.publisher.id).toBe(russia?.definition.publisher.id);
});

test('no figure is said to be followed by nothing where its publisher gives one for a later date', () => {
  let nothing = 0;
  for (const day of ['2022-11-01', '2024-11-17', '2025-02-19', newest]) {
    const known = asKnownOn(library, parseDay(day));
    const { counters, later } = summaryOn(library, known);
    for (const { headline } of counters) {
      const figure = headline?.figure;
      if (!figure || later.get(figure.id) !== null) continue;
      nothing += 1;
      // Worked out from the rows alone.
      const rivals = library.figures.filter(
        (other) =>
          other.measure.id === figure.measure.id &&
          other.population.id === figure.population.id &&
          other.place.id === figure.place.id &&
          other.origin.id === figure.origin.id &&
          other.definition.statistic === figure.definition.statistic &&
          other.definition.publisher.id === figure.definition.publisher.id &&
          other.source.published.kind === 'day' &&
          other.source.published.day <= day &&
          other.asOf > figure.asOf &&
          other.asOf.slice(0, 7) > figure.asOf.slice(0, 7),
      );
      expect(rivals.map(({ id }) => id)).toEqual([]);
    }
  }
  expect(nothing).toBeGreaterThan(0);
});

test('a figure of the last 90 days is said neither to be followed nor not to be', () => {
  const day = parseDay('2022-02-28');
  const known = asKnownOn(library, day);
  expect(summaryOn(library, known).later.size).toBe(0);
});
