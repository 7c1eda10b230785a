import { expect, test } from 'vitest';
import { intakeSeeds, mappingFor, planned, told } from '../../../tests/support/intake-seeds.ts';

const seeds = intakeSeeds();
const mapping = (more = '') => mappingFor('later', more);
const rows = (content: string | Uint8Array, flags: Parameters<typeof planned>[2] = {}) =>
  told(planned(seeds, { 'f.csv': content }, { mapping: mapping(), ...flags }));
const csv = (...lines: string[]) => ['country,date,individuals', ...lines].join('\n');
const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...new TextEncoder().encode(part)] : part,
    ),
  );

/** A cell that is no number, and words of its refusal. */
const NUMBERS: readonly [cell: string, why: string][] = [
  ['"12,345 1"', 'footnote'],
  ['12345*', 'footnote mark'],
  ['12345¹', 'footnote mark'],
  ['12345[2]', 'footnote'],
  ['"12,345"', 'may separate thousands or a fraction'],
  ['12.345', 'may separate thousands or a fraction'],
  ["12'345", 'may separate thousands or a fraction'],
  ['12 345', 'may separate thousands or a fraction'],
  ['1e+05', 'gave up the last digits'],
  ['1.2E5', 'gave up the last digits'],
  ['12.5', 'people are whole'],
  ['-5', 'no sign'],
  ['+5', 'no sign'],
  ['(500)', 'no sign'],
  ['12%', 'a share is no count'],
  ['１２３', 'digits of another script'],
  ['١٢٣', 'digits of another script'],
  ['12\u00a0345', 'do not look like blanks'],
  ['00123', 'do not begin with 0'],
  ['about 500', 'write digits alone'],
  ['99999999999', 'more people than ever lived'],
];
test.each(NUMBERS)('the number %s', (cell, why) => {
  const [row, ...more] = rows(csv(`Westland,2034-03-09,${cell}`));
  expect(row).toMatch(/^refuses 2: expected a (?:whole )?number/);
  expect(row).toContain(why);
  expect(more).toEqual([]);
});

test.each([
  '-',
  '–',
  '',
  '.',
  '..',
  'n/a',
  'N/A',
  'Not applicable',
  'Data not available',
  'no data',
  'NULL',
  '*',
])('the cell "%s" is no number, and never zero', (cell) => {
  const plan = planned(
    seeds,
    { 'f.csv': csv(`Westland,2034-03-09,${cell}`, 'Eastland,2034-03-09,12') },
    { mapping: mapping() },
  );
  expect(told(plan)).toEqual(['adds EAS 2034-03-09 12 entries']);
  expect(plan.report.leftAside).toEqual([
    { why: `cells without a number (${cell === '' ? 'blank' : cell})`, rows: 1 },
  ]);
});

test('zero is a number, and a mapping can say what a word without one means', () => {
  expect(rows(csv('Westland,2034-03-09,0'))).toEqual(['adds WES 2034-03-09 0 entries']);
  const plan = planned(
    seeds,
    { 'f.csv': csv('Westland,2034-03-09,-') },
    { mapping: mapping('missing: {"-": not_collected}\n') },
  );
  expect(told(plan)).toEqual(['adds WES 2034-03-09 not_collected entries']);
  expect(plan.report.faults).toEqual([]);
});

test('a mapping can say what parts thousands', () => {
  expect(
    rows(csv('Westland,2034-03-09,"12,345"'), { mapping: mapping('numbers: comma\n') }),
  ).toEqual(['adds WES 2034-03-09 12345 entries']);
  expect(
    rows(csv('Westland,2034-03-09,12.345'), { mapping: mapping('numbers: comma\n') })[0],
  ).toContain('refuses');
});

test('whole numbers as programs write them that know no empty ones', () => {
  expect(rows(csv('Westland,2034-03-09,12345.0', 'Eastland,2034-03-09,'))).toEqual([
    'adds WES 2034-03-09 12345 entries',
  ]);
  expect(
    rows(csv('Westland,2034-03-09,"12,345.0"'), { mapping: mapping('numbers: comma\n') }),
  ).toEqual(['adds WES 2034-03-09 12345 entries']);
  for (const cell of ['12345.00', '12345.5', '.0', '12345.'])
    expect(rows(csv(`Westland,2034-03-09,${cell}`))[0], cell).toContain('refuses 2');
});

const BOUNDS: readonly [cell: string, cells: string][] = [
  ['10-15', '10,15,between'],
  ['10 – 15', '10,15,between'],
  ['10 to 15', '10,15,between'],
  ['<5', '4,,up_to'],
  ['< 5', '4,,up_to'],
  ['<=5', '5,,up_to'],
  ['≤5', '5,,up_to'],
  ['>100', '100,,more_than'],
  ['>= 100', '100,,at_least'],
  ['100+', '100,,at_least'],
];
test.each(BOUNDS)('the cell "%s" keeps its bounds', (cell, cells) => {
  const plan = planned(
    seeds,
    { 'f.csv': csv(`Westland,2034-03-09,${cell}`) },
    { mapping: mapping() },
  );
  expect(plan.report.faults).toEqual([]);
  expect(plan.files['northland-2034/figures/later.csv']).toContain(`,2034-03-09,${cells},`);
});

test('a range that ends below its start, and an end that is no number, are refused', () => {
  for (const cell of ['15-10', '10-', '<', '<0', '10-15-20', '<1.5', '5-5'])
    expect(rows(csv(`Westland,2034-03-09,${cell}`))[0], cell).toContain('refuses 2');
  // What the mapping says such a cell means goes first.
  expect(
    rows(csv('Westland,2034-03-09,<5'), { mapping: mapping('missing: {"<5": withheld}\n') }),
  ).toEqual(['adds WES 2034-03-09 withheld entries']);
});

test.each([
  ['TÃ¼rkland', 'the text is damaged: its letters were read in another encoding'],
  ['Westlаnd', 'the text is damaged: letters of another script'],
  ['Westland¹', 'the name has a footnote mark'],
  ['Westland [1]', 'the name has a footnote mark'],
])('damage at a name is no name to learn: %s', (name, why) => {
  const [row] = rows(csv(`${name},2034-03-09,12`));
  expect(row).toContain(why);
  expect(row).not.toContain('place-names.csv');
});

test('midnight stamps are days; a time is not', () => {
  for (const stamp of ['T00:00:00', 'T00:00:00Z', ' 00:00:00', 'T00:00:00.000', 'T00:00'])
    expect(rows(csv(`Westland,2034-03-09${stamp},12`)), stamp).toEqual([
      'adds WES 2034-03-09 12 entries',
    ]);
  for (const stamp of ['T18:30:00', 'T00:00:01', 'T00:00:00+02:00'])
    expect(rows(csv(`Westland,2034-03-09${stamp},12`))[0], stamp).toContain('it has a time');
});

test('the way out for dots leads: the form it names is read', () => {
  const file = csv('Westland,09.03.2034,12', 'Eastland,10.3.2034,13');
  expect(rows(file)[0]).toContain('say dates: DD.MM.YYYY in the mapping');
  expect(rows(file, { mapping: mapping('dates: DD.MM.YYYY\n') })).toEqual([
    'adds WES 2034-03-09 12 entries',
    'adds EAS 2034-03-10 13 entries',
  ]);
  expect(
    rows(csv('Westland,09/03/2034,12'), { mapping: mapping('dates: DD.MM.YYYY\n') })[0],
  ).toContain('refuses 2');
});

const DAYS: readonly [cell: string, why: string][] = [
  ['11-May', 'made a date of something else'],
  ['May-11', 'made a date of something else'],
  ['44635', 'day number'],
  ['3/4/2034', 'exchanged'],
  ['3/4/34', 'four digits'],
  ['5-Nov-34', 'four digits'],
  ['1900-01-00', ''],
  ['1900-01-01', 'programs write this day'],
  ['1970-01-01', 'programs write this day'],
  ['2034', 'a year is no day'],
  ['2034-03', 'a month is no day'],
  ['March 2034', 'a month is no day'],
  ['20340309', 'hyphens'],
  ['2034-02-30', 'has the days 01 to 28'],
  ['2036-01-01', 'cannot be for a later day'],
  ['2034-02-01', 'entries begins'],
  ['', 'give the day'],
];
test.each(DAYS)('the date "%s"', (cell, why) => {
  const [row] = rows(csv(`Westland,${cell},12345`));
  expect(row).toMatch(/^refuses 2: /);
  expect(row).toContain(why);
});

test('days in English words are read, orders of numbers only where the mapping says them', () => {
  expect(rows(csv('Westland,30 August 2034,12'))).toEqual(['adds WES 2034-08-30 12 entries']);
  expect(rows(csv('Westland,"Aug 30, 2034",12'))).toEqual(['adds WES 2034-08-30 12 entries']);
  expect(rows(csv('Westland,3/4/2034,12'), { mapping: mapping('dates: DD/MM/YYYY\n') })).toEqual([
    'adds WES 2034-04-03 12 entries',
  ]);
  expect(rows(csv('Westland,3/4/2034,12'), { mapping: mapping('dates: MM/DD/YYYY\n') })).toEqual([
    'adds WES 2034-03-04 12 entries',
  ]);
});

test('a day after the publication', () => {
  expect(
    told(
      planned(
        seeds,
        { 'f.csv': csv('Westland,2034-03-12,12') },
        { mapping: mappingFor('state-2034-03-10') },
      ),
    )[0],
  ).toContain('was published on 2034-03-10');
});

const FILES: readonly [name: string, content: string | Uint8Array, why: string][] = [
  [
    'bytes that are no UTF-8',
    bytes('country,date,individuals\nWestland,2034-03-09,1\nR', [0xe9], 'union,2034-03-09,1'),
    'expected UTF-8',
  ],
  [
    'UTF-16 without a mark',
    bytes([...'country,date'].flatMap((c) => [c.charCodeAt(0), 0])),
    '--encoding utf-16le',
  ],
  ['lost letters', csv('West\ufffdland,2034-03-09,1'), '\\ufffd'],
  ['a letter that turns the direction', csv('West\u202eland,2034-03-09,1'), '\\u202e'],
  ['a letter that cannot be seen', csv('West\u200bland,2034-03-09,1'), '\\u200b'],
  ['NUL', csv('West\0land,2034-03-09,1'), 'NUL'],
  ['an open quote', csv('"Westland,2034-03-09,1'), 'closing quote'],
  ['a quote inside a cell', csv('West"land",2034-03-09,1'), 'quotes around a whole cell'],
  ['a row too short', csv('Westland,2034-03-09'), 'expected 3 cells, found 2'],
  ['a row too long', csv('Westland,2034-03-09,12,345'), 'expected 3 cells, found 4'],
  [
    'a column twice',
    'country,date,individuals,individuals\nWestland,2034-03-09,1,2\n',
    'each column once',
  ],
  [
    'a column without a name',
    'country,date,individuals,\nWestland,2034-03-09,1,2\n',
    'a name over every column',
  ],
  ['a column missing', 'country,date\nWestland,2034-03-09\n', 'the columns that the mapping names'],
  [
    'single persons',
    'country,date,individuals,passport\nWestland,2034-03-09,1,2\n',
    'identifies a person',
  ],
  ['no rows', 'country,date,individuals\n', 'expected rows about this situation'],
  ['nothing', '', 'an empty one'],
  ['a web page', '<!DOCTYPE html><html></html>', 'a web page'],
  ['broken JSON', '{"data":[', 'expected JSON'],
  ['a key twice', '{"data":[{"individuals":"1","individuals":"2"}]}', 'twice'],
  [
    'more entries than rows are read',
    `{"data":[{"geomaster_name":"Westland","individuals":"1"}${',{}'.repeat(500_000)}]}`,
    'at most 500000 rows',
  ],
  ['two signs between cells', 'a;b,c\nd;e,f\ng;h,i\n', 'comma and semicolon'],
];
test.each(FILES)('a file with %s', (_, content, why) => {
  const all = rows(content);
  expect(all.every((row) => row.startsWith('refuses'))).toBe(true);
  expect(all.join('\n')).toContain(why);
});

test('a file over 20 MB', () => {
  const [row] = rows(new Uint8Array(20_000_001));
  expect(row).toContain('at most 20 MB');
});

test('bytes of another encoding are read where it is named, and not where the mark says otherwise', () => {
  const latin = bytes(
    'country,date,individuals\nR',
    [0xe9],
    'union,2034-03-09,1\nWestland,2034-03-09,5',
  );
  expect(
    rows(latin, { encoding: 'windows-1252', mapping: mapping('places: {Réunion: EAS}\n') }),
  ).toEqual(['adds EAS 2034-03-09 1 entries', 'adds WES 2034-03-09 5 entries']);
  expect(rows(`\ufeff${csv('Westland,2034-03-09,5')}`, { encoding: 'windows-1252' })[0]).toContain(
    'leave --encoding out',
  );
});

const PLACES: readonly [header: string, row: string, why: string][] = [
  ['country', 'Nowhere', 'add its name to place-names.csv'],
  ['country', 'Westlnd', 'did you mean Westland?'],
  ['country', 'UKN', 'place-names.csv'],
  ['country', 'Total', 'a sum among the rows'],
  ['country', 'Grand total', 'a sum among the rows'],
];
test.each(PLACES)('the %s %s', (_, name, why) => {
  const all = rows(csv('Westland,2034-03-09,12', `${name},2034-03-09,12345`));
  expect(all[1]).toMatch(/^refuses 3: /);
  expect(all[1]).toContain(why);
});

test('name and code of two places', () => {
  const content =
    'country,iso,date,individuals\nWestland,EAS,2034-03-09,5\nWestland,XXA,2034-03-09,5\n';
  const [one, two] = rows(content, { mapping: mapping().replace('as_of', 'code: iso\n  as_of') });
  expect(one).toContain('the code is that of Eastland');
  expect(two).toContain('a code of places.csv');
});

test('two rows about one thing', () => {
  const all = rows(csv('Westland,2034-03-09,12', 'Westland,2034-03-09,13'));
  expect(all).toHaveLength(2);
  expect(all[0]).toContain('line 2 and line 3');
});

test('kinds that the mapping does not tell apart', () => {
  const content =
    'country,date,population_type,individuals\nWestland,2034-03-09,REF,12\nEastland,2034-03-09,ASY,13\n';
  expect(rows(content)[0]).toContain('population_type: REF, ASY');
  expect(rows(content, { mapping: mapping('where: {population_type: REF}\n') })).toEqual([
    'adds WES 2034-03-09 12 entries',
  ]);
});

test('a column that adds things up', () => {
  expect(
    rows('country,date,Total of all\nWestland,2034-03-09,5\n', {
      mapping: mapping().replace('value: individuals', 'value: Total of all'),
    })[0],
  ).toContain('adds things up');
});

test('an unknown group, one under another name, one after its definition ended, two in one number', () => {
  const answer = (id: string, name: string, date = '2034-03-09') =>
    `{"data":[{"geomaster_name":"Westland","date":"${date}","individuals":"5","population_groups":[{"id":"${id}","name":"${name}"}]}]}`;
  const one = (json: string) => told(planned(seeds, { 'a.json': json }, { source: 'later' }))[0];
  expect(one(answer('5999', 'Newcomers'))).toContain('unknown population group 5999 (“Newcomers”)');
  expect(one(answer('7001', 'Newcomers'))).toContain(
    'the portal may count something else under the same number',
  );
  expect(one(answer('7001', 'People recorded (cumulative)', '2035-03-09'))).toContain(
    'the last one ended on 2034-12-31',
  );
  const two =
    '{"data":[{"geomaster_name":"Westland","date":"2034-03-09","individuals":"5","population_groups":[{"id":"1","name":"a"},{"id":"2","name":"b"}]}]}';
  expect(one(two)).toContain('found 2 in one number');
});

test('a rule after its end, and one that does not cover the measure', () => {
  expect(
    rows(csv('Westland,2034-03-20,12'), {
      mapping: mapping('definitions: {WES: still-there}\n'),
    })[0],
  ).toContain('on which still-there ended');
  expect(
    rows(csv('Westland,2034-03-20,12'), { mapping: mapping('definitions: {WES: recorded}\n') })[0],
  ).toContain('expected a measure that recorded covers');
});

test('crossings in a column of people, and a number of another rule', () => {
  const known = intakeSeeds([
    'border_crossings,WES,entries,2034-03-09,123456',
    'border_crossings,SOU,with-passage,2034-03-09,53546',
  ]);
  const people = mapping()
    .replace('border_crossings', 'refugees_recorded')
    .replace('definition: entries', 'definition: recorded');
  expect(
    told(planned(known, { 'f.csv': csv('Westland,2034-03-12,123456') }, { mapping: people }))[0],
  ).toContain('123,456 for Westland is what Agency gave as border crossings');
  expect(
    told(
      planned(
        known,
        { 'f.csv': csv('Westland,2034-03-12,123456') },
        { mapping: people, accept: ['WES'] },
      ),
    )[0],
  ).toContain('refuses');
  expect(
    told(
      planned(
        known,
        { 'f.csv': csv('Southland,2034-03-10,53546') },
        { mapping: mapping('definitions: {SOU: direct}\n') },
      ),
    )[0],
  ).toContain('Name with-passage for SOU');
});

test('two formats that fit, none that fits, another than was named', () => {
  const both =
    'Footnote,Year,Country of origin (ISO),Country of asylum (ISO),Population type\n#meta,#date,#country+code,#geo,#indicator\n';
  expect(told(planned(seeds, { 'f.csv': both }, { source: 'later' }))[0]).toContain(
    'footnotes (its header',
  );
  const none = told(planned(seeds, { 'f.csv': 'a,b\n1,2\n' }, { source: 'later' }));
  expect(none[0]).toContain(
    'expected one of odp-json, odp-csv, odp-table, population, footnotes, hapi, hxl, tidy',
  );
  expect(
    told(planned(seeds, { 'f.csv': 'a,b\n1,2\n' }, { source: 'later', format: 'hapi' }))[0],
  ).toContain('expected hapi, as named');
});

test.each([
  ['source: later\nformat: tidy\ncolumns: {value: a}\nplaces: {X: NOWHERE}\n', 'NOWHERE'],
  ['source: later\nformat: tidy\ncolumns: {valeu: a}\n', 'did you mean value?'],
  ['source: later\nformat: tidy\ncolumns: {place: a}\n', 'a column for value'],
  [
    'source: later\nformat: tidy\ncolumns: {value: a}\nconstants: {definition: nothing}\n',
    'nothing',
  ],
  ['source: other\nformat: tidy\ncolumns: {value: a}\n', 'a mapping belongs to one source'],
])('a mapping that cannot be used', (text, why) => {
  expect(() => planned(seeds, {}, { source: 'later', mapping: text })).toThrow(why);
});

test('counts of days under the rule of a running count, and the reverse', () => {
  const series = (values: readonly number[]) =>
    [
      'data_date,individuals',
      ...values.map((value, n) => `2034-03-${String(n + 1).padStart(2, '0')},${value}`),
    ].join('\n');
  const days = series([900, 1200, 1100, 1500, 1000, 800]);
  const running = series([...Array(12).keys()].map((n) => 1000 * (n + 1)));
  const one = (content: string, definition: string) =>
    told(planned(seeds, { 's.csv': content }, { source: 'later', place: 'WES', definition }))[0];
  expect(one(days, 'entries')).toContain('3 of 5 steps going down');
  expect(one(running, 'by-day')).toContain('never go down');
  expect(one(days, 'by-day')).toMatch(/^adds/);
  expect(one(running, 'entries')).toMatch(/^adds/);
});

test.each([
  ['ten million columns', ','.repeat(10_000_000)],
  ['a million values', `[${'1,'.repeat(2_000_000)}1]`],
  ['a thousand levels', '['.repeat(1_000)],
  ['a text of millions of escapes', `{"a":"${'\\"'.repeat(5_000_000)}"}`],
  ['a row without an end', 'a'.repeat(10_000_000)],
  ['a million rows', 'a,b\n'.repeat(1_000_000)],
  ['quotes inside every cell', 'a"b,c\n'.repeat(1_000_000)],
])('a file with %s is refused, not stumbled over', (_, content) => {
  const all = rows(content);
  expect(all.length).toBeLessThan(1_100);
  expect(all.every((row) => row.startsWith('refuses'))).toBe(true);
});

test('unknown JSON is not sent to a mapping, which reads tables alone', () => {
  const [row] = told(planned(seeds, { 'a.json': '{"made":[{"up":1}]}' }, { source: 'later' }));
  expect(row).toContain('found JSON like none of them; download the same as a table (CSV)');
});
