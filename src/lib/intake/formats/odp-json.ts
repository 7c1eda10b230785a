import { hasKey, itemsAt, keysOf, textAt, valueAt } from '#lib/intake/json-text.ts';
import type { Json } from '#lib/intake/json-text.ts';
import type { Opened, Statement, Understood, Wishes } from '#lib/intake/model.ts';
import { ofFile, ofRow } from '#lib/intake/refusal.ts';
import type { Refusals } from '#lib/intake/refusal.ts';

/** UNHCR's portal gives places and totals as a list, a series by date as a list under `timeseries`. */
function entriesOf(json: Json | null): readonly Json[] {
  if (Array.isArray(json)) return itemsAt(json);
  const data = valueAt(json, 'data');
  const series = valueAt(data, 'timeseries');
  if (series !== undefined) return itemsAt(series);
  return keysOf(data).length > 0 ? [data as Json] : itemsAt(data);
}

const groupOf = (entry: Json | undefined) =>
  textAt(entry, 'population_group_id') || textAt(itemsAt(entry, 'population_groups')[0], 'id');

export function isOdpJson({ json }: Opened): string | null {
  const [first] = entriesOf(json);
  if (first === undefined || !hasKey(first, 'individuals')) return null;
  return hasKey(first, 'geomaster_name')
    ? 'its entries have geomaster_name and individuals'
    : 'its entries have individuals with the portal’s dates';
}

export function readOdpJson({ json }: Opened, wishes: Wishes): Understood {
  const refusals: Refusals = [];
  const statements: Statement[] = [];
  const outer = valueAt(json, 'data');
  for (const [index, entry] of entriesOf(json).entries()) {
    const line = index + 1;
    const all = itemsAt(entry, 'population_groups');
    const group = groupOf(entry) || groupOf(outer) || (wishes.group ?? '');
    if (all.length > 1) {
      const names = all.map((one) => `${textAt(one, 'id')} ${textAt(one, 'name')}`).join(', ');
      const what = `expected one population group, found ${all.length} in one number (${names}); ask the portal for each alone`;
      refusals.push(ofRow(line, 'individuals', what));
      continue;
    }
    const name = textAt(all[0], 'name') || textAt(entry, 'population_groups_concat');
    statements.push({
      line,
      column: 'individuals',
      name: textAt(entry, 'geomaster_name') || (wishes.place ?? ''),
      code: '',
      origin: textAt(all[0], 'pop_origin_code'),
      day: textAt(entry, 'date') || textAt(entry, 'data_date') || (wishes.asOf ?? ''),
      dayColumn: hasKey(entry, 'date') ? 'date' : 'data_date',
      isYear: false,
      value: textAt(entry, 'individuals'),
      ruling:
        group === '' && wishes.definition !== null
          ? { kind: 'flags' }
          : { kind: 'group', portal: 'odp', group, name },
    });
  }
  if (statements.length === 0 && refusals.length === 0) {
    refusals.push(ofFile('expected entries under data, found none; ask the portal again'));
  }
  return {
    unit: 'entry',
    columns: [
      {
        header: 'geomaster_name',
        takenFor: 'place, by its name; geomaster_id is not trusted alone',
      },
      { header: 'date or data_date', takenFor: 'as_of' },
      { header: 'individuals', takenFor: 'value' },
      {
        header: 'population_group_id',
        takenFor: 'measure, population and definition, by population-groups.csv',
      },
    ],
    statements,
    refusals,
  };
}
