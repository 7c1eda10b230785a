import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { read, type ReadPage } from './read-page.ts';

/*
 * A second reader that shares nothing with the site: the rules of seeds/README.md and of the page of methods as SQL,
 * straight over the seed files. What it works out of three days must be what the pages of these days say.
 */
const seeds = 'seeds/ukraine-2022';
const days = ['2022-02-28', '2022-05-16', '2026-09-16'] as const;

interface Counter {
  readonly id: string;
  readonly headline: readonly string[];
  readonly parts: readonly { readonly series: readonly string[] }[];
  readonly claims: readonly string[];
}
const plan = parse(readFileSync(`${seeds}/situation.yaml`, 'utf8')) as {
  readonly claims_within_days: number;
  readonly counters: readonly Counter[];
};

type Row = Readonly<Record<'id' | 'series' | 'says' | 'as_of' | 'is_party', string>>;
/** Of a figure's id the definition: source, measure, population and place come before it. */
const rule = ({ id }: Row) => id.split('.')[4] ?? '';
/** Pairs of definitions of which a break dropped the first before the second began. */
const dropped = new Set<string>();
let ask: (sql: string) => Promise<Row[]>;

const csv = (path: string, more = '') =>
  `read_csv('${path}', header = true, all_varchar = true, quote = '"', escape = '"', delim = ',', null_padding = false${more})`;
const text = (column: string) => `coalesce(${column}, '')`;

beforeAll(async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  ask = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS() as unknown as Row[];
  await connection.run(`
CREATE TABLE papers AS SELECT id, publisher, kind, ${text('relay_of')} AS relay_of, ${text('repeats')} AS repeats, ${text('caveats')} AS caveats,
  ${text('published')} AS published, retrieved, row_number() OVER () AS place FROM ${csv(`${seeds}/sources.csv`)};
CREATE TABLE rules AS SELECT id, publisher, statistic FROM ${csv('seeds/definitions.csv')} UNION ALL SELECT id, publisher, statistic FROM ${csv(`${seeds}/definitions.csv`)};
CREATE TABLE speakers AS SELECT id, any_value(is_party) AS is_party FROM
  (SELECT id, is_party FROM ${csv('seeds/publishers.csv')} UNION ALL SELECT id, is_party FROM ${csv(`${seeds}/publishers.csv`)}) GROUP BY id;
CREATE MACRO unit(n) AS CASE WHEN n = '' OR n::BIGINT = 0 THEN 1
  ELSE CAST(pow(10, length(n) - length(rtrim(n, '0'))) AS BIGINT) END;
CREATE MACRO grouped(n) AS format('{:,}', n::BIGINT);
CREATE TABLE said AS
WITH rows AS (
  SELECT regexp_extract(filename, '([^/]+)[.]csv$', 1) AS source, measure, population, origin, place, definition,
    ${text('period_start')} AS period_start, as_of, ${text('value')} AS value, ${text('value_high')} AS value_high, qualifier,
    ${text('stated_as')} AS stated_as
  FROM ${csv(`${seeds}/figures/*.csv`, ', filename = true')}
)
SELECT lower(concat_ws('.', source, measure, population, rows.place, definition,
    CASE WHEN origin <> 'UKR' THEN 'from-' || origin END,
    CASE WHEN statistic = 'flow' THEN period_start END, as_of)) AS id,
  lower(concat_ws('-', measure, population, rows.place, definition, CASE WHEN origin <> 'UKR' THEN 'from-' || origin END)) AS series,
  period_start, as_of, is_party, qualifier, value,
  CASE WHEN length(as_of) = 7 THEN as_of || '-32' ELSE as_of END AS speaks_until,
  CASE qualifier WHEN 'exact' THEN grouped(value) WHEN 'word' THEN '“' || stated_as || '”'
    WHEN 'between' THEN grouped(value) || ' to ' || grouped(value_high)
    WHEN 'withheld' THEN 'withheld' WHEN 'unknown' THEN 'unknown' WHEN 'not_collected' THEN 'not collected'
    ELSE replace(qualifier, '_', ' ') || ' ' || grouped(value) END AS says,
  -- From which day a reader could know it, and when it was said.
  CASE WHEN published = '' THEN retrieved
    WHEN length(published) = 7 THEN strftime((published || '-01')::DATE + INTERVAL 1 MONTH, '%Y-%m-%d')
    ELSE left(published, 10) END AS known_from,
  CASE WHEN repeats <> '' THEN repeats WHEN length(published) = 7 THEN published || '-00' ELSE left(published, 10) END AS said_on,
  CASE WHEN repeats = '' AND contains(published, 'T') THEN epoch(strptime(published, '%Y-%m-%dT%H:%M%z')) END AS said_at,
  (relay_of = '' OR list_contains(string_split(caveats, ';'), 'own-words')) AND papers.publisher = rules.publisher AS is_original,
  CASE WHEN qualifier IN ('exact', 'at_least') THEN 1
    WHEN qualifier = 'between' THEN least(unit(value), unit(value_high))
    WHEN qualifier IN ('more_than', 'about', 'nearly', 'up_to') THEN unit(value) ELSE 1e18 END AS rounded_to,
  list_position(['report', 'dataset', 'portal_state', 'statement', 'news'], kind) AS kind_place, papers.place AS paper_place
FROM rows JOIN papers ON papers.id = rows.source JOIN rules ON rules.id = rows.definition
  JOIN speakers ON speakers.id = rules.publisher;
-- What stands on a day: of all that is about the same thing what was said last; see what stands on one day.
CREATE MACRO standing_on(day) AS TABLE (
  WITH known AS (SELECT * FROM said WHERE known_from <= day),
  last AS (SELECT * FROM known QUALIFY said_on = max(said_on) OVER (PARTITION BY series, period_start, as_of)),
  timed AS (SELECT * FROM last QUALIFY said_at IS NULL OR said_at = max(said_at) OVER (PARTITION BY series, period_start, as_of)),
  -- So many steps back where its publisher said "at least" as many the same day.
  floored AS (SELECT * FROM timed WHERE NOT (qualifier = 'exact' AND EXISTS (SELECT 1 FROM timed AS floors WHERE floors.series = timed.series
    AND floors.period_start = timed.period_start AND floors.as_of = timed.as_of AND floors.qualifier = 'at_least'
    AND floors.value = timed.value AND floors.is_original)))
  SELECT * FROM floored QUALIFY 1 = row_number() OVER (PARTITION BY series, period_start, as_of
    ORDER BY is_original DESC, rounded_to, kind_place, paper_place, id));
CREATE MACRO latest_on(day) AS TABLE (
  SELECT * FROM standing_on(day) QUALIFY 1 = row_number() OVER (PARTITION BY series ORDER BY speaks_until DESC, period_start));
`);
});

const plain = (said: string) => said.replaceAll('\u00a0', ' ');
const byId = (rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));
const daysBetween = (a: Row, b: Row) => (Date.parse(dayOf(b)) - Date.parse(dayOf(a))) / 86_400_000;
/** A month speaks for its last day. */
const dayOf = ({ as_of: asOf }: Row) =>
  asOf.length === 7
    ? new Date(Date.UTC(Number(asOf.slice(0, 4)), Number(asOf.slice(5)), 0))
        .toISOString()
        .slice(0, 10)
    : asOf;
const later = (a: Row, b: Row) =>
  (a.as_of.length === 7 ? `${a.as_of}-32` : a.as_of) >
  (b.as_of.length === 7 ? `${b.as_of}-32` : b.as_of);

beforeAll(async () => {
  const breaks = (await ask(
    `SELECT before AS id, "after" AS series FROM ${csv(`${seeds}/breaks.csv`)}`,
  )) as readonly Pick<Row, 'id' | 'series'>[];
  for (const { id: before, series: after } of breaks)
    for (const one of before.split(';'))
      for (const other of after.split(';'))
        if (!before.split(';').includes(other)) dropped.add(`${one} ${other}`);
});

describe.each(days)('as known on %s', (day) => {
  let page: ReadPage;
  let all: ReadonlyMap<string, Row>;
  let latest: ReadonlyMap<string, Row>;
  beforeAll(async () => {
    page = await read(`on/${day}`);
    all = byId(await ask('SELECT id, series, says, as_of, is_party FROM said'));
    latest = new Map(
      (await ask(`SELECT id, series, says, as_of, is_party FROM latest_on('${day}')`)).map(
        (row) => [row.series, row],
      ),
    );
  });

  test('every number on the page is the one of its row', () => {
    expect(page.figures.length).toBeGreaterThan(3);
    for (const { id, amount } of page.figures)
      expect({ id, says: plain(amount) }).toEqual({ id, says: all.get(id)?.says });
  });

  test('every number stands on that day, or was known and is told beside the one that does', async () => {
    const beside = byId(
      await ask(`SELECT said.id, said.series, said.says, said.as_of, said.is_party
        FROM said JOIN standing_on('${day}') AS stands USING (series, period_start, as_of)
        WHERE said.known_from <= '${day}'`),
    );
    for (const { id } of page.figures) expect(beside.has(id), id).toBe(true);
  });

  test('each counter has its headline, its parts and its claims, and no other', () => {
    const within = plan.claims_within_days;
    for (const { id, headline, parts, claims } of plan.counters) {
      const candidates = headline.flatMap((series) => latest.get(series) ?? []);
      const newest = (rows: readonly Row[]) =>
        rows.reduce<Row | null>(
          (best, row) => (best === null || later(row, best) ? row : best),
          null,
        );
      const planned = newest(candidates);
      const ended = (row: Row) => (Date.parse(day) - Date.parse(dayOf(row))) / 86_400_000 > 366;
      // What ended more than a year ago gives way to who still counts the same.
      const alike = ({ series }: Row, by: Row) =>
        series.split('-').slice(0, 3).join() === by.series.split('-').slice(0, 3).join();
      const goesOn =
        planned && ended(planned)
          ? newest(
              claims
                .flatMap((series) => latest.get(series) ?? [])
                .filter((row) => !ended(row) && row.is_party !== 'yes' && alike(row, planned)),
            )
          : null;
      const lead = goesOn ?? planned;
      const beside = [...new Set(goesOn && planned ? [...claims, planned.series] : claims)]
        .filter((series) => series !== lead?.series)
        .flatMap((series) => latest.get(series) ?? [])
        .filter((row) => lead === null || daysBetween(row, lead) <= within);
      const inside = lead
        ? parts
            .flatMap(({ series }) => series.flatMap((one) => latest.get(one) ?? []))
            .filter(
              (row) => daysBetween(row, lead) >= 0 && !dropped.has(`${rule(row)} ${rule(lead)}`),
            )
        : [];
      const recent = inside.filter((row) => lead && daysBetween(row, lead) <= within);
      // Those whose sex is not yet known are shown only beside groups as of the same day.
      const isLeftover = ({ series }: Row) => series.includes('sex_unknown');
      const isAlone = (row: Row) =>
        isLeftover(row) && !inside.some((other) => !isLeftover(other) && other.as_of === row.as_of);
      const shown = (recent.length > 0 ? recent : inside.slice(0, 1)).filter(
        (row) => lead && daysBetween(row, lead) <= 366 && !isAlone(row),
      );
      const expected = [...(lead ? [lead] : []), ...shown, ...beside].map((row) => row.id).sort();
      const found = new Set(
        page.figures
          .filter(({ counter }) => counter === `counter-${id}`)
          .map((figure) => figure.id),
      );
      const stand = [...found].filter((one) => [...latest.values()].some((row) => row.id === one));
      expect({ id, figures: stand.sort() }).toEqual({ id, figures: expected });
    }
  });
});
