import { COLUMNS } from '#lib/records/columns.ts';
import type { Engine } from '#lib/server/tables/engine.ts';
import { quotedText } from '#lib/server/tables/engine.ts';

/** A made-up value a row, with cells that are hard to carry: quotes, commas, lines, letters beyond ASCII, nothing. */
const cells: Readonly<Record<string, string>> = {
  measure: "'refugees_recorded'",
  population: "'refugees'",
  origin: "printf('plenty-%03d', n % 200)",
  place: "printf('plenty-%03d', n // 200 % 200)",
  definition: "'unhcr-official'",
  as_of: "(2000 + n // 40000) || '-12-31'",
  value: 'CAST(1000 + n AS VARCHAR)',
  qualifier: "'exact'",
  verification: "'reported'",
  status: "'A'",
  caveats: "'none'",
  locator: `CASE n % 5 WHEN 0 THEN 'p. "9", made up' WHEN 1 THEN 'two' || chr(10) || 'lines' WHEN 2 THEN 'Löwenmäßig є' ELSE '' END`,
};

/** Writes so many rows of figures as `path` (.parquet or .csv), in an order that is not that of their cells. */
export async function writeManyCells(engine: Engine, path: string, rows: number): Promise<void> {
  const select = COLUMNS.figures.map((name) => `${cells[name] ?? "''"} AS ${name}`).join(', ');
  await engine.run(
    `COPY (SELECT ${select} FROM (SELECT (m * 7919) % ${rows} AS n FROM range(${rows}) AS r(m))) TO ${quotedText(path)} (${
      path.endsWith('.csv') ? 'FORMAT csv, HEADER false, FORCE_QUOTE *' : 'FORMAT parquet'
    })`,
  );
}
