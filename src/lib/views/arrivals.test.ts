import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { arrivalIn, arrivals } from './arrivals.ts';
import { newestDay } from './days.ts';
import { noteKeys } from './notes.ts';

const places = [...arrivals(library)];

test('each place that a map shows has one page, under a name of its own', () => {
  const { maps, country } = library.situation;
  const measured = new Set(maps.flatMap(({ measures }) => measures.map(({ id }) => id)));
  const shown = new Set(places.map(([, { id }]) => id));
  expect(shown.size).toBe(places.length);
  expect(shown.has(country.id)).toBe(false);
  expect(places.every(([slug]) => /^[a-z\d]+(?:-[a-z\d]+)*$/.test(slug))).toBe(true);
  const framed = new Set(maps.flatMap(({ frame }) => frame.places.map(({ id }) => id)));
  for (const { place, origin, measure } of library.figures)
    if (measured.has(measure.id) && framed.has(place.id) && origin.id === country.id)
      expect(shown.has(place.id) || measure.drawnAs === 'none', place.id).toBe(true);
});

test('a page has each thing that is counted once, each with the notes of its number', () => {
  for (const [slug, place] of places) {
    const { counted, notes, series } = arrivalIn(library, place, newestDay(library));
    const measures = counted.map(({ item }) => item.standing.figure.measure.id);
    expect(counted.length, slug).toBeGreaterThan(0);
    expect(new Set(measures).size).toBe(measures.length);
    for (const { item, counter } of counted) {
      const { figure } = item.standing;
      expect(figure.place.id).toBe(place.id);
      expect(counter.headline?.figure).toBe(figure);
      expect(noteKeys(figure).filter((key) => notes.numbers[key] === undefined)).toEqual([]);
      expect(series.map(({ id }) => id)).toContain(figure.series);
    }
  }
});
