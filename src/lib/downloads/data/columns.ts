import type { Figure } from '#lib/records/model.ts';
import { bounds, QUALIFIERS } from '#lib/values/amount.ts';
import type { Published } from '#lib/values/published.ts';
import type { MapSpan } from '#lib/views/map-spans.ts';
import { dataTexts, type ColumnName, type MapColumnName } from '#lib/wording/data.ts';
import { citationSentence, figureSentence } from '#lib/wording/figures.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { pageOf, type Edition } from './edition.ts';
import { passedOn } from './passed-on.ts';

/** Null is an empty cell: never zero, never an empty text. */
export type Cell = string | number | null;

/**
 * What a cell can be. `day` is a day or a month, `published` one of them or a moment with offset, `address` one that is
 * whole, `page` one that may begin at the site's top, `list` several separated by `;`.
 */
export type ColumnType =
  'text' | 'id' | 'count' | 'day' | 'published' | 'address' | 'page' | 'list' | 'code';

/** What is said of a column. All formats and the page that explains them are made from these. */
interface Described<Name> {
  readonly name: Name;
  readonly type: ColumnType;
  /** The HXL hashtag with its attributes. */
  readonly hxl: `#${string}`;
  /** Whose name it is. */
  readonly standard: 'HDX HAPI' | 'SDMX' | 'Caveat';
  /** Whether the cell of no row is empty. */
  readonly always: boolean;
  /** The only texts it can hold, where these are few. */
  readonly allowed: readonly string[] | null;
  /** Whether it tells the number itself, which a file of figures to be cited only must not. */
  readonly tells: boolean;
}

/** One column of the data files. */
export interface Column extends Described<ColumnName> {
  readonly cell: (figure: Figure, edition: Edition) => Cell;
}

/** One column that a map's file has before these: in which states of the map the figure stands. */
export interface MapColumn extends Described<MapColumnName> {
  readonly cell: (span: MapSpan) => Cell;
}

type Rest = Omit<Column, 'name' | 'type' | 'hxl' | 'cell'>;
const defaults: Rest = { standard: 'Caveat', always: true, allowed: null, tells: false };
const column = (
  name: ColumnName,
  type: ColumnType,
  hxl: `#${string}`,
  cell: Column['cell'],
  rest: Partial<Rest> = {},
): Column => ({ name, type, hxl, cell, ...defaults, ...rest });
const hapi = { standard: 'HDX HAPI' } as const;
const optional = { always: false } as const;
/** A number in one form or another: nothing of it is told of what may only be cited. */
const number = { always: false, tells: true } as const;

const verifications = ['verified', 'reported', 'claimed', 'estimated'] as const;
const statuses = ['A', 'B', 'D', 'E', 'F', 'P', 'U', 'V', 'W', 'L'] as const;

export const columns: readonly Column[] = [
  column('id', 'id', '#meta+id', ({ id }) => id),
  column('sentence', 'text', '#description', (figure) =>
    passedOn(figure) ? figureSentence(figure) : citationSentence(figure),
  ),
  column('page', 'page', '#meta+url+page', ({ id }, edition) => pageOf(edition, id)),
  column('location_code', 'code', '#loc+code', ({ place }) => place.id, hapi),
  column('location_name', 'text', '#loc+name', ({ place }) => place.label, hapi),
  column('origin_location_code', 'code', '#loc+origin+code', ({ origin }) => origin.id, hapi),
  column('origin_location_name', 'text', '#loc+origin+name', ({ origin }) => origin.label, hapi),
  column('population_group', 'id', '#group+population', ({ population }) => population.id, hapi),
  column('measure', 'id', '#indicator+code', ({ measure }) => measure.id),
  column(
    'statistic',
    'text',
    '#indicator+type',
    ({ definition }) => definition.statistic as string,
    { allowed: ['stock', 'flow', 'cumulative'] },
  ),
  column('definition_id', 'id', '#meta+definition+id', ({ definition }) => definition.id),
  column(
    'definition',
    'text',
    '#meta+definition',
    ({ definition }) => `${definition.label}. ${definition.text}`,
  ),
  column('series', 'id', '#meta+series+id', ({ series }) => series),
  column(
    'reference_period_start',
    'day',
    '#date+start',
    ({ periodStart, asOf }) => periodStart ?? asOf,
    hapi,
  ),
  column('reference_period_end', 'day', '#date+end', ({ asOf }) => asOf as string, hapi),
  column('as_of', 'day', '#date+as_of', ({ asOf }) => asOf as string),
  column(
    'published',
    'published',
    '#date+published',
    ({ source }) => publishedText(source.published),
    optional,
  ),
  column('qualifier', 'text', '#indicator+qualifier', ({ amount }) => amount.kind, {
    allowed: QUALIFIERS,
  }),
  column(
    'value',
    'count',
    '#indicator+value+num',
    ({ amount }) => ('value' in amount ? amount.value : null),
    number,
  ),
  column(
    'value_low',
    'count',
    '#indicator+value+low',
    ({ amount }) => (amount.kind === 'between' ? amount.low : null),
    number,
  ),
  column(
    'value_high',
    'count',
    '#indicator+value+high',
    ({ amount }) => (amount.kind === 'between' ? amount.high : null),
    number,
  ),
  column('bound_low', 'count', '#indicator+bound+low', ({ amount }) => bounds(amount).low, number),
  column(
    'bound_high',
    'count',
    '#indicator+bound+high',
    ({ amount }) => bounds(amount).high,
    number,
  ),
  column('amount', 'text', '#indicator+value+text', ({ amount }) => amountText(amount), number),
  column('stated_as', 'text', '#indicator+stated', ({ statedAs }) => statedAs, number),
  column(
    'not_passed_on',
    'text',
    '#meta+withheld',
    (figure) => (passedOn(figure) ? null : dataTexts.notPassedOn),
    { ...optional, allowed: [dataTexts.notPassedOn] },
  ),
  column('publisher', 'text', '#org+publisher+name', ({ definition }) => definition.publisher.name),
  column(
    'publisher_part',
    'text',
    '#org+publisher+part',
    ({ definition }) => definition.publisher.part,
  ),
  column('verification', 'text', '#status+verification', ({ verification }) => verification, {
    allowed: verifications,
  }),
  column('obs_status', 'text', '#status+obs', ({ status }) => status, {
    standard: 'SDMX',
    allowed: statuses,
  }),
  column(
    'caveat_codes',
    'list',
    '#meta+caveat+code+list',
    ({ caveats }) => caveats.map(({ code }) => code).join(';'),
    optional,
  ),
  column(
    'caveats',
    'text',
    '#meta+caveat',
    ({ caveats }) => caveats.map(({ text }) => text).join(' '),
    optional,
  ),
  column(
    'caveats_from',
    'list',
    '#meta+caveat+date+list',
    ({ caveatsFrom }) =>
      Object.entries(caveatsFrom)
        .map(([code, day]) => `${code}@${day}`)
        .join(';'),
    optional,
  ),
  column('source_id', 'id', '#meta+source+id', ({ source }) => source.id),
  column('source', 'text', '#meta+source', ({ source }) => source.title),
  column('address', 'address', '#meta+source+url', ({ source }) => source.address),
  column('relay_of', 'text', '#meta+source+relay', ({ source }) => source.relayOf, optional),
  column('licence', 'text', '#meta+license', ({ source }) => source.licence),
  column('redistribution', 'text', '#meta+redistribution', ({ source }) => source.redistribution, {
    allowed: ['may', 'cite', 'forbids'],
  }),
  column('locator', 'text', '#meta+locator', ({ locator }) => locator, optional),
  column('note', 'text', '#meta+note', ({ note }) => note, optional),
  column('data_revision', 'text', '#meta+revision', (_figure, { revision }) => revision),
];

const mapColumn = (
  name: MapColumnName,
  type: ColumnType,
  hxl: `#${string}`,
  cell: MapColumn['cell'],
  rest: Partial<Rest> = {},
): MapColumn => ({ name, type, hxl, cell, ...defaults, ...rest });

export const mapColumns: readonly MapColumn[] = [
  mapColumn('map_from', 'day', '#date+map+start', ({ mapFrom }) => mapFrom),
  mapColumn('map_until', 'day', '#date+map+end', ({ mapUntil }) => mapUntil, optional),
  mapColumn('known_from', 'day', '#date+known+start', ({ knownFrom }) => knownFrom),
  mapColumn('known_until', 'day', '#date+known+end', ({ knownUntil }) => knownUntil, optional),
  mapColumn('beside', 'text', '#indicator+beside', ({ isBeside }) => (isBeside ? 'yes' : null), {
    ...optional,
    allowed: ['yes'],
  }),
];

/** As in the seeds: a day, a day and time with offset, a month, or nothing. */
function publishedText(published: Published): string | null {
  switch (published.kind) {
    case 'day':
      return published.day;
    case 'moment':
      return `${published.day}T${published.time}${published.offset}`;
    case 'month':
      return published.month;
    case 'undated':
      return null;
  }
}
