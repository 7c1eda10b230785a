import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { seedTexts } from '../../../tests/support/seed-texts.ts';
import { readLibrary } from './library.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const good = seedTexts(`${root}tests/fixtures/good-seeds/`);
const FIGURES = 'examplia-2030/figures/example-2030-01-06.csv';
const SUMS = 'id,definitions,by,whole,parts,said_by';
const sum = (by: string, whole: string, parts: string) =>
  `${SUMS}\nmade-up,example-recorded,${by},${whole},${parts},Example Agency\n`;
/** The row of a killed count on 6 January 2030; 1,222 civilians stand there already. */
const row = (population: string, value: string, qualifier = 'exact', caveats = 'none') =>
  `killed,${population},EXA,EXA,example-recorded,2030-01-01,2030-01-06,${value},,${qualifier},,verified,P,${caveats},,\n`;

function faultsWith(sums: string, rows: string, exact = true): string[] {
  const figures = (good[FIGURES] ?? '').replace(',at_least,"1,222"', exact ? ',exact,"1,222"' : ',at_least,"1,222"'); // prettier-ignore
  const caveats = `${good['caveats.csv'] ?? ''}parts-do-not-sum,3,Parts do not add up,The groups make more than the total.,editors,,sum-as-printed,,,\n`;
  const published = 'thing,id,says\n';
  const corrections = (good['examplia-2030/corrections.csv'] ?? '').split('\n')[0] ?? '';
  return readLibrary({
    ...good,
    'caveats.csv': caveats,
    'sums.csv': sums,
    'examplia-2030/published.csv': published,
    'examplia-2030/corrections.csv': `${corrections}\n`,
    'populations.csv': `${good['populations.csv'] ?? ''}adults,Adults,adults,civilians\n`,
    [FIGURES]: figures + rows,
  }).faults.map(({ message }) => message);
}

const BY_AGE = sum('population', 'civilians', 'children;adults');

test('parts that make their total pass, and so do some of them', () => {
  expect(faultsWith(BY_AGE, row('children', '222') + row('adults', '1000'))).toEqual([]);
  expect(faultsWith(BY_AGE, row('children', '222'))).toEqual([]);
  expect(faultsWith(BY_AGE, '')).toEqual([]);
});

test('all parts together that make another number are refused at the total, with the way out', () => {
  expect(faultsWith(BY_AGE, row('children', '221') + row('adults', '1000'))).toEqual([
    `${FIGURES}:2:8: value: expected the sum of its parts, 1221 (221 + 1000), found "1222"; children + adults make civilians (made-up of sums.csv). Correct the row that is wrong. If the publication itself says so, write a caveat with the effect sum-as-printed among those of this row`,
  ]);
});

test('some parts that make more than the whole are refused, too', () => {
  expect(faultsWith(BY_AGE, row('children', '1223'))).toEqual([
    expect.stringContaining('expected no less than its parts, 1223 (1223), found "1222"'),
  ]);
});

test('a floor can be anything above itself; words and unknown parts are none', () => {
  expect(faultsWith(BY_AGE, row('children', '999') + row('adults', '1000'), false)).toEqual([]);
  expect(faultsWith(BY_AGE, row('children', '1') + row('adults', '1000', 'at_least'))).toEqual([]);
  expect(faultsWith(BY_AGE, row('children', '') .replace(',exact', ',unknown') + row('adults', '1'))).toEqual([]); // prettier-ignore
  expect(faultsWith(BY_AGE, row('children', '1') + row('adults', '1000'), false)).toHaveLength(1);
});

test('where the publication itself does not add up, a row says so', () => {
  const rows = row('children', '221', 'exact', 'parts-do-not-sum') + row('adults', '1000');
  expect(faultsWith(BY_AGE, rows)).toEqual([]);
});

test('parts of another day, publication or rule are no parts of this whole', () => {
  const elsewhere = row('children', '5000').replace('2030-01-06', '2030-01-05');
  expect(faultsWith(BY_AGE, elsewhere)).toEqual([]);
});

test.each([
  [
    sum('sex', 'civilians', 'children;adults'),
    /sums\.csv:2:3: by: expected one of population, place, measure/,
  ],
  [
    sum('population', 'EXA', 'children;adults'),
    /sums\.csv:2:4: whole: expected a population of populations\.csv/,
  ],
  [sum('population', 'civilians', 'children'), /sums\.csv:2:5: parts: expected two parts or more/],
  [
    sum('population', 'civilians', 'civilians;children'),
    /parts: expected two parts or more, none the whole/,
  ],
])('a sum that is none is refused: %s', (sums, told) => {
  expect(faultsWith(sums, '')).toEqual([expect.stringMatching(told)]);
});

test('the sums of this house name what is there, and its figures keep them', () => {
  const texts = seedTexts(`${root}seeds/`);
  expect(readLibrary(texts).faults).toEqual([]);
  expect(Object.keys(texts)).toContain('ukraine-2022/sums.csv');
  // A digit turned in a total that OHCHR splits by sex and age is found.
  const path = 'ukraine-2022/figures/ohchr-2022-06-09.csv';
  const text = readFileSync(`${root}seeds/${path}`, 'utf8');
  const total = /^(killed,civilians,UKR,UKR,ohchr-recorded,[^,]*,[^,]*,)(\d+)/m;
  const value = Number(total.exec(text)?.[2]);
  const turned = text.replace(total, `$1${value + 9}`);
  const { faults } = readLibrary({ ...texts, [path]: turned });
  expect(faults.map(({ message }) => message).join('\n')).toContain(
    `(civilians-by-sex-and-age of sums.csv)`,
  );
});
