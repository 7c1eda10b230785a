import { expect, test } from 'vitest';
import { readLibrary } from '#lib/records/library.ts';
import { findingsOf } from '#lib/views/quality/findings.ts';
import { findingText } from '#lib/wording/findings.ts';
import {
  TODAY,
  intakeSeeds,
  mappingFor,
  planned,
  told,
} from '../../../tests/support/intake-seeds.ts';
import { reportLines } from './report-lines.ts';

const utf16 = (text: string) => {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at += 1) {
    bytes[at * 2] = text.charCodeAt(at) & 255;
    bytes[at * 2 + 1] = text.charCodeAt(at) >> 8;
  }
  return bytes;
};

test('the portal’s answer by places: text numbers, own days, a country whose people are crossings', () => {
  const entry = (name: string, date: string, individuals: string) =>
    JSON.stringify({
      geomaster_name: name,
      geomaster_id: 4711,
      date,
      population_group_id: '7001',
      individuals,
      population_groups: [
        { id: '7001', name: 'People recorded (cumulative)', pop_origin_code: 'NOR' },
      ],
    });
  const list = [
    entry('Westland', '2034-08-01', '123456'),
    entry('Republic of Riverland', '2034-07-19', '8018'),
    entry('Eastland', '2034-08-02', '196812'),
  ];
  const plan = planned(
    intakeSeeds(['border_crossings,EAS,entries,2034-08-02,196812']),
    { 'a.json': `{"data":[${list.join(',')}]}` },
    { source: 'later' },
  );
  expect(told(plan)).toEqual([
    'adds WES 2034-08-01 123456 recorded',
    'adds RIV 2034-07-19 8018 recorded',
    'adds EAS 2034-08-02 196812 recorded-crossings',
  ]);
  expect(plan.report.faults).toEqual([]);
  expect(plan.report.sentences[0]).toContain('123,456 refugees recorded in Westland');
  expect(plan.files['northland-2034/figures/later.csv']).toContain(
    '\nrefugees_recorded,refugees,NOR,WES,recorded,,2034-08-01,123456,,exact,,reported,A,none,,\n',
  );
});

test('columns that have changed places are found by what the other one gave for that day', () => {
  const table = (
    recorded: string,
    registered: string,
  ) => `iso_code,Country,Data Date,${recorded},${registered}
WES,Westland,30 August 2034,13533,14777
`;
  const known = [
    'refugees_recorded,WES,recorded,2034-08-30,13533',
    'temporary_protection,WES,protection,2034-08-30,14777',
  ];
  const rowsOf = (text: string) =>
    told(planned(intakeSeeds(known), { 't.csv': text }, { source: 'later' }));
  expect(
    rowsOf(table('People recorded', 'People registered')).filter((row) => !row.startsWith('same')),
  ).toEqual([]);
  const swapped = rowsOf(table('People registered', 'People recorded'));
  expect(swapped).toHaveLength(2);
  for (const row of swapped) expect(row).toMatch(/^refuses 2: .*is what/);
});

test('totals and a series by date of the portal, with place and group by flag', () => {
  const series =
    '{"data":{"timeseries":[{"data_date":"2034-03-01","individuals":1234},{"data_date":"2034-03-02","individuals":1235}]}}';
  const seeds = intakeSeeds();
  expect(
    told(
      planned(seeds, { 's.json': series }, { source: 'later', place: 'WES', definition: 'by-day' }),
    ),
  ).toEqual(['adds WES 2034-03-01 1234 by-day', 'adds WES 2034-03-02 1235 by-day']);
  const total = '{"data":[{"individuals":"43210","date":"2034-03-02"}]}';
  expect(
    told(planned(seeds, { 't.json': total }, { source: 'later', place: 'ABROAD', group: '7001' })),
  ).toEqual(['adds ABROAD 2034-03-02 43210 recorded']);
});

test('the portal’s own export: sep= in ASCII, then UTF-16LE without a mark', () => {
  const body = utf16('data_date;individuals\r\n2034-02-24;1234\r\n2034-02-25;2345\r\n');
  const bytes = new Uint8Array([...new TextEncoder().encode('sep=;\n'), ...body]);
  const plan = planned(
    intakeSeeds(),
    { 'p.csv': bytes },
    { source: 'later', place: 'WES', definition: 'by-day' },
  );
  expect(told(plan)).toEqual([
    'adds WES 2034-02-24 1234 by-day',
    'adds WES 2034-02-25 2345 by-day',
  ]);
  expect(plan.report.files[0]).toMatchObject({ format: 'odp-csv', separator: 'semicolon' });
  expect(plan.files['northland-2034/figures/later.csv']).toContain(
    ',by-day,2034-02-25,2034-02-25,2345,',
  );
  const [refusal] = told(planned(intakeSeeds(), { 'p.csv': bytes }, { source: 'later' }));
  expect(refusal).toContain('--place');
});

test('the table of four measures: footnote marks, days in words, words for no number', () => {
  const table = `iso_code,Country,Data Date,People recorded,People registered,Crossings from*,Crossings to**
EAS,Eastland***,30 August 2034,24145,Not applicable,24145,Data not available
WES,Westland,30 August 2034,13533,13533,57967,38345
SOU,Southland,28 August 2034,8617,5591,,
`;
  const plan = planned(intakeSeeds(), { 't.csv': table }, { source: 'later' });
  expect(told(plan)).toEqual([
    'adds EAS 2034-08-30 24145 recorded-crossings',
    'adds EAS 2034-08-30 24145 entries',
    'adds WES 2034-08-30 13533 recorded',
    'adds WES 2034-08-30 13533 protection',
    'adds WES 2034-08-30 57967 entries',
    'adds WES 2034-08-30 38345 back',
    'adds SOU 2034-08-28 8617 recorded',
    'adds SOU 2034-08-28 5591 protection',
  ]);
  expect(plan.report.leftAside).toEqual([
    { why: 'cells without a number (Not applicable)', rows: 1 },
    { why: 'cells without a number (Data not available)', rows: 1 },
    { why: 'cells without a number (blank)', rows: 2 },
  ]);
  const lines = reportLines(plan.report).map(({ text }) => text);
  expect(lines).toContain('Left aside: 1 cell without a number (Not applicable)');
  expect(lines).toContain('Left aside: 2 cells without a number (blank)');
  expect(lines).toContain(
    '1 number for crossings_back (cumulative) of refugees, An Agency, as of 2034-08-30',
  );
  expect(lines.filter((line) => line.includes('×'))).toEqual([]);
  expect(plan.files['northland-2034/figures/later.csv']).toContain(
    'crossings_back,refugees,WES,NOR,back,2034-02,2034-08-30,38345,',
  );
  expect(
    told(
      planned(
        intakeSeeds(),
        { 't.csv': table.replace('Crossings from*', 'Crossings through') },
        { source: 'later' },
      ),
    )[0],
  ).toContain('unknown population group');
});

const POPULATION = `"An agency, Data Finder"
"Date extracted: 5 July 2035"
"Last updated: 12 June 2035"
"Figures can differ from earlier ones"
"Licence: CC BY 4.0"
Year,Country of origin,Country of origin (ISO),Country of asylum,Country of asylum (ISO),Refugees under the mandate,Asylum-seekers,Displaced of concern
2034,Northland,NOR,Westland,WES,12345,77,0
2034,Northland,NOR,Southland,SOU,-,5,0
2034,Northland,NOR,Northland,NOR,0,0,36890
2034,Otherland,OTH,Westland,WES,1e+05,0,0
2035,Northland,NOR,Westland,WES,13456,0,0
`;

test('population.csv: preamble, year-end days, other situations, a year that had not ended', () => {
  const plan = planned(intakeSeeds(), { 'population.csv': POPULATION }, { source: 'later' });
  expect(told(plan)).toEqual([
    'adds WES 2034-12-31 12345 official',
    'adds NOR 2034-12-31 36890 idps-survey',
    expect.stringContaining('the year had not ended when the file was read (2035-07-05)'),
  ]);
  expect(plan.report.proposals).toEqual({
    retrieved: '2035-07-05',
    published: '2035-06-12',
    licence: 'CC BY 4.0',
  });
  expect(plan.report.leftAside).toContainEqual({
    why: 'rows not about this situation (people from elsewhere than NOR)',
    rows: 1,
  });
  expect(plan.report.leftAside).toContainEqual({ why: 'cells without a number (-)', rows: 1 });
});

test('footnotes hold back what they touch until somebody decides', () => {
  const notes = `Footnote,Year,"Country of origin (ISO)","Country of asylum (ISO)","Population type"
"Only the capital was counted,
nothing else.",2030 - 2034,,WES,REF
"About somebody else.",2034,OTH,,REF
"About asylum.",,,,ASY
`;
  const files = { 'population.csv': POPULATION.replace(/^2035.*\n/m, ''), 'footnotes.csv': notes };
  const open = planned(intakeSeeds(), files, { source: 'later' });
  expect(told(open)[0]).toContain('--footnote 1=CODE|none');
  expect(told(open)[1]).toBe('adds NOR 2034-12-31 36890 idps-survey');
  const decided = planned(intakeSeeds(), files, {
    source: 'later',
    footnote: ['1=onward-movement'],
  });
  expect(told(decided)[0]).toBe('adds WES 2034-12-31 12345 official');
  expect(decided.files['northland-2034/figures/later.csv']).toContain(
    ',12345,,exact,,reported,A,onward-movement,,',
  );
  expect(
    told(planned(intakeSeeds(), { 'footnotes.csv': notes }, { source: 'later' }))[0],
  ).toContain('footnotes alone (3 were read');
});

test('the end-year table as HDX has it; nothing about the situation is nothing to take', () => {
  const table = '"Year","ISO3CoO","ISO3CoA","REF","IDP"\n1979,"AFG","PAK",4e+05,0\n';
  expect(told(planned(intakeSeeds(), { 'h.csv': table }, { source: 'later' }))).toEqual([
    'refuses 0: expected rows about this situation, found none (1 row not about this situation (people from elsewhere than NOR)); nothing is to be taken from it',
  ]);
});

test('HAPI: as CSV with tags in row two and as JSON the same', () => {
  const row = {
    origin_location_code: 'NOR',
    asylum_location_code: 'WES',
    population_group: 'REF',
    gender: 'all',
    age_range: 'all',
    population: 4321,
    reference_period_start: '2034-01-01T00:00:00',
    reference_period_end: '2034-12-31T23:59:59',
  };
  const parts = [
    { ...row, gender: 'f', population: 2000 },
    { ...row, population_group: 'ASY', population: 7 },
    { ...row, origin_location_code: 'AFG', population: 8 },
  ];
  const rows = [row, ...parts];
  const header = Object.keys(row);
  const csv = [
    header.join(','),
    header.map((name) => `#${name.split('_')[0]}`).join(','),
    ...rows.map((one) => Object.values(one).join(',')),
  ].join('\n');
  for (const [name, content] of [
    ['h.json', JSON.stringify({ data: rows })],
    ['h.csv', csv],
  ] as const) {
    const plan = planned(intakeSeeds(), { [name]: content }, { source: 'later' });
    expect(told(plan)).toEqual(['adds WES 2034-12-31 4321 official']);
    expect(plan.report.files[0]?.format).toBe('hapi');
    expect(plan.report.leftAside).toHaveLength(3);
  }
  const idps =
    '{"data":[{"location_code":"NOR","admin1_code":"","population":3456,"reference_period_start":"2034-01-01","reference_period_end":"2034-05-02"}]}';
  expect(told(planned(intakeSeeds(), { 'i.json': idps }, { source: 'later' }))[0]).toContain(
    'unknown population group IDP',
  );
  expect(
    told(
      planned(
        intakeSeeds(),
        { 'i.json': idps },
        { source: 'later', definition: 'idps-survey', population: 'idps' },
      ),
    ),
  ).toEqual(['adds NOR 2034-05-02 3456 idps-survey']);
});

test('HXL tags say where things stand, not by which rule is counted', () => {
  const csv =
    'Land,ISO,Day,People\n#country+name,#country+code,#date,#affected+refugees\nWestland,WES,2034-03-09,1234\n';
  expect(
    told(planned(intakeSeeds(), { 'x.csv': csv }, { source: 'later', definition: 'recorded' })),
  ).toEqual(['adds WES 2034-03-09 1234 recorded']);
  expect(told(planned(intakeSeeds(), { 'x.csv': csv }, { source: 'later' }))[0]).toContain(
    'expected the definition by which the numbers are counted',
  );
});

const STATE_14 =
  'country,id,date,month,individuals\nWestland,1,2034-03-13,3,172022\nRepublic of Riverland,2,2034-03-13,3,106994\nSouthland,3,2034-03-08,3,84671\n';
const STATE_15 =
  'country,id,date,month,individuals\nWestland,1,2034-03-13,3,172022\nRepublic of Riverland,2,2034-03-13,3,330217\nSouthland,3,2034-03-13,3,181596\n';
const STILL = 'definitions:\n  RIV: still-there\n  SOU: still-there\n';

test('two states with the same columns and another definition, one after the other', () => {
  const seeds = intakeSeeds();
  const first = planned(
    seeds,
    { 'countries.csv': STATE_14 },
    { mapping: mappingFor('state-2034-03-14', STILL) },
  );
  expect(told(first)).toEqual([
    'adds WES 2034-03-13 172022 entries',
    'adds RIV 2034-03-13 106994 still-there',
    'adds SOU 2034-03-08 84671 still-there',
  ]);
  expect(first.files['northland-2034/mappings/state-2034-03-14.yaml']).toBe(
    mappingFor('state-2034-03-14', STILL),
  );
  const after = { ...seeds, ...first.files };
  const second = told(
    planned(
      after,
      { 'countries.csv': STATE_15 },
      { mapping: mappingFor('state-2034-03-15', STILL) },
    ),
  );
  expect(second[0]).toBe('same WES 2034-03-13 172022 entries');
  expect(second[1]).toMatch(
    /expected a publication before 2034-03-15.*changed still-there.*The definition changed under the same header; direct came after it/,
  );
  expect(second[2]).toContain('changed still-there');
  const mended = mappingFor(
    'state-2034-03-15',
    'definitions:\n  RIV: passage-entries\n  SOU: direct\n',
  );
  expect(told(planned(after, { 'countries.csv': STATE_15 }, { mapping: mended }))).toEqual([
    'same WES 2034-03-13 172022 entries',
    'adds RIV 2034-03-13 330217 passage-entries',
    'adds SOU 2034-03-13 181596 direct',
  ]);
});

test('a large change for the same day is looked at by a person; a small one is a revision', () => {
  const seeds = intakeSeeds([
    'border_crossings,RIV,entries,2034-03-13,106994',
    'border_crossings,WES,entries,2034-03-13,171000',
  ]);
  const mapping = mappingFor('state-2034-03-15');
  const csv = STATE_15.replace(/^Southland.*\n/m, '');
  const plan = planned(seeds, { 'c.csv': csv }, { mapping });
  expect(told(plan)).toEqual([
    'revises WES 2034-03-13 172022 entries',
    expect.stringMatching(
      /330,217 for Riverland as of 13 March 2034 differs by more than 20 % from the 106,994 of kept.*--accept RIV/,
    ),
  ]);
  expect(plan.report.revisions).toEqual([
    { old: expect.stringContaining('171,000'), new: expect.stringContaining('172,022') },
  ]);
  expect(told(planned(seeds, { 'c.csv': csv }, { mapping, accept: ['RIV'] }))[1]).toBe(
    'revises RIV 2034-03-13 330217 entries',
  );
});

const KNOWN = [
  'border_crossings,WES,entries,2034-03-20,2083854',
  'border_crossings,SOU,with-passage,2034-03-20,535461',
  'border_crossings,RIV,passage-entries,2034-03-20,365197',
];
const ANALYST = `\ufeffYear,Country,Refugees under the mandate,Asylum-seekers,Stateless persons,Ref and Asyl,SUM REFUGEE,Death rate (per 1000 people)
2034,Westland,2083854,0,0,2083854,2083854,
2034,Southland,535461,0,0,535461,535461,
2034,Republic of Riverland,365197,0,0,365197,365197,`;

test('an analyst’s table: crossings as refugees, a year for a day, people counted twice, sums, no source', () => {
  const all = told(planned(intakeSeeds(KNOWN), { 'a.csv': ANALYST }, { source: 'later' })).join(
    '\n',
  );
  expect(all).toContain(
    '2,083,854 for Westland is what Agency gave as border crossings (“Entries”) as of 20 March 2034 (source kept)',
  );
  expect(all).toContain('Southland 535,461 (“By way of Riverland too”');
  expect(all).toContain('is beside Riverland 365,197');
  expect(all).toContain('a year is no day');
  expect(all).toContain('found "SUM REFUGEE"; it adds');
  expect(all).toContain('expected a source and what the numbers do not tell');
});

test('the same table through a mapping that calls them refugees is refused by its numbers', () => {
  const mapping = `source: later\nformat: tidy\ncolumns: {place: Country, value: Refugees under the mandate}\nconstants: {population: refugees, definition: recorded, as_of: 2034-03-20}\n`;
  const rows = told(planned(intakeSeeds(KNOWN), { 'a.csv': ANALYST }, { mapping }));
  expect(rows.every((row) => row.startsWith('refuses'))).toBe(true);
  expect(rows.join('\n')).toContain(
    '2,083,854 for Westland is what Agency gave as border crossings',
  );
  expect(rows.join('\n')).toContain('the same people are in both');
});

test('a new source: its row stands by its day, and what is missing is listed together', () => {
  const csv = 'country,date,individuals\nWestland,2034-03-11,1234\n';
  const bare = planned(
    intakeSeeds(),
    { 'c.csv': csv },
    { mapping: mappingFor('state-2034-03-12') },
  );
  expect(bare.report.missing).toEqual([
    '--title',
    '--kind',
    '--address',
    "--published (its day, or 'not given')",
    '--retrieved',
    '--licence',
    '--redistribution',
  ]);
  const flags = {
    title: 'State, of 12 March',
    kind: 'portal_state',
    address: 'https://example.org/',
    published: '2034-03-12',
    retrieved: '2035-12-30',
    licence: 'not stated',
    redistribution: 'may',
  };
  const { report, files } = planned(
    intakeSeeds(),
    { 'c.csv': csv },
    { mapping: mappingFor('state-2034-03-12'), ...flags },
  );
  expect([report.missing, report.faults]).toEqual([[], []]);
  const undated = planned(
    intakeSeeds(),
    { 'c.csv': csv },
    { mapping: mappingFor('state'), ...flags, published: 'not given' },
  );
  expect([undated.report.missing, undated.report.faults]).toEqual([[], []]);
  expect(undated.files['northland-2034/sources.csv']).toContain(
    'https://example.org/,,2035-12-30,',
  );
  const lines = files['northland-2034/sources.csv']?.split('\n').map((line) => line.split(',')[0]);
  expect(lines).toEqual([
    'id',
    'first',
    'state-2034-03-10',
    'state-2034-03-12',
    'state-2034-03-14',
    'state-2034-03-15',
    'kept',
    'later',
    '',
  ]);
  expect(files['northland-2034/sources.csv']).toContain('"State, of 12 March"');
});

test('what was imported is the same as known when it comes again', () => {
  const seeds = intakeSeeds();
  const { files } = planned(
    seeds,
    { 'c.csv': STATE_14 },
    { mapping: mappingFor('state-2034-03-14', STILL) },
  );
  const again = planned(
    { ...seeds, ...files },
    { 'c.csv': STATE_14 },
    { source: 'state-2034-03-14' },
  );
  expect(again.report.counts).toEqual({ adds: 0, same: 3, revises: 0, refuses: 0 });
  const other = planned(
    { ...seeds, ...files },
    { 'c.csv': STATE_14.replace('172022', '172023') },
    { source: 'state-2034-03-14' },
  );
  expect(told(other)[0]).toContain('one publication gives one number');
});

test('a table that says for each row what it counts comes back as it went out', () => {
  const header =
    'measure,population,origin,place,definition,period_start,as_of,value,value_high,qualifier,stated_as,verification,status,caveats';
  const rows = [
    'border_crossings,refugees,NOR,WES,entries,2034-02-24,2034-03-09,1234,,at_least,,reported,P,onward-movement',
    'crossings_back,refugees,WES,NOR,back,2034-02,2034-03-09,345,,exact,,reported,A,none',
    'refugees_recorded,refugees,NOR,EAS,recorded,,2034-03,200,300,between,,estimated,E,none',
    'refugees_recorded,refugees,NOR,SOU,recorded,,2034-03-09,,,word,hundreds,claimed,V,none',
    'border_crossings,refugees,NOR,RIV,by-day,2034-03-09,2034-03-09,0,,exact,,reported,A,none',
  ];
  const names = header.split(',').map((name) => `${name}: ${name}`);
  const mapping = `source: later\nformat: tidy\ndates: YYYY-MM\ncolumns: {${names.join(', ')}}\n`;
  const table = { 'out.csv': [header, ...rows, ''].join('\n') };
  const seeds = intakeSeeds();
  const { files, report } = planned(seeds, table, { mapping });
  expect([report.counts.refuses, report.faults]).toEqual([0, []]);
  const written = files['northland-2034/figures/later.csv']?.trim().split('\n') ?? [];
  expect(written).toEqual([`${header},locator,note`, ...rows.map((row) => `${row},,`)]);
  const again = planned({ ...seeds, ...files }, table, { mapping });
  expect(again.report.counts).toEqual({ adds: 0, same: 5, revises: 0, refuses: 0 });
});

test('a value that comes back after another is a revision, not the same as known', () => {
  const row = (value: number) => `country,date,individuals\nWestland,2034-03-09,${value}\n`;
  const step = (seeds: Record<string, string>, source: string, value: number) => {
    const plan = planned(seeds, { 'c.csv': row(value) }, { mapping: mappingFor(source) });
    return { seeds: { ...seeds, ...plan.files }, told: told(plan)[0] };
  };
  const first = step(intakeSeeds(), 'state-2034-03-10', 1000);
  const second = step(first.seeds, 'state-2034-03-14', 1100);
  const third = step(second.seeds, 'state-2034-03-15', 1000);
  expect([first.told, second.told, third.told]).toEqual([
    'adds WES 2034-03-09 1000 entries',
    'revises WES 2034-03-09 1100 entries',
    'revises WES 2034-03-09 1000 entries',
  ]);
  // What a later publication says is not known to an earlier one that is added afterwards.
  expect(
    step(step(intakeSeeds(), 'state-2034-03-15', 1100).seeds, 'state-2034-03-10', 1000).told,
  ).toBe('adds WES 2034-03-09 1000 entries');
});

const ODD = ['border_crossings,WES,entries,2034-03-09,2000'];
const sound = (seeds: Record<string, string>) => {
  const { library, faults } = readLibrary(seeds, TODAY);
  if (library === null) throw new Error(faults[0]?.message);
  return library;
};
const DAYS = (...rows: readonly string[]) =>
  `country,date,individuals\n${rows.map((row) => `${row}\n`).join('')}`;

test('what would be odd once it is written is told before, as the check words it', () => {
  const plan = planned(
    intakeSeeds(ODD),
    {
      'a.csv': DAYS(
        'Westland,2034-03-10,1999',
        'Eastland,2034-03-10,1000',
        'Eastland,2034-03-11,1201',
      ),
    },
    { mapping: mappingFor('later') },
  );
  const { report } = plan;
  expect(report.findings.map(({ rule, state }) => `${rule} ${state}`)).toEqual([
    'falls unsigned',
    'jumps unsigned',
  ]);
  expect(report.findings[0]?.text).toMatch(
    /^A count that can only grow became smaller:\n {2}1,999 .*\n {2}beside 2,000 /,
  );
  const lines = reportLines(report).map(({ text }) => text);
  expect(lines).toContain(report.findings[0]?.text);
  expect(lines).toContain(`  ${report.findings[0]?.line ?? ''}`);
  expect(lines.join('\n')).toContain(
    '2 odd things would come with it, and each needs a signed line before publish.',
  );
  expect(lines.join('\n')).toContain('northland-2034/signed.csv');
  // The seeds as they would be say the same.
  const after = sound({ ...intakeSeeds(ODD), ...plan.files });
  expect(findingsOf(after).map(findingText)).toEqual(report.findings.map(({ text }) => text));
});

test('the number of another country in the same file is told before it is written', () => {
  const file = DAYS('Westland,2034-03-10,1000', 'Eastland,2034-03-10,1000');
  const { report } = planned(intakeSeeds(), { 'a.csv': file }, { mapping: mappingFor('later') });
  expect(report.findings.map(({ rule }) => rule)).toEqual([
    'same-as-another',
    'not-compared',
    'not-compared',
  ]);
  expect(
    reportLines(report)
      .map(({ text }) => text)
      .join('\n'),
  ).toContain('3 odd things would come with it, and each needs a signed line before publish.');
});

test('what is odd by now, or signed, is not told of what comes new', () => {
  const already = [...ODD, 'border_crossings,WES,entries,2034-03-10,1999'];
  const file = { 'a.csv': DAYS('Westland,2034-03-11,2001') };
  const { report } = planned(intakeSeeds(already), file, { mapping: mappingFor('later') });
  expect(report.counts.adds).toBe(1);
  expect(report.findings).toEqual([]);
  const fall = { 'a.csv': DAYS('Westland,2034-03-10,1999') };
  const how = { mapping: mappingFor('later') };
  const [odd] = planned(intakeSeeds(ODD), fall, how).report.findings;
  const signed = `rule,figure,other,day,signed_by,reason\n${odd?.rule ?? ''},${odd?.figure ?? ''},${odd?.other ?? ''},2035-12-01,A. Keeper,It says so.\n`;
  const seeds = { ...intakeSeeds(ODD), 'northland-2034/signed.csv': signed };
  expect(planned(seeds, fall, how).report.findings).toEqual([]);
});

test('one cause is reported once, with how often and the first three places', () => {
  const rows = Array.from({ length: 69 }, (_, at) => `Westland,2034-03-09,1${at}.5`);
  const { report } = planned(intakeSeeds(), { 'a.csv': DAYS(...rows) }, { mapping: mappingFor('later') }); // prettier-ignore
  const lines = reportLines(report).map(({ text }) => text);
  expect(lines.filter((text) => text.startsWith('refuse'))).toEqual([
    'refuses       a.csv, lines 2, 3, 4 and 66 more, individuals (69 times):',
  ]);
  expect(lines.filter((text) => text.includes('people are whole'))).toHaveLength(1);
  expect(report.counts.refuses).toBe(69);
});

test('a toll with digits exchanged and no day of publication is compared with nothing, and wants a line', () => {
  const breaks =
    'id,day,until,before,after,places,what,reason,said_by\nanew,2034-06-01,,entries,entries,,counted anew,no reason published,The agency\n';
  const known = {
    ...intakeSeeds(['border_crossings,WES,entries,2034-03-08,17257']),
    'breaks.csv': breaks,
  };
  const findings = (file: string, source: string, more = '') =>
    planned(known, { 'c.csv': file }, { mapping: mappingFor(source, more) }).report.findings;
  // Of an undated text nobody knows on which side of the break it was said.
  const table = DAYS('Westland,2034-06-02,71257');
  const undated = planned(
    known,
    { 'c.csv': table },
    {
      mapping: mappingFor('fresh'),
      ...{ published: 'not given', title: 'Fresh', kind: 'dataset', retrieved: '2035-12-01' },
      ...{ address: 'https://example.org/', licence: 'not stated', redistribution: 'may' },
    },
  ).report;
  expect([undated.missing, undated.faults]).toEqual([[], []]);
  expect(undated.findings.map(({ rule, state }) => [rule, state])).toEqual([
    ['not-compared', 'unsigned'],
  ]);
  // A number that is known and comes as none.
  const gone = findings(
    DAYS('Westland,2034-03-08,secret'),
    'state-2034-03-10',
    'missing: {secret: withheld}\n',
  );
  expect(gone.map(({ rule }) => rule)).toContain('number-gone');
});

test('a count in the title of a new source is a fault before anything is written', () => {
  const { report } = planned(
    intakeSeeds(),
    { 'c.csv': DAYS('Westland,2034-03-09,1234') },
    {
      mapping: mappingFor('fresh'),
      ...{ published: '2034-03-12', title: 'The agency, 17,901 entered', kind: 'dataset' },
      ...{ address: 'https://example.org/', licence: 'not stated', redistribution: 'may' },
      retrieved: '2035-12-01',
    },
  );
  expect(report.faults).toEqual([
    expect.stringMatching(/sources\.csv:\d+:3: title: expected words without a count/),
  ]);
});

test('a rule of days over four months is compared with nothing', () => {
  const mapping = mappingFor('later').replace('entries', 'by-day');
  const known = intakeSeeds(['border_crossings,WES,by-day,2034-03-01,372']);
  const rows = Object.entries(known).map(([path, text]) => [
    path,
    // By one day each, as the rule usually has it.
    path.endsWith('kept.csv')
      ? text.replace('2034-02-24,2034-03-01', '2034-03-01,2034-03-01')
      : text,
  ]);
  const { findings } = planned(
    Object.fromEntries(rows) as Record<string, string>,
    { 'c.csv': DAYS('Westland,2034-06-30,9999') },
    { mapping: `${mapping}`.replace('constants:', 'constants:\n  period_start: 2034-03-01') },
  ).report;
  expect(findings.map(({ rule }) => rule)).toEqual(['not-compared']);
});
