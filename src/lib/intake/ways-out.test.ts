import { expect, test } from 'vitest';
import { intakeSeeds, mappingFor, planned, told } from '../../../tests/support/intake-seeds.ts';

type How = Parameters<typeof planned>[2];
type Files = Parameters<typeof planned>[1];

const seeds = intakeSeeds();
const csv = (...rows: string[]) => `country,date,individuals\n${rows.join('\n')}\n`;
const by = (more = '') => ({ mapping: mappingFor('later', more) });
const WEST = 'adds WES 2034-03-09 1234 entries';
const TAGGED = (...rows: string[]) =>
  `Land,ISO,Region,Day,People\n#country+name,#country+code,#adm1+name,#date,#affected\n${rows.join('\n')}\n`;
const HXL_MAPPING = (more: string) =>
  `source: later\nformat: hxl\ncolumns: {}\nconstants: {definition: recorded, population: refugees}\n${more}`;
const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

interface Way {
  readonly file: string | Uint8Array;
  readonly how: How;
  /** A piece of the refusal that says what is to be done. */
  readonly says: string;
  /** The same once it is done. */
  readonly done: NonNullable<How> | { readonly file: string };
  readonly takes: readonly string[];
}

const WAYS: Readonly<Record<string, Way>> = {
  'days with strokes': {
    file: csv('Westland,09/03/2034,1234'),
    how: by(),
    says: 'say dates: DD/MM/YYYY or MM/DD/YYYY in the mapping',
    done: by('dates: DD/MM/YYYY\n'),
    takes: [WEST],
  },
  months: {
    file: csv('Westland,2034-03,1234'),
    how: by(),
    says: 'say dates: YYYY-MM in the mapping',
    done: by('dates: YYYY-MM\n'),
    takes: ['adds WES 2034-03 1234 entries'],
  },
  'a day in another order than the others': {
    file: csv('Westland,03/22/2034,1234'),
    how: by('dates: DD/MM/YYYY\n'),
    says: 'found "03/22/2034"; there is no such month: the file writes its days in two ways. Write this one like the others',
    done: { file: csv('Westland,22/03/2034,1234') },
    takes: ['adds WES 2034-03-22 1234 entries'],
  },
  'thousands parted by commas': {
    file: csv('Westland,2034-03-09,"1,234"'),
    how: by(),
    says: 'Say numbers: comma, point or blank in the mapping',
    done: by('numbers: comma\n'),
    takes: [WEST],
  },
  'thousands parted by blanks that do not look like blanks': {
    file: csv('Westland,2034-03-09,1\u00a0234'),
    how: by(),
    says: 'say numbers: blank in the mapping',
    done: by('numbers: blank\n'),
    takes: [WEST],
  },
  'a word in the place of a number': {
    file: csv('Westland,2034-03-09,secret'),
    how: by(),
    says: 'say so under missing in the mapping',
    done: by('missing: {secret: withheld}\n'),
    takes: ['adds WES 2034-03-09 withheld entries'],
  },
  'a name of this file alone': {
    file: csv('The West,2034-03-09,1234'),
    how: by(),
    says: 'say it under places in the mapping',
    done: by('places: {The West: WES}\n'),
    takes: [WEST],
  },
  'a sum among the rows, as the total of a place': {
    file: csv('Total,2034-03-09,1234'),
    how: by(),
    says: 'say under places for which place the publisher gives a total',
    done: by('places: {Total: ABROAD}\n'),
    takes: ['adds ABROAD 2034-03-09 1234 entries'],
  },
  'a sum among the rows that is not meant': {
    file: 'kind,country,date,individuals\n1,Westland,2034-03-09,1234\n2,Total,2034-03-09,1234\n',
    how: by(),
    says: 'where in the mapping',
    done: by('where: {kind: "1"}\n'),
    takes: [WEST],
  },
  'two rows about one thing': {
    file: 'round,country,date,individuals\nfirst,Westland,2034-03-09,1234\nsecond,Westland,2034-03-09,1300\n',
    how: by(),
    says: 'Say which (where) or delete one',
    done: by('where: {round: first}\n'),
    takes: [WEST],
  },
  'several kinds in one column': {
    file: 'sex,country,date,individuals\nall,Westland,2034-03-09,1234\nmen,Westland,2034-03-09,600\n',
    how: by(),
    says: 'Name the one that is meant in the mapping (where: sex: …)',
    done: by('where: {sex: all}\n'),
    takes: [WEST],
  },
  'titles above the header': {
    file: `Made up,,\n${csv('Westland,2034-03-09,1234')}`,
    how: by(),
    says: 'say header_row: 2 in the mapping',
    done: by('header_row: 2\n'),
    takes: [WEST],
  },
  'another encoding': {
    file: latin1(csv('W\u00ebst,2034-03-09,1234')),
    how: by('places: {W\u00ebst: WES}\n'),
    says: '--encoding windows-1250, windows-1251, windows-1252',
    done: { ...by('places: {W\u00ebst: WES}\n'), encoding: 'windows-1252' },
    takes: [WEST],
  },
  'no rule': {
    file: TAGGED('Westland,WES,,2034-03-09,1234'),
    how: { source: 'later' },
    says: 'name it (definition in the mapping, or --definition)',
    done: { source: 'later', definition: 'recorded' },
    takes: ['adds WES 2034-03-09 1234 recorded'],
  },
  'nobody whom the numbers count': {
    file: TAGGED('Westland,WES,,2034-03-09,1234'),
    how: { source: 'later', definition: 'passage-entries' },
    says: 'name it (population in the mapping, or --population)',
    done: { source: 'later', definition: 'passage-entries', population: 'refugees' },
    takes: ['adds WES 2034-03-09 1234 passage-entries'],
  },
  'parts of a country, by the rows that are meant': {
    file: TAGGED('Westland,WES,North,2034-03-09,1', 'Westland,WES,,2034-03-09,1234'),
    how: { source: 'later', definition: 'recorded' },
    says: 'name the rows that are meant (where)',
    done: { mapping: HXL_MAPPING('where: {Region: [""]}\n') },
    takes: ['adds WES 2034-03-09 1234 recorded'],
  },
  'parts of a country, by the column of the place': {
    file: TAGGED(',,North,2034-03-09,1234'),
    how: { source: 'later', definition: 'recorded' },
    says: 'Name the column of the place in a mapping (columns: place: Region)',
    done: {
      mapping: HXL_MAPPING('places: {North: RIV}\n').replace('{}', '{place: Region}'),
    },
    takes: ['adds RIV 2034-03-09 1234 recorded'],
  },
  'two columns tagged alike': {
    file: 'Land,Old,New\n#country+code,#affected,#affected\nWES,999,1234\n',
    how: { source: 'later', definition: 'recorded', asOf: '2034-03-09' },
    says: 'name the one that is meant in a mapping',
    done: {
      asOf: '2034-03-09',
      mapping: HXL_MAPPING('').replace('{}', '{value: New}'),
    },
    takes: ['adds WES 2034-03-09 1234 recorded'],
  },
  'no day': {
    file: 'country,individuals\nWestland,1234\n',
    how: { mapping: mappingFor('later').replace('  as_of: date\n', '') },
    says: 'give the day it is for (--as-of)',
    done: { mapping: mappingFor('later').replace('  as_of: date\n', ''), asOf: '2034-03-09' },
    takes: [WEST],
  },
  'a rule after its end': {
    file: csv('Westland,2034-03-20,1234'),
    how: { mapping: mappingFor('later').replace('entries', 'still-there') },
    says: 'direct came after it: name the one by which it was counted',
    done: { mapping: mappingFor('later').replace('entries', 'direct') },
    takes: ['adds WES 2034-03-20 1234 direct'],
  },
  'a column that adds things up': {
    file: 'country,date,Total\nWestland,2034-03-09,1234\n',
    how: { mapping: mappingFor('later').replace('individuals', 'Total') },
    says: 'or rename it if it is the publisher’s own count',
    done: { file: csv('Westland,2034-03-09,1234') },
    takes: [WEST],
  },
  'a column about persons': {
    file: 'country,surname,date,individuals\nWestland,x,2034-03-09,1234\n',
    how: by(),
    says: 'delete the column',
    done: { file: csv('Westland,2034-03-09,1234') },
    takes: [WEST],
  },
};

test.each(Object.entries(WAYS))('the way out leads: %s', (_, { file, how, says, done, takes }) => {
  const rows = (content: string | Uint8Array, asked: How) =>
    told(planned(seeds, { 'f.csv': content } satisfies Files, asked));
  const refused = rows(file, how).filter((row) => row.startsWith('refuses'));
  expect(refused.join('\n')).toContain(says);
  // One cause is one refusal, unless each of two rows is one.
  expect(refused.length).toBeLessThanOrEqual(2);
  const isFile = 'file' in done;
  const after = rows(isFile ? done.file : file, isFile ? withoutTotal(how) : done);
  expect(after).toEqual(takes);
});

/** The mapping of a renamed column. */
const withoutTotal = (how: How): How =>
  how?.mapping ? { ...how, mapping: how.mapping.replace(': Total', ': individuals') } : how;

test('a name for good is added to place-names.csv, a group to population-groups.csv', () => {
  const names = {
    ...seeds,
    'place-names.csv': `${seeds['place-names.csv'] ?? ''}The West,WES,The agency\n`,
  };
  const file = { 'f.csv': csv('The West,2034-03-09,1234') };
  expect(told(planned(seeds, file, by()))[0]).toContain('add its name to place-names.csv');
  expect(told(planned(names, file, by()))).toEqual([WEST]);
  const groups = {
    ...seeds,
    'population-groups.csv': `${seeds['population-groups.csv'] ?? ''}odp,7009,Newcomers,,out,refugees_recorded,refugees,recorded,,,,reported,A,none,Test\n`,
  };
  const json =
    '{"data":[{"geomaster_name":"Westland","date":"2034-03-09","individuals":"1234","population_groups":[{"id":"7009","name":"Newcomers"}]}]}';
  const how = { source: 'later' };
  expect(told(planned(seeds, { 'a.json': json }, how))[0]).toContain(
    'the way out is a row in population-groups.csv',
  );
  expect(told(planned(groups, { 'a.json': json }, how))).toEqual([
    'adds WES 2034-03-09 1234 recorded',
  ]);
});

test('a change that the publisher announced is accepted by its place', () => {
  const known = intakeSeeds(['border_crossings,WES,entries,2034-03-09,9999']);
  const file = { 'f.csv': csv('Westland,2034-03-09,1234') };
  expect(told(planned(known, file, by()))[0]).toContain('--accept WES');
  expect(told(planned(known, file, { ...by(), accept: ['WES'] }))).toEqual([
    'revises WES 2034-03-09 1234 entries',
  ]);
});

test('a shortened name has a hint, and a sum is not sent to a mapping where there is none', () => {
  const [row] = told(planned(seeds, { 'f.csv': csv('Rep. of River.,2034-03-09,1') }, by()));
  expect(row).not.toContain('did you mean');
  const near = told(planned(seeds, { 'f.csv': csv('Repub. Riverl.,2034-03-09,1') }, by()));
  expect(near[0]).not.toContain('did you mean');
  const names = {
    ...seeds,
    'place-names.csv': `${seeds['place-names.csv'] ?? ''}River Republic,RIV,The agency\n`,
  };
  expect(told(planned(names, { 'f.csv': csv('River Rep.,2034-03-09,1') }, by()))[0]).toContain(
    'did you mean Riverland?',
  );
  const table = TAGGED('Total,,,2034-03-09,5').replace(',#adm1+name', ',#x');
  const [sum] = told(planned(seeds, { 'f.csv': table }, { source: 'later', definition: 'recorded' })); // prettier-ignore
  expect(sum).toContain('leave it out (--leave-out-refused)');
  expect(sum).not.toContain('mapping');
});

test('a mapping that is kept is not replaced by another', () => {
  const kept = mappingFor('later');
  const held = { ...seeds, 'northland-2034/mappings/later.yaml': kept };
  const file = { 'f.csv': csv('Westland,2034-03-09,1234') };
  const other = mappingFor('later').replace('entries', 'passage-entries');
  expect(() => planned(held, file, { source: 'later', mapping: other })).toThrow(
    'expected the mapping that is kept with later (northland-2034/mappings/later.yaml), found another',
  );
  expect(() => planned(held, file, { mapping: other })).toThrow('found another');
  expect(told(planned(held, file, { source: 'later' }))).toEqual([WEST]);
  expect(told(planned(held, file, { mapping: kept }))).toEqual([WEST]);
});

test('a missing flag is told once, however many rows and places want it', () => {
  const rows = ['WES', 'EAS', 'SOU', 'RIV'].map((code) => `,${code},,2034-03-09,1234`);
  const reasons = told(planned(seeds, { 'f.csv': TAGGED(...rows) }, { source: 'later' }));
  expect(new Set(reasons.map((row) => row.replace(/^refuses \d+/, ''))).size).toBe(1);
});
