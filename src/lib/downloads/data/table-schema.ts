import { dataTexts } from '#lib/wording/data.ts';
import { columns, type Column } from './columns.ts';
import { DAY, PUBLISHED } from './json-schema.ts';

/** The columns as a Table Schema, for programs that read Frictionless Data Packages. */
export const tableSchema = {
  fields: columns.map(fieldOf),
  primaryKey: ['id'],
  missingValues: [''],
};

function fieldOf({ name, type, always, allowed }: Column) {
  return {
    name,
    type: type === 'count' ? 'integer' : 'string',
    ...(type === 'address' ? { format: 'uri' } : {}),
    description: dataTexts.columns[name],
    constraints: {
      ...(always ? { required: true } : {}),
      ...(name === 'id' ? { unique: true } : {}),
      ...(allowed === null ? {} : { enum: allowed }),
      ...(type === 'count' ? { minimum: 0 } : {}),
      ...(type === 'day' ? { pattern: DAY } : {}),
      ...(type === 'published' ? { pattern: PUBLISHED } : {}),
    },
  };
}
