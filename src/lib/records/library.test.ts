import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readLibrary } from './library.ts';

const home = fileURLToPath(new URL('../../../tests/fixtures/good-seeds/', import.meta.url));
const paths = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.\w+$/.test(path),
);
const good = Object.fromEntries(
  paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(home + path, 'utf8')]),
);

function readGood() {
  const { library } = readLibrary(good);
  if (library === null) throw new Error('the lawful seeds have a fault');
  return library;
}

test('figures stand in the order of sources.csv, then of their rows', () => {
  const { figures, sources } = readGood();
  const order = figures.map(({ source }) => sources.indexOf(source));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(figures.slice(0, 2).map(({ population }) => population.id)).toEqual([
    'civilians',
    'children',
  ]);
});

test('the order in which files are gathered changes nothing', () => {
  const turned = Object.fromEntries(Object.entries(good).reverse());
  const saidBy = ({ library, faults, ledger }: ReturnType<typeof readLibrary>) => ({
    library,
    faults,
    published: ledger?.text(),
  });
  expect(saidBy(readLibrary(turned))).toEqual(saidBy(readLibrary(good)));
});

test('the caveats of row, source, definition and measure come together, the gravest first', () => {
  const codes = (id: string) =>
    readGood()
      .figures.find((figure) => figure.id.startsWith(id))
      ?.caveats.map(({ code }) => code);
  expect(codes('daily-example.killed')).toEqual(['real-higher', 'relayed']);
  expect(codes('sample-2030-01.border_crossings')).toEqual(['crossings-not-people', 'rounded']);
  expect(codes('example-2030-01-06.refugees_recorded')).toEqual([]);
});

test('a figure is named by its own words; only a flow names its period', () => {
  const ids = readGood().figures.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => /^[a-z0-9._-]+$/.test(id))).toBe(true);
  expect(ids).toContain(
    'example-2030-01-06.border_crossings.all_persons.sam.example-weekly.2030-01-02.2030-01-03',
  );
  expect(ids).toContain(
    'example-2030-01-05.border_crossings.all_persons.sam.example-crossings-early.from-mod.2030-01-05',
  );
});

test('figures from elsewhere than the country are a series of their own', () => {
  const series = readGood().figures.map((figure) => figure.series);
  expect(series).toContain('border_crossings-all_persons-sam-example-crossings-early');
  expect(series).toContain('border_crossings-all_persons-sam-example-crossings-early-from-mod');
});

test('a record holds the records it names', () => {
  const { figures, definitions, situation, places } = readGood();
  for (const { definition } of figures) expect(definitions.get(definition.id)).toBe(definition);
  expect(situation.country).toBe(places.get('EXA'));
  expect(situation.maps[0]?.frame.places.map(({ label }) => label)).toEqual([
    'Samplia',
    'Modelland',
  ]);
});

test('an empty folder is told what it needs, and nothing is thrown', () => {
  const { library, faults } = readLibrary({});
  expect(library).toBeNull();
  expect(faults.length).toBeGreaterThan(5);
});

test('a forecast of what is counted is refused: it would stand as the newest number', () => {
  const path = 'examplia-2030/figures/example-outlook-undated.csv';
  const forecast = good[path]?.replace('projected,', 'killed,') ?? '';
  expect(forecast).toContain('estimated,F');
  expect(readLibrary({ ...good, [path]: forecast }).faults).not.toEqual([]);
});

test('an estimate of later days is refused, a projection is not', () => {
  const path = 'examplia-2030/figures/example-outlook-undated.csv';
  const estimate = good[path]
    ?.replace('estimated,F', 'estimated,E')
    .replace('projected,', 'killed,');
  expect(readLibrary({ ...good, [path]: estimate ?? '' }).faults).not.toEqual([]);
  expect(readLibrary(good).faults).toEqual([]);
});

test('a situation without a figure has no page to show, and is refused with its way out', () => {
  const first = (path: string) => `${(good[path] ?? '').split('\n')[0] ?? ''}\n`;
  const home = 'examplia-2030';
  const empty = ['sources', 'events', 'corrections', 'published'].map((name) => {
    const path = `${home}/${name}.csv`;
    return [path, first(path)] as const;
  });
  const plan = `id: ${home}\ntitle: Examplia\ncountry: EXA\nstart: 2030-01-01\nclaims_within_days: 45\ncounters: []\nchart: []\nframes: []\nmaps: []\napart: []\n`;
  const files = Object.fromEntries([
    ...Object.entries(good).filter(([path]) => !path.startsWith(`${home}/`)),
    ...empty,
    [`${home}/situation.yaml`, plan],
  ]);
  expect(readLibrary(files).faults.map(({ message }) => message)).toEqual([
    `${home}/sources.csv:1:1: expected a publication with a figure, found none; a situation begins with its first: npm run seeds -- new`,
  ]);
});

test('the record of what was published may be larger than a paper', { timeout: 60_000 }, () => {
  const path = 'examplia-2030/published.csv';
  const [header = '', record = '', ...rows] = (good[path] ?? '').split('\n');
  const long = `${'x'.repeat(999)}\n`.repeat(21_000);
  const large = `${[header, record, ...rows].join('\n')}caveat,many,"text: ${long.trim()}"\n`;
  const { faults } = readLibrary({ ...good, [path]: large });
  expect(faults.map(({ message }) => message).join('\n')).not.toContain('found a larger one');
});
