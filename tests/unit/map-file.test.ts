import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { mapCsv, mapJson } from '#lib/downloads/map-file.ts';
import { figureRecord } from '#lib/downloads/figure-record.ts';
import type { MapPlan } from '#lib/records/model.ts';
import { library } from '#lib/server/library.ts';
import { sortKey, type Day } from '#lib/values/day.ts';
import { newestDay, publicationDays } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { mapFlows, mapItems } from '#lib/views/map-flows.ts';
import { mapSpans } from '#lib/views/map-spans.ts';
import { daysOfMap } from '#lib/views/map-states.ts';
import { knownFrom } from '#lib/views/vintage.ts';
import { faultsOfCsv, faultsOfJson } from '../support/numbers-in-file.ts';

/** Milliseconds: thousands of rows and of states; how long that takes is the machine's. */
const patience = 60_000;

type Row = Readonly<Record<string, string>>;

const edition = { situation: library.situation.id, site: null, revision: 'abcdef0123' };
const { maps } = library.situation;

/** What a program reads of a map's file, as the page of a state says it. */
const rowsOf = (map: MapPlan) =>
  parse(mapCsv(mapSpans(library, map), edition), { columns: true }) as Row[];
const within = (row: Row, name: string, day: Day) => {
  const [from = '', until = ''] = [row[`${name}_from`], row[`${name}_until`]];
  return from <= day && (until === '' || until > day);
};
const filtered = (rows: readonly Row[], asOf: Day | null, known: Day) =>
  rows.filter(
    (row) =>
      (asOf === null ? row['map_until'] === '' : within(row, 'map', asOf)) &&
      within(row, 'known', known),
  );

/** The days on which a map about `asOf` can change for a reader: the evening of that day, each publication after it, and now. */
function eveningsOf(map: MapPlan, asOf: Day | null): Day[] {
  const series = new Set(mapFlows(library, map).flatMap((one) => [...one.series, ...one.beside]));
  const published = publicationDays(library);
  const came = library.figures
    .filter(
      (figure) => series.has(figure.series) && (asOf === null || sortKey(figure.asOf) <= asOf),
    )
    .map(({ source }) => knownFrom(source))
    .map((day) => (asOf !== null && day < asOf ? asOf : day))
    .flatMap((day) => published.find((one) => one >= day) ?? []);
  return [...new Set([...came, newestDay(library)])].sort();
}

test.each(maps)(
  'every state of the map $id, about any of its days as known on any evening, is a filter of its file',
  (map) => {
    const rows = rowsOf(map);
    const flows = mapFlows(library, map);
    const faults: string[] = [];
    let states = 0;
    for (const asOf of [null, ...daysOfMap(library, map)])
      for (const known of eveningsOf(map, asOf)) {
        const wanted = mapItems(asKnownOn(library, known), flows, asOf).map(
          ({ standing, isBeside }) => `${standing.figure.id} ${isBeside ? 'yes' : ''}`.trim(),
        );
        const found = filtered(rows, asOf, known).map((row) =>
          `${row['id']} ${row['beside']}`.trim(),
        );
        states += 1;
        if (found.join() !== wanted.join()) faults.push(`${asOf} known ${known}`);
      }
    expect(states).toBeGreaterThan(100);
    expect(faults.slice(0, 8)).toEqual([]);
  },
  patience,
);

test.each(maps)(
  'each row of the file of $id says all that belongs to its figure',
  (map) => {
    const spans = mapSpans(library, map);
    const json = mapJson(map.id, spans, edition);
    expect(faultsOfCsv(mapCsv(spans, edition), library.figures).slice(0, 8)).toEqual([]);
    expect(faultsOfJson(json, library.figures).slice(0, 8)).toEqual([]);
    const { figures } = JSON.parse(json) as { figures: Record<string, unknown>[] };
    expect(figures).toHaveLength(spans.length);
    const [first] = spans;
    expect(figures[0]).toMatchObject({
      map_from: first?.mapFrom,
      ...(first ? figureRecord(first.figure, edition) : {}),
    });
  },
  patience,
);
