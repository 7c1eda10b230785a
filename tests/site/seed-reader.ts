import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

/*
 * A reader of the seeds for tests alone: rows as they are written, and what sentences about other figures mean, in as little
 * code as that takes. It shares nothing with the site.
 */

export type Cells = Readonly<Record<string, string>>;

/** A row of a figure file with what its source and its rule say. */
export interface Said extends Cells {
  readonly id: string;
  readonly series: string;
  /** The first day on which a reader could know it. */
  readonly knownFrom: string;
  /** When it was said, as text that sorts; empty where nobody knows. */
  readonly saidOn: string;
  /** Its as-of as text that sorts: a month after its last day. */
  readonly until: string;
  readonly isOriginal: 'yes' | 'no';
  /** All its codes of caveats: its own, of its source, its rule and its measure. */
  readonly codes: string;
}

const folder = 'seeds/ukraine-2022';
const rowsOf = (path: string): Cells[] =>
  parse(readFileSync(path, 'utf8'), { columns: true, bom: true });
const byId = (path: string, key = 'id') =>
  new Map(rowsOf(path).map((row) => [row[key] ?? '', row]));

/** The words of all situations, and those of this one, which go before. */
const wordsOf = (name: string, key = 'id'): Map<string, Cells> =>
  new Map(
    ['seeds', folder]
      .map((place) => `${place}/${name}.csv`)
      .filter((path) => existsSync(path))
      .flatMap((path) => [...byId(path, key)]),
  );

const sources = byId(`${folder}/sources.csv`);
const rules = wordsOf('definitions');
export const measures = wordsOf('measures');
const caveats = wordsOf('caveats', 'code');
/** The place of each source in its file. */
const order = new Map([...sources.keys()].map((id, index) => [id, index]));

const monthAfter = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
};

function said(source: string, row: Cells): Said {
  const paper = sources.get(source) ?? {};
  const rule = rules.get(row['definition'] ?? '') ?? {};
  const { published = '', repeats = '', relay_of: relayOf = '', retrieved = '' } = paper;
  const isFlow = rule['statistic'] === 'flow';
  const from = row['origin'] === 'UKR' ? [] : [`from-${row['origin']}`];
  const words = [row['measure'], row['population'], row['place'], row['definition'], ...from];
  const ownWords = (paper['caveats'] ?? '').split(';').includes('own-words');
  return {
    ...row,
    source,
    publisher: rule['publisher'] ?? '',
    statistic: rule['statistic'] ?? '',
    relayOf,
    id: [source, ...words.slice(0, 4), ...from, ...(isFlow ? [row['period_start']] : []), row['as_of']].join('.').toLowerCase(), // prettier-ignore
    series: words.join('-').toLowerCase(),
    knownFrom:
      published === ''
        ? retrieved
        : published.length === 7
          ? monthAfter(published)
          : published.slice(0, 10),
    saidOn: repeats || (published.length === 7 ? `${published}-00` : published.slice(0, 10)),
    until: (row['as_of'] ?? '').length === 7 ? `${row['as_of']}-32` : (row['as_of'] ?? ''),
    isOriginal:
      (relayOf === '' || ownWords) && paper['publisher'] === rule['publisher'] ? 'yes' : 'no',
    codes: [
      row['caveats'],
      paper['caveats'],
      rule['caveats'],
      measures.get(row['measure'] ?? '')?.['caveats'],
    ]
      .flatMap((list) => (list ?? '').split(';'))
      .map((code) => code.split('@')[0])
      .join(';'),
  };
}

/** Every figure of the seeds, by id. */
export const figures: ReadonlyMap<string, Said> = new Map(
  readdirSync(`${folder}/figures`)
    .filter((name) => name.endsWith('.csv'))
    .flatMap((name) =>
      rowsOf(`${folder}/figures/${name}`).map((row) => said(name.slice(0, -4), row)),
    )
    .map((figure) => [figure.id, figure]),
);

const bySeries = new Map<string, Said[]>();
for (const figure of figures.values())
  bySeries.set(figure.series, [...(bySeries.get(figure.series) ?? []), figure]);

/** All that one series ever said. */
export const ofSeries = (series: string): readonly Said[] => bySeries.get(series) ?? [];

const matterOf = (one: Said): string =>
  ['measure', 'population', 'place', 'origin', 'publisher'].map((of) => one[of]).join('|');
const byMatter = new Map<string, Said[]>();
for (const figure of figures.values()) {
  const matter = matterOf(figure);
  const about = byMatter.get(matter);
  if (about) about.push(figure);
  else byMatter.set(matter, [figure]);
}

/** All on the same measure, population and way by the same publisher, whatever the rule. */
export const ofPublisher = (one: Said): readonly Said[] => byMatter.get(matterOf(one)) ?? [];

/** Whether one of a figure's caveats has an effect. */
export const has = (one: Said, effect: string): boolean =>
  one.codes
    .split(';')
    .some((code) => (caveats.get(code)?.['effects'] ?? '').split(';').includes(effect));

export const valueOf = (one: Said): number => Number(one['value_high'] || one['value'] || NaN);
/** The ends between which a number lies, as far as its words say. */
export function endsOf(one: Said): readonly [number | null, number | null] {
  const value = Number(one['value']);
  switch (one['qualifier']) {
    case 'exact':
      return [value, value];
    case 'at_least':
      return [value, null];
    case 'more_than':
      return [value + 1, null];
    case 'between':
      return [value, Number(one['value_high'])];
    case 'nearly':
      return [null, value];
    case 'up_to':
      return [0, value];
    default:
      return [null, null];
  }
}

const roundedTo = (one: Said): number => {
  if (['exact', 'at_least'].includes(one['qualifier'] ?? '')) return 1;
  const zeros = [one['value'], one['value_high']]
    .filter((text) => text)
    .map((text) => (/0*$/.exec(text ?? '')?.[0] ?? '').length);
  return zeros.length === 0 ? Infinity : 10 ** Math.min(...zeros);
};
const minuteOf = (one: Said): number | null => {
  const { published = '', repeats = '' } = sources.get(one['source'] ?? '') ?? {};
  return published.includes('T') && repeats === '' ? Date.parse(published) : null;
};
const KINDS = ['report', 'dataset', 'portal_state', 'statement', 'news'];

/** What stands of one subject, of what was known by a day. */
export function standing(all: readonly Said[], day: string): Said | null {
  const known = all.filter(({ knownFrom }) => knownFrom <= day);
  const last = known.map(({ saidOn }) => saidOn).sort().at(-1); // prettier-ignore
  const said = known.filter(({ saidOn }) => saidOn === last);
  const minutes = said.flatMap((one) => minuteOf(one) ?? []);
  const timed = said.filter(
    (one) => (minuteOf(one) ?? Math.max(...minutes)) >= Math.max(...minutes),
  );
  const isTwin = (one: Said) => (other: Said) =>
    one['qualifier'] === 'exact' && other['qualifier'] === 'at_least' && other['value'] === one['value'] && other.isOriginal === 'yes'; // prettier-ignore
  const ranks = (one: Said) => [
    one.isOriginal === 'yes' ? 0 : 1,
    roundedTo(one),
    KINDS.indexOf(sources.get(one['source'] ?? '')?.['kind'] ?? ''),
    order.get(one['source'] ?? '') ?? 0,
  ];
  return (
    timed
      .filter((one) => !timed.some(isTwin(one)))
      .sort(
        (a, b) =>
          ranks(a)
            .map((rank, i) => rank - (ranks(b)[i] ?? 0))
            .find((by) => by !== 0) ?? 0,
      ) // prettier-ignore
      .at(0) ?? null
  );
}

const lines = new Map<string, readonly Said[]>();

/** What stands in a series on a day: one for each period and as-of, by as-of. Pages of one day ask for the same lines. */
export function line(series: string, day: string): readonly Said[] {
  const held = lines.get(`${series}|${day}`);
  if (held) return held;
  const subjects = new Map<string, Said[]>();
  for (const one of ofSeries(series)) {
    const subject = `${one.until}|${one['period_start']}`;
    const about = subjects.get(subject);
    if (about) about.push(one);
    else subjects.set(subject, [one]);
  }
  const standOn = [...subjects.values()]
    .flatMap((about) => standing(about, day) ?? [])
    .sort((a, b) => (a.until < b.until ? -1 : 1));
  lines.set(`${series}|${day}`, standOn);
  return standOn;
}

const breaks = [...wordsOf('breaks').values()];
/** Whether a break of their rule, or a number that begins anew, parts two figures of one series. */
export function parted(before: Said, after: Said): boolean {
  if (after['status'] === 'B' || has(after, 'starts-anew')) return true;
  const [a, b] = [before.saidOn, after.saidOn];
  return breaks.some(({ day = '', before: old = '', after: fresh = '', places = '' }) => {
    const concerns =
      [old, fresh].every((list) => list.split(';').includes(after['definition'] ?? '')) &&
      (places === '' || places.split(';').includes(after['place'] ?? ''));
    const isBetween = before.until < day && day <= after.until;
    const isOther = before['source'] !== after['source'];
    return concerns && (isBetween || (isOther && (a === '' || b === '' || a >= day !== b >= day)));
  });
}

/** Of a count since one start the highest of an earlier day that contradicts it, as known on a day. */
export function higherBefore(one: Said, day: string): Said | null {
  const most = endsOf(one)[1];
  if (one['statistic'] !== 'cumulative' || most === null || has(one, 'can-fall')) return null;
  return (
    line(one.series, day)
      .filter((other) => other.until < one.until && other['period_start'] === one['period_start'])
      .filter((other) => (endsOf(other)[0] ?? -1) > most && !parted(other, one))
      .sort((a, b) => (endsOf(b)[0] ?? 0) - (endsOf(a)[0] ?? 0))
      .at(0) ?? null
  );
}

/** What stands for the latest day of a series, but for what its publisher contradicted later with a higher count of an earlier day. */
export function latest(series: string, day: string): Said | null {
  const applies = line(series, day).filter((one) => {
    const higher = higherBefore(one, day);
    return (
      higher === null ||
      higher['source'] === one['source'] ||
      one.saidOn === '' ||
      higher.saidOn <= one.saidOn
    );
  });
  return applies.at(-1) ?? null;
}

/** The days on which a publication with a day of its own came out. */
export const publicationDays: readonly string[] = [
  ...new Set(
    [...sources.values()].flatMap(({ published = '' }) =>
      published.length >= 10 ? [published.slice(0, 10)] : [],
    ),
  ),
].sort();
export const allSeries: readonly string[] = [...bySeries.keys()];
export const sums = [...wordsOf('sums').values()];
export const publishers = wordsOf('publishers');
export const populations = wordsOf('populations');
/** Of each place the places that hold it. */
export const placeWholes: ReadonlyMap<string, readonly string[]> = new Map(
  [...wordsOf('places').values()].map(({ id = '', part_of: wholes = '' }) => [
    id,
    wholes.split(';'),
  ]),
);
/** By label. */
export const places: ReadonlyMap<string, string> = new Map(
  [...wordsOf('places').values()].map(({ label = '', id = '' }) => [label, id]),
);
/** The ids of the situation's maps. */
export const maps: readonly string[] = (
  parseYaml(readFileSync(`${folder}/situation.yaml`, 'utf8')) as { maps: { id: string }[] }
).maps.map(({ id }) => id);
