import { expect, test } from 'vitest';
import { figuresHxlCsv } from '#lib/downloads/figures-csv.ts';
import { readLibrary } from '#lib/records/library.ts';
import { intakeSeeds, mappingFor, planned, told } from '../../../../tests/support/intake-seeds.ts';

const seeds = intakeSeeds();
const HXL = { source: 'later', definition: 'recorded' };
const hxl = (...lines: string[]) =>
  told(planned(seeds, { 'f.csv': `${lines.join('\n')}\n` }, HXL)).sort();
const MAPPED = mappingFor('later');
const csv = (mapping: string, ...lines: string[]) =>
  told(planned(seeds, { 'f.csv': `${lines.join('\n')}\n` }, { mapping }));
const TAKEN = ['adds WES 2034-03-09 1234 recorded'];

test('tags may have digits, and come below titles in any of the first rows', () => {
  const table = ['Land,ISO,Region,Day,People', '#adm0+name,#adm0+code,#adm1+name,#date,#affected+refugees']; // prettier-ignore
  expect(hxl(...table, 'Westland,WES,,2034-03-09,1234')).toEqual(TAKEN);
  expect(hxl('Made up,,,,', 'For a test,,,,', '', ...table, 'Westland,WES,,2034-03-09,1234')).toEqual(TAKEN); // prettier-ignore
});

test('a tag that is none costs its own column and no other', () => {
  expect(
    hxl('Land,ISO,Odd,Day,People', '#country+name,#country+code,#1!,#date,#affected', 'Westland,WES,x,2034-03-09,1234'), // prettier-ignore
  ).toEqual(TAKEN);
  expect(
    hxl('Land,ISO,Land,,People', '#country+name,#country+code,,#date,#affected', 'Westland,WES,x,2034-03-09,1234'), // prettier-ignore
  ).toEqual(TAKEN);
});

test('rows about parts of a country are not filed under the whole, and are told once', () => {
  const [row, ...more] = hxl(
    'Land,ISO,Region,Day,People',
    '#country+name,#country+code,#adm1+name,#date,#affected',
    'Westland,WES,North,2034-03-09,1',
    'Westland,WES,South,2034-03-09,2',
    'Westland,WES,East,2034-03-09,3',
    'Westland,WES,West,2034-03-09,4',
    'Westland,WES,,2034-03-09,1234',
  );
  expect(row).toBe(TAKEN[0]);
  expect(more).toHaveLength(1);
  expect(more[0]).toContain('4 rows are about parts of one (line 3, 4, 5 …)');
});

test('our own file with tags is read back: each row says its rule, range and period', () => {
  const known = intakeSeeds([
    'border_crossings,WES,entries,2034-03-09,1234',
    'refugees_recorded,EAS,recorded,2034-03-10,777',
  ]);
  const { library } = readLibrary(known);
  if (library === null) throw new Error('The made-up seeds have a fault.');
  const figures = library.figures.map((figure) => ({
    ...figure,
    source: { ...figure.source, redistribution: 'may' as const },
  }));
  const edition = { situation: 'northland-2034', site: null, revision: 'made-up' };
  const text = figuresHxlCsv({ figures }, edition);
  expect(
    told(planned(intakeSeeds(), { 'figures.hxl.csv': text }, { source: 'later' })).sort(),
  ).toEqual([
    // prettier-ignore
    'adds EAS 2034-03-10 777 recorded',
    'adds WES 2034-03-09 1234 entries',
    'same SOU 2034-02-25 7 protection',
  ]);
});

test('a table below titles is read where the mapping names the header row; where not, one refusal names the key', () => {
  const lines = ['Made up,,', '', 'country,date,individuals', 'Westland,2034-03-09,1234'];
  const [row, ...more] = csv(MAPPED, ...lines);
  expect(row).toContain('found them in line 3; say header_row: 3 in the mapping');
  expect(more).toEqual([]);
  expect(csv(mappingFor('later', 'header_row: 3\n'), ...lines)).toEqual([
    'adds WES 2034-03-09 1234 entries',
  ]);
  expect(csv(mappingFor('later', 'header_row: 9\n'), ...lines)[0]).toContain('correct header_row');
  expect(() => csv(mappingFor('later', 'header_row: no\n'), ...lines)).toThrow(
    'header_row: expected the number of a line',
  );
});

test('two header rows are one refusal that names the key, and are read with it', () => {
  const lines = [',date,', 'country,,individuals', 'Westland,2034-03-09,1234'];
  const [row, ...more] = csv(MAPPED, ...lines);
  expect(row).toContain('in one header row, found them in lines 1 and 2');
  expect(row).toContain('say header_row: 1-2 in the mapping');
  expect(more).toEqual([]);
  const both = (more_ = '') => mappingFor('later', `header_row: 1-2\n${more_}`);
  expect(csv(both(), ...lines)).toEqual(['adds WES 2034-03-09 1234 entries']);
  expect(() => csv(mappingFor('later', 'header_row: 1-3\n'), ...lines)).toThrow(
    'one below the other',
  );
});

test('of two header rows a name above goes on over the names below it', () => {
  const lines = [
    'country,date,entered,,left,',
    ',,men,women,men,women',
    'Westland,2034-03-09,1,2,3,4',
  ];
  const mapping = several(
    '  entered women: {measure: border_crossings, definition: entries}\n  left men: {measure: crossings_back, definition: back}',
    'place: country, as_of: date',
    'header_row: 1-2\n',
  );
  expect(csv(mapping, ...lines)).toEqual([
    'adds WES 2034-03-09 2 entries',
    'adds WES 2034-03-09 3 back',
  ]);
  const [row] = csv(mapping.replace('1-2', '1').replace('entered women', 'women'), ...lines);
  expect(row).toContain(
    'say header_row: 1-2 in the mapping, which puts the two together, and name the columns as they are called then: country, date, entered men, entered women, left men, left women',
  );
});

test('columns that are not there are one refusal, whatever else is wrong with the header', () => {
  const [row, ...more] = csv(MAPPED, 'Made up,,,', 'a,b,c,d', '1,2,3,4');
  expect(row).toContain('found none called country, date, individuals in line 1 (Made up)');
  expect(more).toEqual([]);
});

test('names of places and things are no names of persons; what is not read does not matter', () => {
  for (const header of ['adm1_name', 'Border crossing point name', 'name', 'Address'])
    expect(
      csv(MAPPED, `country,${header},date,individuals`, 'Westland,Northbridge,2034-03-09,1234'),
      header,
    ).toEqual([
      // prettier-ignore
      'adds WES 2034-03-09 1234 entries',
    ]);
});

test.each([
  ['name', ['Anna Muster', 'Bert Muster'], 'names of people'],
  ['remark', ['a@example.org', 'b@example.org'], 'e-mail addresses or telephones'],
  ['remark', ['+99 123 456 789', '+99 123 456 780'], 'e-mail addresses or telephones'],
  ['surname', ['x', 'y'], 'identifies a person'],
  ['e-mail', ['', ''], 'identifies a person'],
])('a column %s that tells one person from another is refused: %s', (header, [a, b], why) => {
  const lines = [`Westland,${a ?? ''},2034-03-09,1`, `Eastland,${b ?? ''},2034-03-09,1`];
  expect(csv(MAPPED, `country,${header},date,individuals`, ...lines)[0]).toContain(why);
});

/** A mapping of several number columns. */
const several = (values: string, columns = 'place: country, as_of: date', more = '') =>
  `source: later
format: tidy
columns: {${columns}}
values:
${values}
constants:
  population: refugees
${more}`;

test('several measures as columns are read by one mapping', () => {
  const mapping = several(
    '  entered: {measure: border_crossings, definition: entries}\n  recorded: {definition: recorded}',
  );
  expect(
    csv(mapping, 'country,date,entered,recorded', 'Westland,2034-03-09,1234,777', 'Eastland,2034-03-09,n/a,555'), // prettier-ignore
  ).toEqual([
    'adds WES 2034-03-09 1234 entries',
    'adds WES 2034-03-09 777 recorded',
    'adds EAS 2034-03-09 555 recorded',
  ]);
});

test('days as columns are read by a pattern, as the mapping says how days are written', () => {
  const star = '  "*": {measure: border_crossings, definition: entries, as_of: "*"}';
  const rows = ['country,2034-03-09,2034-03-10,remark', 'Westland,1234,1300,x'];
  const taken = ['adds WES 2034-03-09 1234 entries', 'adds WES 2034-03-10 1300 entries'];
  expect(csv(several(star, 'place: country'), ...rows)).toEqual(taken);
  const slashes = ['country,entered 09/03/2034,entered 10/03/2034', 'Westland,1234,1300'];
  const named = star.replace('"*"', '"entered *"');
  const [row, ...more] = csv(several(named, 'place: country'), ...slashes);
  expect(row).toContain('say under dates how the days of the headers are written');
  expect(more).toEqual([]);
  expect(csv(several(named, 'place: country', 'dates: DD/MM/YYYY\n'), ...slashes)).toEqual(taken);
  const none = csv(several(named, 'place: country'), ...rows);
  expect(none[0]).toContain('correct the header under values');
});

test('places as columns are read by a pattern, and a column that adds them up is left aside once', () => {
  const mapping = several(
    '  "*": {measure: border_crossings, definition: entries, place: "*"}',
    'as_of: date',
  );
  const plan = planned(
    seeds,
    { 'f.csv': 'date,Westland,EAS,Total\n2034-03-09,1234,500,1734\n2034-03-10,1300,600,1900\n' },
    { mapping },
  );
  expect(told(plan)).toEqual([
    'adds WES 2034-03-09 1234 entries',
    'adds EAS 2034-03-09 500 entries',
    'adds WES 2034-03-10 1300 entries',
    'adds EAS 2034-03-10 600 entries',
  ]);
  expect(plan.report.leftAside).toEqual([
    { why: 'columns with the sum of others (Total)', rows: 1 },
  ]);
});

test('month and year in two columns are a month', () => {
  const mapping = several(
    '  people: {definition: recorded}',
    'place: country, year: year, month: month',
  );
  const rows = (...months: string[]) =>
    csv(mapping, 'country,year,month,people', ...months.map((month) => `Westland,${month},777`));
  expect(rows('2034,3', '2034,04', '2034,May', '2034,september')).toEqual([
    'adds WES 2034-03 777 recorded',
    'adds WES 2034-04 777 recorded',
    'adds WES 2034-05 777 recorded',
    'adds WES 2034-09 777 recorded',
  ]);
  expect(rows('34,3', '2034,13')).toEqual([
    expect.stringContaining('found "year 34, month 3"; write the year with four digits'),
    expect.stringContaining('found "year 2034, month 13"'),
  ]);
});

test.each([
  ['both ways', '  people: {}', 'value: people', 'write that column under values, too'],
  ['a month without its year', '  people: {}', 'place: country, month: month', 'month alone'],
  ['two days', '  people: {}', 'as_of: date, month: month, year: year', 'leave one of them out'],
  ['two stars', '  "* of *": {}', 'place: country', 'one piece of it can differ'],
  [
    'a star that stands for nothing',
    '  people: {as_of: "*"}',
    'place: country',
    'a header with a *',
  ],
  ['an unknown word', '  people: {mesure: killed}', 'place: country', 'did you mean measure?'],
])('a mapping of several columns is refused for %s', (_, values, columns, why) => {
  expect(() => csv(several(values, columns), 'country,people')).toThrow(why);
});

test('a row of several numbers with a place or day that cannot be read is told once, a sum among the rows too', () => {
  const mapping = several(
    '  entered: {measure: border_crossings, definition: entries}\n  recorded: {definition: recorded}',
  );
  const rows = csv(mapping, 'country,date,entered,recorded', 'Nowhere,2034-03-09,1,2', 'Total,2034-03-09,3,4', 'Westland,soon,5,6'); // prettier-ignore
  expect(rows).toEqual([
    expect.stringContaining('refuses 2: expected a place of places.csv, found "Nowhere"'),
    expect.stringContaining('refuses 3: expected a place, found "Total"'),
    expect.stringContaining('refuses 4: expected a day'),
  ]);
});
