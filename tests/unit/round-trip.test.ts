import { expect, test } from 'vitest';
import { figuresCsv, figuresHxlCsv } from '#lib/downloads/figures-csv.ts';
import { readLibrary } from '#lib/records/library.ts';
import type { Figure, Library } from '#lib/records/model.ts';
import { intakeSeeds, planned, TODAY } from '../support/intake-seeds.ts';

/*
 * What comes in, is published, goes out as a file and comes in again somewhere else is the same. The file is read by
 * a mapping like anybody else's table.
 */
const edition = { situation: 'northland-2034', site: null, revision: '0123456789' };
const published = 'northland-2034/published.csv';

const given = `country,date,individuals,counted,rule,since
Westland,2034-03-08,1234,border_crossings,entries,2034-02-24
Westland,2034-03-09,2345,border_crossings,entries,2034-02-24
Republic of Riverland,2034-03-09,0,border_crossings,entries,2034-02-24
Eastland,2034-03-09,98765,border_crossings,entries,2034-02-24
Westland,2034-03-09,1999,refugees_recorded,recorded,
Westland,2034-03-09,333,border_crossings,by-day,2034-03-09
`;
const theirs = `source: later
format: tidy
columns:
  place: country
  as_of: date
  value: individuals
  measure: counted
  definition: rule
  period_start: since
constants:
  population: refugees
`;

/** Our own columns, as somebody else's. */
const ours = (source: string) => `source: ${source}
format: tidy
columns:
  code: location_code
  origin: origin_location_code
  as_of: as_of
  period_start: reference_period_start
  measure: measure
  population: population_group
  definition: definition_id
  value: value
  qualifier: qualifier
  verification: verification
  status: obs_status
  caveats: caveat_codes
where:
  source_id: [${source}]
`;

function libraryOf(seeds: Record<string, string>): Library {
  const { library, ledger, faults } = readLibrary(seeds, TODAY);
  if (library === null || ledger === null) throw new Error(faults[0]?.message);
  // Published, and read as published.
  return readLibrary({ ...seeds, [published]: ledger.text() }, TODAY).library ?? library;
}
const figuresOf = ({ figures }: Library, source: string) =>
  figures.filter((figure) => figure.source.id === source);
const told = ({ id, amount, asOf, periodStart, verification, status, caveats }: Figure) => ({
  ...{ id, amount, asOf, periodStart, verification, status },
  caveats: caveats.map(({ code }) => code),
});

function imported(seeds: Record<string, string>, file: string, mapping: string) {
  const { report, files } = planned(seeds, { 'table.csv': file }, { source: 'later', mapping });
  expect(report.rows.filter(({ verdict }) => verdict === 'refuses')).toEqual([]);
  expect(report.faults).toEqual([]);
  return { ...seeds, ...files };
}

test.each([
  ['CSV', figuresCsv, 'tidy'],
  ['CSV with HXL hashtags', figuresHxlCsv, 'hxl'],
] as const)('import, publish, export as %s, import: the same figures', (_format, write, format) => {
  const begun = intakeSeeds();
  const first = libraryOf(imported(begun, given, theirs));
  expect(figuresOf(first, 'later')).toHaveLength(6);
  const again = libraryOf(
    imported(begun, write(first, edition), ours('later').replace('tidy', format)),
  );
  expect(figuresOf(again, 'later').map(told)).toEqual(figuresOf(first, 'later').map(told));
  expect(write({ figures: figuresOf(again, 'later') }, edition)).toBe(
    write({ figures: figuresOf(first, 'later') }, edition),
  );
});

test('a number whose publication forbids passing it on does not come back from a file', () => {
  const begun = intakeSeeds();
  const sources = 'northland-2034/sources.csv';
  const cited = {
    ...begun,
    [sources]: (begun[sources] ?? '').replace(/^(later,.*),may,,$/m, '$1,forbids,,'),
  };
  const first = libraryOf(imported(cited, given, theirs));
  const { files } = planned(
    cited,
    { 'table.csv': figuresCsv(first, edition) },
    { source: 'later', mapping: ours('later') },
  );
  expect(files).toEqual({});
});
