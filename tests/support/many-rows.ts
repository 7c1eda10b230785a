import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLUMNS } from '#lib/records/columns.ts';
import { openEngine, quotedText } from '#lib/server/tables/engine.ts';

/** Of the made-up situation, in places nobody will take for real ones. */
export const MANY = 'plenty';
const SOURCE = 'unhcr-2025-01-01-plenty';

/**
 * Writes seeds of a made-up situation with a table of so many rows: people recorded in each of some places from each
 * other, by year. The shared words are those of the house with these places.
 * @param seeds the folder of the house's own seeds
 * @param redistribution of the one publication
 */
export async function writeManyRows(
  seeds: string,
  folder: string,
  rows: number,
  redistribution = 'may',
): Promise<void> {
  const years = 25;
  const places = Math.ceil(Math.sqrt(rows / years));
  cpSync(seeds, folder, {
    recursive: true,
    filter: (path) => !path.includes('ukraine-2022'),
  });
  const own = join(folder, MANY);
  mkdirSync(join(own, 'figures'), { recursive: true });
  writeFileSync(
    join(own, 'definitions.csv'),
    `${COLUMNS.definitions.join(',')}
unhcr-official,unhcr,refugees_recorded,stock,Official statistics,Refugees at the end of a year in UNHCR’s official statistics.,,,,,,
unhcr-crossings,unhcr,border_crossings,cumulative,Crossings counted by UNHCR,Crossings of the border as UNHCR counts them.,,,,,,
`,
  );
  const code = (n: number) => `plenty-${String(n).padStart(3, '0')}`;
  const added = Array.from({ length: places }, (_, n) =>
    [code(n), `Plenty ${n}`, `in Plenty ${n}`, `to Plenty ${n}`, 'country', '', '', '', ''].join(),
  );
  const file = (name: string) => join(folder, `${name}.csv`);
  writeFileSync(
    file('places'),
    `${readFileSync(file('places'), 'utf8').trimEnd()}\n${added.join('\n')}\n`,
  );
  const table = (name: keyof typeof COLUMNS, lines: string[] = []) =>
    writeFileSync(join(own, `${name}.csv`), `${[COLUMNS[name].join(), ...lines].join('\n')}\n`);
  table('events');
  table('corrections');
  table('published');
  table('sources', [
    `${SOURCE},unhcr,"A made-up table of refugees by country, by year",dataset,https://example.org/plenty,2025-01-01,2025-01-02,,,not stated,${redistribution},,`,
  ]);
  writeFileSync(
    join(own, 'situation.yaml'),
    `id: ${MANY}
title: Plenty, made up
country: UKR
start: '2000-01-01'
claims_within_days: 7
counters:
  - id: first
    label: Refugees recorded
    headline:
      - refugees_recorded-refugees-${code(1).toLowerCase()}-unhcr-official-from-${code(0).toLowerCase()}
    parts: []
    claims: []
chart: []
frames:
  - id: neighbours
    label: Neighbours
    middle: [27.3, 50.05]
    parallels: [45, 55]
    scale: 1150
    size: [360, 288]
    places: [POL, ROU]
maps:
  - id: crossings
    label: Border crossings
    frame: neighbours
    measures: [border_crossings]
    rules: [unhcr-crossings]
    beside: []
apart: []
`,
  );
  const engine = await openEngine();
  const cells = [
    ["'refugees_recorded'", 'measure'],
    ["'refugees'", 'population'],
    ["printf('plenty-%03d', o)", 'origin'],
    ["printf('plenty-%03d', p)", 'place'],
    ["'unhcr-official'", 'definition'],
    ["''", 'period_start'],
    ["(2000 + y) || '-12-31'", 'as_of'],
    ['CAST(1000 + (o * 7919 + p * 104729 + y * 31) % 900000 AS BIGINT)', 'value'],
    ["''", 'value_high'],
    ["'exact'", 'qualifier'],
    ["''", 'stated_as'],
    ["'reported'", 'verification'],
    ["'A'", 'status'],
    ["'none'", 'caveats'],
    ["''", 'locator'],
    ["''", 'note'],
  ];
  await engine.run(
    `COPY (SELECT ${cells.map(([sql, name]) => `${sql} AS ${name}`).join(', ')}
      FROM range(${places}) AS a(o), range(${places}) AS b(p), range(${years}) AS c(y) LIMIT ${rows})
      TO ${quotedText(join(own, 'figures', `${SOURCE}.parquet`))} (FORMAT parquet)`,
  );
  engine.close();
}
