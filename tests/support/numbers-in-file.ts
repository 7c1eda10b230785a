import { parse } from 'csv-parse/sync';
import type { Figure } from '#lib/records/model.ts';
import { figureSentence } from '#lib/wording/figures.ts';
import { bounds } from '#lib/values/amount.ts';
import { lastDayOf, type DayOrMonth } from '#lib/values/day.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { hasNumber } from './dates.ts';

type Record_ = Readonly<Record<string, unknown>>;

/** What every record must say in words; the caveats may be none, but the column is there. */
const needed = [
  'source',
  'address',
  'definition',
  'publisher',
  'qualifier',
  'as_of',
  'measure',
  'location_code',
  'location_name',
  'data_revision',
];
/** The qualifier, the measure and the place are in the words of a short record. */
const neededInShort = ['source', 'address', 'definition', 'publisher', 'amount', 'counts', 'as_of'];
/** Columns whose digits are the figure's own, a name's, or a place in a document. */
const own = new Set([
  'id',
  'series',
  'sentence',
  'value',
  'value_low',
  'value_high',
  'bound_low',
  'bound_high',
  'amount',
  'stated_as',
  'page',
  'data_revision',
  'address',
  'source',
  'source_id',
  'definition_id',
  'relay_of',
  'licence',
  'locator',
]);

/** Whether the publication forbids passing its numbers on: then a file names it, and has its number in no form. */
const isForbidden = ({ source }: Figure): boolean => source.redistribution === 'forbids';

/** What a chart's record must say. A picture is drawn from the lower bound of a range; the words beside it say the range. */
function inPicture({ amount, asOf }: Figure) {
  const value = 'value' in amount ? amount.value : amount.kind === 'between' ? amount.low : '';
  return { value: String(value), amount: amountText(amount), as_of: asOf as string };
}

/** What a row of a file must say of its number: all of it, or nothing. */
function wholeRecord(figure: Figure): Record<string, string> {
  const { amount, asOf, statedAs } = figure;
  if (isForbidden(figure))
    return {
      value: '',
      value_low: '',
      value_high: '',
      bound_low: '',
      bound_high: '',
      amount: '',
      stated_as: '',
      as_of: asOf,
    };
  const { low, high } = bounds(amount);
  const isRange = amount.kind === 'between';
  return {
    value: 'value' in amount ? String(amount.value) : '',
    value_low: isRange ? String(amount.low) : '',
    value_high: isRange ? String(amount.high) : '',
    bound_low: String(low ?? ''),
    bound_high: String(high ?? ''),
    amount: amountText(amount),
    stated_as: statedAs,
    sentence: figureSentence(figure),
    as_of: asOf,
  };
}

/** What is wrong with one record of a figure. */
function faultsOfRecord(
  record: Record_,
  figures: ReadonlyMap<string, Figure>,
  short = false,
): string[] {
  const id = String(record['id'] ?? '');
  const figure = figures.get(id);
  if (!figure) return [`unknown figure ${JSON.stringify(id)}`];
  const faults: string[] = [];
  const said = (column: string) => String(record[column] ?? '');
  for (const column of short ? neededInShort : needed)
    if (said(column) === '') faults.push(`${id}: no ${column}`);
  if (!('caveats' in record)) faults.push(`${id}: no caveats`);
  // A record that stands from some day on does not know what became known later.
  const from = said('from');
  const known = figure.caveats.filter(
    ({ code }) => from === '' || (figure.caveatsFrom[code] ?? '') <= from,
  );
  for (const { code } of known)
    if (!said('caveat_codes').split(';').includes(code))
      faults.push(`${id}: without caveat ${code}`);
  for (const { text } of known)
    if (!said('caveats').includes(text)) faults.push(`${id}: without the words of a caveat`);
  const wanted = short ? inPicture(figure) : wholeRecord(figure);
  if (!short) {
    if (!said('page').endsWith(`/figures/${id}/`)) faults.push(`${id}: page is ${said('page')}`);
    if (!/^[\da-f]{10}$/.test(said('data_revision')))
      faults.push(`${id}: data_revision is ${said('data_revision')}`);
    if (isForbidden(figure) !== (said('not_passed_on') !== ''))
      faults.push(`${id}: not_passed_on is "${said('not_passed_on')}"`);
    // Of what may not be passed on no number is left in the sentence; the title of the publication may have one.
    if (isForbidden(figure) && hasNumber(said('sentence').replace(figure.source.title, ' ')))
      faults.push(`${id}: a number in the sentence "${said('sentence')}"`);
  }
  for (const [column, text] of Object.entries(wanted))
    if (said(column) !== text) faults.push(`${id}: ${column} is "${said(column)}", not "${text}"`);
  for (const [column, cell] of Object.entries(record))
    if (!own.has(column) && hasNumber(String(cell)))
      faults.push(`${id}: stray number in ${column}: ${String(cell)}`);
  return faults;
}

const maps = new WeakMap<readonly Figure[], ReadonlyMap<string, Figure>>();
/** Figures by their id, once for all files that are held against them. */
function byId(figures: readonly Figure[]): ReadonlyMap<string, Figure> {
  const held = maps.get(figures) ?? new Map(figures.map((figure) => [figure.id, figure]));
  maps.set(figures, held);
  return held;
}

/** The first law, asked of a table: each row is a figure with all that belongs to it. */
export function faultsOfCsv(text: string, figures: readonly Figure[]): string[] {
  const parsed = parse(text, { columns: true, bom: true }) as Record_[];
  // The second row of an HXL file is hashtags, all of it.
  const [first] = parsed;
  const isTagged =
    first !== undefined && Object.values(first).every((cell) => /^#[a-z+_]+$/.test(String(cell)));
  const rows = isTagged ? parsed.slice(1) : parsed;
  return faultsOfRows(rows, figures);
}

/** The same of rows that were read by something else, such as a workbook's. */
export function faultsOfRows(rows: readonly Record_[], figures: readonly Figure[]): string[] {
  const known = byId(figures);
  if (rows.length === 0) return ['no rows'];
  return rows.flatMap((row) => faultsOfRecord(row, known));
}

/** A file whose records name sources, definitions and caveats that stand in it once. */
interface Shared {
  readonly sources: Readonly<Record<string, { readonly title: string; readonly address: string }>>;
  readonly definitions: Readonly<Record<string, string>>;
  readonly caveats: Readonly<Record<string, string>>;
}
const sharedKeys = ['sources', 'definitions', 'caveats'];
const isShared = (file: object): file is Shared => sharedKeys.every((key) => key in file);

/** Where a mark of a picture stands: the line it belongs to, and the day of its as-of counted from 1970-01-01. */
const isPlace = (key: string, value: unknown, record: Record_): boolean =>
  key === 'day'
    ? value === Date.parse(lastDayOf(String(record['as_of']) as DayOrMonth)) / 86_400_000
    : Number.isInteger(value) && Number(value) >= 0 && Number(value) < 100;

/** What stands in such a record beside what is written out: nothing of it may be a number of its own. */
function strayIn(record: Record_, figures: ReadonlyMap<string, Figure>): string[] {
  const id = String(record['id']);
  const figure = figures.get(id);
  return Object.entries(record).flatMap(([key, value]) => {
    if (named.has(key)) return [];
    if (key === 'high') {
      const high = figure?.amount.kind === 'between' ? figure.amount.high : '';
      return value === high ? [] : [`${id}: high is ${String(value)}`];
    }
    if (key === 'shape')
      return value === figure?.amount.kind ? [] : [`${id}: shape is ${String(value)}`];
    if (places.has(key))
      return isPlace(key, value, record) ? [] : [`${id}: ${key} is ${String(value)}`];
    // Ids of breaks.
    if (key === 'side') return /^[a-z0-9. -]*$/.test(String(value)) ? [] : [`${id}: side`];
    return hasNumber(String(value)) ? [`${id}: stray number in ${key}: ${String(value)}`] : [];
  });
}
const named = new Set([
  'id',
  'value',
  'amount',
  'as_of',
  'counts',
  'publisher',
  'source',
  'definition',
  'caveats',
]);
const places = new Set(['line', 'segment', 'day']);

/** Such a record with what it names written out, as a reader of the file finds it. */
function writtenOut(record: Record_, { sources, definitions, caveats }: Shared): Record_ {
  const codes = Array.isArray(record['caveats']) ? record['caveats'].map(String) : [];
  const source = sources[String(record['source'])];
  return {
    id: record['id'],
    value: record['value'],
    amount: record['amount'],
    as_of: record['as_of'],
    from: record['from'],
    counts: record['counts'],
    publisher: record['publisher'],
    source: source?.title,
    address: source?.address,
    definition: definitions[String(record['definition'])],
    caveat_codes: codes.join(';'),
    caveats: codes.map((code) => caveats[code] ?? '').join(' '),
  };
}

interface FeedFile {
  readonly items: readonly {
    readonly id: string;
    readonly title: string;
    readonly content_text: string;
    readonly _caveat: { readonly figures: readonly string[] };
  }[];
}
const isFeed = (file: unknown): file is FeedFile =>
  typeof file === 'object' && file !== null && 'items' in file && 'version' in file;

const without = (text: string, names: readonly string[]) =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, ' '), text);

/** A feed's texts: each figure named stands there whole, and without it no number is left. */
function faultsOfFeed(feed: FeedFile, figures: ReadonlyMap<string, Figure>): string[] {
  // The name of a source may hold a number that counts nobody, as a newspaper's name does.
  const titles = [...new Set([...figures.values()].map(({ source }) => source.title))];
  return feed.items.flatMap(({ id, title, content_text: text, _caveat }) => {
    const faults = hasNumber(without(title, titles)) ? [`${id}: number in the title ${title}`] : [];
    // What had been written and what is right stand side by side, and what a withdrawn figure had said.
    let left = text
      .replace(/: was (?:“[^”]*”|nothing); now (?:“[^”]*”|nothing)\./g, ' ')
      .replace(/^It said:.*$/gm, ' ');
    for (const name of _caveat.figures) {
      const figure = figures.get(name);
      if (!figure) return [...faults, `${id}: unknown figure ${name}`];
      const whole = figureSentence(figure);
      for (const needed of [
        whole,
        figure.source.address,
        figure.definition.text,
        ...figure.caveats.map((caveat) => caveat.text),
      ])
        if (!text.includes(needed)) faults.push(`${id}: ${name} without "${needed.slice(0, 60)}"`);
      left = left.replaceAll(whole, ' ').replaceAll(figure.source.address, ' ');
    }
    return hasNumber(left) ? [...faults, `${id}: stray number in "${left.slice(0, 200)}"`] : faults;
  });
}

/** What a citation may name. */
export interface Citable {
  readonly titles: readonly string[];
  readonly relays: readonly string[];
  readonly addresses: readonly string[];
  readonly revision: string;
}
const isCitation = (file: unknown): file is readonly Record_[] =>
  Array.isArray(file) &&
  file.length > 0 &&
  (file as Record_[]).every((item) => item['container-title'] === 'Caveat');

/** Year, month and day of a day that there is, or as many of them as are known: the only numbers of a citation. */
const isDateParts = (value: unknown): boolean => {
  const [parts, ...more] = (value as { 'date-parts': number[][] })['date-parts'];
  const [year = 0, month = 1, day = 1] = parts ?? [];
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    more.length === 0 &&
    Object.keys(value as object).length === 1 &&
    year > 1900 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  );
};

/** A citation holds no figure: its digits are days, the titles and addresses of publications, and names of this site. */
function faultsOfCitation(item: Record_, cited: Citable): string[] {
  const id = String(item['id']);
  const end = /^caveat-(?:page|series|source)-([a-z0-9._-]+)$/.exec(id)?.[1] ?? '';
  // Of this site: a page of a situation by its kind and id, or one by its name alone.
  const own = new RegExp(
    `^(?:https?://[\\w.:-]+(?:/[a-z-]+)*)?/(?:[a-z]+-\\d{4}/)?(?:(?:series|sources)/${end.replaceAll('.', '\\.')}/|(?:[a-z]+/)?)$`,
  );
  const isLawful: Readonly<Record<string, (value: unknown) => boolean>> = {
    id: () => end !== '',
    title: (value) => cited.titles.includes(String(value)) || !hasNumber(String(value)),
    issued: isDateParts,
    URL: (value) => own.test(String(value)),
    version: (value) => value === cited.revision,
    note: (value) =>
      !hasNumber(without(String(value), [...cited.addresses, ...cited.relays, cited.revision])),
  };
  return Object.entries(item).flatMap(([key, value]) =>
    (isLawful[key] ?? ((other: unknown) => !hasNumber(JSON.stringify(other))))(value)
      ? []
      : [`${id}: stray number in ${key}: ${JSON.stringify(value)}`],
  );
}
/** A break's name may tell its year. */
const isName = (text: unknown): boolean => /^[a-z][a-z0-9-]*$/.test(String(text));

/** What oEmbed wants is a size in px and markup of a frame; no published number may be in it. */
const isOembed = (file: unknown): file is Record_ =>
  typeof file === 'object' && file !== null && 'type' in file && 'html' in file;

const oembedKeys = 'type version title provider_name provider_url width height html';

/** A frame's answer: exactly these fields, and in title and markup a day is the only number but address and size. */
function faultsOfOembed(file: Record_): string[] {
  const said = (key: string) => String(file[key]);
  const faults = [];
  if (Object.keys(file).join(' ') !== oembedKeys)
    faults.push(`fields: ${Object.keys(file).join()}`);
  if (file['type'] !== 'rich' || file['version'] !== '1.0') faults.push('not of oEmbed 1.0');
  for (const key of ['width', 'height'])
    if (!Number.isInteger(file[key]) || Number(file[key]) < 100 || Number(file[key]) > 2000)
      faults.push(`${key}: ${said(key)}`);
  for (const key of ['title', 'provider_name'])
    if (hasNumber(said(key))) faults.push(`stray number at .${key}: ${said(key)}`);
  const frame =
    /^<iframe src="[^"\s]*\/embed\/[a-z0-9._/-]+\/" title="([^"<]*)" width="100%" height="(\d+)" sandbox="[a-z -]+" loading="lazy" referrerpolicy="no-referrer"><\/iframe>$/.exec(
      said('html'),
    );
  if (!frame || hasNumber(frame[1] ?? '') || frame[2] !== said('height'))
    faults.push(`html: ${said('html')}`);
  return faults;
}

/** What stands before the records of a file: its schema and the data revision. */
const isHead = (key: string, value: unknown): boolean =>
  (key === 'data_revision' && /^[\da-f]{10}$/.test(String(value))) ||
  (key === '$schema' && /^[\w:/.-]*\/data\/schemas\/figures\.schema\.json$/.test(String(value)));

/** The same, asked of JSON: a number stands in the record of a figure, or it is a date. */
export function faultsOfJson(
  text: string,
  figures: readonly Figure[],
  cited: Citable = { titles: [], relays: [], addresses: [], revision: '' },
): string[] {
  const known = byId(figures);
  const file = JSON.parse(text) as unknown;
  const shared = typeof file === 'object' && file !== null && isShared(file) ? file : null;
  if (isFeed(file)) return faultsOfFeed(file, known);
  if (isCitation(file)) return file.flatMap((item) => faultsOfCitation(item, cited));
  if (isOembed(file)) return faultsOfOembed(file);
  const look = (value: unknown, path: string): string[] => {
    if (Array.isArray(value)) return value.flatMap((item, i) => look(item, `${path}[${i}]`));
    if (typeof value === 'object' && value !== null) {
      const record = value as Record_;
      if ('id' in record && 'value' in record)
        return shared
          ? [...faultsOfRecord(writtenOut(record, shared), known, true), ...strayIn(record, known)]
          : faultsOfRecord(record, known);
      return Object.entries(record).flatMap(([key, item]) =>
        key === 'situation' ||
        (path === '' && isHead(key, item)) ||
        key === 'address' ||
        (key === 'id' && /^\.breaks\[\d+\]$/.test(path) && isName(item)) ||
        (shared && path.startsWith('.sources.'))
          ? []
          : look(item, `${path}.${key}`),
      );
    }
    if (typeof value === 'number') return [`stray number at ${path}: ${value}`];
    return typeof value === 'string' && hasNumber(value)
      ? [`stray number at ${path}: ${value}`]
      : [];
  };
  return look(file, '');
}
