import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLibrary } from '#lib/records/library.ts';
import { TODAY, intakeSeeds, mappingFor } from '../../../tests/support/intake-seeds.ts';
import { mutated } from '../../../tests/support/file-mutations.ts';
import { Importing } from './importing.ts';
import type { ReportRow } from './report.ts';
import type { Flags } from './wishes.ts';

const seeds = intakeSeeds([
  'border_crossings,WES,entries,2034-03-09,123456',
  'border_crossings,RIV,passage-entries,2034-03-09,365197',
]);
const { library } = readLibrary(seeds, TODAY);
const bytes = (text: string) => new TextEncoder().encode(text);

/** A file of each format, and what is said beside it. */
const FILES: readonly { name: string; file: Uint8Array; flags: Flags; mapping?: string }[] = [
  {
    name: 'tidy',
    file: bytes(
      'country,date,month,individuals\nWestland,2034-03-09,3,123456\nEastland,2034-03-10,3,2345\n"Republic of Riverland",2034-03-11,3,34567\nSouthland,2034-03-12,3,0\n',
    ),
    flags: {},
    mapping: mappingFor('later'),
  },
  {
    name: 'odp-table',
    file: bytes(
      'iso_code,Country,Data Date,People recorded,People registered,Crossings from*,Crossings to**\nEAS,Eastland***,30 August 2034,24145,Not applicable,24145,Data not available\nWES,Westland,30 August 2034,13533,13533,57967,38345\nSOU,Southland,28 August 2034,8617,5591,,\n',
    ),
    flags: { source: 'later' },
  },
  {
    name: 'odp-csv',
    file: bytes(
      'sep=;\ndata_date;individuals\n2034-02-24;30869\n2034-02-25;46999\n2034-02-26;76449\n',
    ),
    flags: { source: 'later', place: 'WES', definition: 'by-day' },
  },
  {
    name: 'odp-json',
    file: bytes(
      '{"data":[{"geomaster_name":"Westland","date":"2034-08-01","individuals":"123456","population_group_id":"7001"},\n{"geomaster_name":"Eastland","date":"2034-08-02","individuals":"196812","population_group_id":"7001"}]}',
    ),
    flags: { source: 'later' },
  },
  {
    name: 'population',
    file: bytes(
      '"Date extracted: 5 July 2035"\n"Licence: CC BY 4.0"\nYear,Country of origin,Country of origin (ISO),Country of asylum,Country of asylum (ISO),Refugees under the mandate,Asylum-seekers,Displaced of concern\n2034,Northland,NOR,Westland,WES,12345,77,0\n2033,Northland,NOR,Southland,SOU,-,5,0\n2034,Northland,NOR,Northland,NOR,0,0,36890\n',
    ),
    flags: { source: 'later' },
  },
  {
    name: 'hapi',
    file: bytes(
      'origin_location_code,asylum_location_code,population_group,gender,age_range,population,reference_period_start,reference_period_end\nNOR,WES,REF,all,all,4321,2034-01-01T00:00:00,2034-12-31T23:59:59\nNOR,SOU,REF,all,all,5432,2034-01-01T00:00:00,2034-12-31T23:59:59\n',
    ),
    flags: { source: 'later' },
  },
  {
    name: 'hxl',
    file: bytes(
      'Land,ISO,Day,People\n#country+name,#country+code,#date,#affected+refugees\nWestland,WES,2034-03-09,1234\nEastland,EAS,2034-03-09,2345\n',
    ),
    flags: { source: 'later', definition: 'recorded' },
  },
];

/** Read in another way than the importer reads: as its bytes stand, NULs of two-byte letters aside. */
function plainText(file: Uint8Array): string {
  return new TextDecoder('utf-8').decode(file.filter((byte) => byte !== 0));
}

/** Why a row that was taken should not have been; null where it stands in the file as a number by itself. */
function wronglyTaken(row: ReportRow, text: string, isJson: boolean): string | null {
  const { at, asOf } = row;
  // The cell has the sign of a bound, and the report says that it is one.
  const [, low, high] = /^(\d+) to (\d+)$/.exec(row.value) ?? [];
  if (low !== undefined)
    return new RegExp(`${low} *(?:-|\u2013|\u2014|to) *${high ?? ''}`).test(text)
      ? null
      : `no range: ${row.value}`;
  if (/^(?:up to|more than|at least) \d+$/.test(row.value))
    return /[<>+\u2264\u2265]/.test(text) ? null : `no bound: ${row.value}`;
  const { value } = row;
  if (!/^(?:0|[1-9]\d{0,9})$/.test(value)) return `no plain number: ${value}`;
  if (!/^\d{4}-\d\d-\d\d$/.test(asOf) || asOf > TODAY) return `no day that was: ${asOf}`;
  if (isJson)
    return text.includes(`"${value}"`) || new RegExp(`: ?${value}[,}\\s]`).test(text)
      ? null
      : `${value} is not in the file`;
  // A quoted cell may hold line ends: the number stands on the row's line or on one after it.
  const lines = text.split('\n').slice(at - 1);
  const asCell = new RegExp(`(?:^|[,;|\\t"]) *${value}(?:\\.0)? *(?=$|[,;|\\t"\\r\\n])`);
  return lines.some((line) => asCell.test(line))
    ? null
    : `${value} is no cell by itself on line ${at}`;
}

/** Each of seven files; before a release together over ten thousand. */
const RUNS = process.env['PROVE'] ? 1_500 : 200;

test.each(FILES)(
  'whatever becomes of a $name file, it is read or refused, and nothing is taken that is not there',
  ({ file, flags, mapping }) => {
    if (library === null) throw new Error('The made-up seeds have a fault.');
    let taken = 0;
    fc.assert(
      fc.property(mutated(file), (mutant) => {
        const importing = new Importing(library, seeds, TODAY);
        expect(importing.ask(null, flags, mapping ?? null)).toBeNull();
        const opened = importing.open('f', mutant);
        const { report } = importing.plan([{ name: 'f', opened }]);
        const text = plainText(mutant);
        const isJson = report.files[0]?.separator === 'JSON';
        const rows = report.rows.filter(({ verdict }) => verdict !== 'refuses');
        taken += rows.length;
        expect(
          rows.map((row) => wronglyTaken(row, text, isJson)).filter((why) => why !== null),
        ).toEqual([]);
        expect(report.rows.length + report.leftAside.length).toBeGreaterThan(0);
        expect(report.faults).toEqual([]);
      }),
      { numRuns: RUNS },
    );
    expect(taken).toBeGreaterThan(0);
  },
  300_000,
);
