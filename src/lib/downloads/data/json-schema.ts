import { addresses } from '#lib/wording/addresses.ts';
import { dataTexts } from '#lib/wording/data.ts';
import { columns, mapColumns, type Column, type MapColumn } from './columns.ts';
import type { Edition } from './edition.ts';

/** A day or a month. */
export const DAY = '^\\d{4}-\\d{2}(-\\d{2})?$';
/** One of them, or a moment with its offset. */
export const PUBLISHED = '^\\d{4}-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}[+-]\\d{2}:\\d{2})?)?$';
const REVISION = '^[0-9a-f]{10}$';
const mapNames = mapColumns.map(({ name }) => name);

/** The JSON Schema (draft 2020-12) of every file of figures in JSON: columns, their texts, and what goes with what. */
export function figuresSchema({ site }: Pick<Edition, 'site'>): string {
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `${site ?? ''}${addresses.figuresSchema}`,
    title: dataTexts.schemaTitle,
    type: 'object',
    required: ['$schema', 'situation', 'data_revision', 'figures'],
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      situation: { type: 'string', pattern: '^[a-z0-9-]+$' },
      data_revision: { type: 'string', pattern: REVISION },
      map: { type: 'string', pattern: '^[a-z0-9-]+$' },
      figures: { type: 'array', items: { $ref: '#/$defs/figure' } },
    },
    // The file of a map says of each figure in which states it stands; no other file does.
    if: { required: ['map'] },
    then: { properties: { figures: { items: { required: mapNames } } } },
    else: {
      properties: {
        figures: {
          items: { properties: Object.fromEntries(mapNames.map((name) => [name, false])) },
        },
      },
    },
    $defs: {
      figure: {
        type: 'object',
        required: columns.map(({ name }) => name),
        additionalProperties: false,
        properties: Object.fromEntries(
          [...mapColumns, ...columns].map((column) => [column.name, propertyOf(column)]),
        ),
        allOf: rules,
      },
    },
  };
  return `${JSON.stringify(schema, null, 1)}\n`;
}

const texts = { ...dataTexts.mapColumns, ...dataTexts.columns };

function propertyOf({ name, type, always, allowed }: Column | MapColumn) {
  const kind = type === 'count' ? 'integer' : 'string';
  return {
    description: texts[name],
    type: always ? kind : [kind, 'null'],
    ...(allowed === null ? {} : { enum: always ? allowed : [...allowed, null] }),
    ...(type === 'count' ? { minimum: 0 } : {}),
    ...(type === 'day' ? { pattern: DAY } : {}),
    ...(type === 'published' ? { pattern: PUBLISHED } : {}),
    ...(type === 'address' ? { format: 'uri' } : {}),
    ...(type === 'page' ? { format: 'uri-reference' } : {}),
    ...(name === 'data_revision' ? { pattern: REVISION } : {}),
  };
}

const NONE = { type: 'null' };
const COUNT = { type: 'integer' };
const only = (name: string, ...texts: readonly string[]) => ({
  properties: { [name]: { enum: texts } },
});
const mayPass = only('redistribution', 'may', 'cite');

/** A number is where its qualifier promises one, and nowhere where its publication forbids passing it on. */
const rules = [
  {
    if: only('redistribution', 'forbids'),
    then: {
      properties: {
        ...Object.fromEntries(columns.filter(({ tells }) => tells).map(({ name }) => [name, NONE])),
        not_passed_on: { type: 'string' },
      },
    },
    else: { properties: { not_passed_on: NONE, amount: { type: 'string' } } },
  },
  {
    if: {
      allOf: [
        mayPass,
        only('qualifier', 'exact', 'at_least', 'more_than', 'about', 'nearly', 'up_to'),
      ],
    },
    then: { properties: { value: COUNT, value_low: NONE, value_high: NONE } },
  },
  {
    if: { allOf: [mayPass, only('qualifier', 'between')] },
    then: { properties: { value: NONE, value_low: COUNT, value_high: COUNT } },
  },
  {
    if: only('qualifier', 'word', 'withheld', 'unknown', 'not_collected'),
    then: {
      properties: {
        value: NONE,
        value_low: NONE,
        value_high: NONE,
        bound_low: NONE,
        bound_high: NONE,
      },
    },
  },
];
