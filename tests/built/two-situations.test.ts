import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildCopy, copyProject } from '../support/copy.ts';
import { filesOf } from '../support/site.ts';

/*
 * A house with two situations, both begun by the keeper's command with made-up numbers of years to come: what one of
 * them shows must not be found in the other, and the pages of the house must lead to both.
 */
const LATER = 'data:text/javascript,Date.now=()=>Date.UTC(2035,5,1)';
let copy: ReturnType<typeof copyProject>;
let built: string;
const textOf = (file: string) => readFileSync(join(built, file), 'utf8');

function keeper(...words: string[]): void {
  execFileSync(process.execPath, ['--import', LATER, ...words], {
    cwd: copy.folder,
    encoding: 'utf8',
  });
}

function begin(name: string, title: string, country: string, value: number): void {
  const place = (id: string, label: string, number: string, longitude: number, latitude: number) =>
    `id=${id},label=${label},in_phrase=in ${label},to_phrase=to ${label},kind=country,part_of=,iso_numeric=${number},longitude=${longitude},latitude=${latitude}`;
  const words =
    country === 'SDN'
      ? [place('SDN', 'Sudan', '729', 30, 15.5), place('TCD', 'Chad', '148', 18.7, 15.4)]
      : [];
  const neighbour = country === 'SDN' ? 'TCD' : 'POL';
  const figure = (
    measure: string,
    population: string,
    where: string,
    definition: string,
    n: number,
  ) =>
    `measure=${measure},population=${population},origin=${country},place=${where},definition=${definition},period_start=2034-02-03,as_of=2034-02-11,value=${n},qualifier=exact,stated_as=,verification=reported,status=P,caveats=none`;
  keeper(
    'src/commands/seeds.js',
    'new',
    name,
    ...['--situation-title', title, '--country', country, '--start', '2034-02-03'],
    ...['--neighbours', neighbour],
    ...words.flatMap((cells) => ['--new-place', cells]),
    ...[
      '--publisher',
      'unhcr',
      '--published',
      '2034-02-12',
      '--title',
      `A made-up table, ${title}`,
    ],
    ...['--kind', 'dataset', '--address', 'https://example.org/made-up', '--licence', 'not stated'],
    ...['--redistribution', 'may'],
    ...['--figure', figure('border_crossings', 'refugees', neighbour, 'unhcr-crossings', value)],
  );
}

beforeAll(async () => {
  copy = copyProject();
  begin('sudan-2034', 'Sudan, made up', 'SDN', 123_456);
  begin('ukraine-2034', 'Ukraine, made up', 'UKR', 234_567);
  rmSync(join(copy.folder, 'seeds/ukraine-2022'), { recursive: true });
  keeper('src/commands/cut-map.js');
  built = await buildCopy(copy.folder);
}, 300_000);
afterAll(() => copy.remove());

test('the front page lists both, and each has its summary', () => {
  const front = textOf('index.html');
  for (const name of ['sudan-2034', 'ukraine-2034']) expect(front).toContain(`href="./${name}/"`);
  expect(textOf('sudan-2034/index.html')).toContain('123,456');
  expect(textOf('ukraine-2034/index.html')).toContain('234,567');
});

test('no page or file of one situation has a number or a place of the other', () => {
  const files = ['.html', '.csv', '.json', '.svg'].flatMap((ending) => filesOf(built, ending));
  const of = (name: string) =>
    files.filter((file) => file.includes(`${name}/`)).map((file) => textOf(file));
  expect(of('sudan-2034').length).toBeGreaterThan(20);
  expect(of('sudan-2034').filter((text) => /234,?567|to Poland/.test(text))).toEqual([]);
  expect(of('ukraine-2034').filter((text) => /123,?456|to Chad/.test(text))).toEqual([]);
});

test.each(['methods/index.html', 'embed/index.html', 'data/index.html'])(
  '%s leads to both situations',
  (page) => {
    for (const name of ['sudan-2034', 'ukraine-2034'])
      expect(textOf(page)).toMatch(new RegExp(`href="[^"]*/${name}/`));
  },
);

test('a page that is not there leads to the list', () => {
  expect(textOf('404.html')).toMatch(/href="\/"/);
  expect(textOf('404.html')).not.toContain('2034/');
});

test('what is told of borders is told of the ground that a map shows', () => {
  expect(textOf('ukraine-2034/flows/index.html')).toContain('68/262');
});
