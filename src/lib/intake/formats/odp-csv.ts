import type { Opened, Understood, Wishes } from '#lib/intake/model.ts';
import { ofFile } from '#lib/intake/refusal.ts';
import { sheetOf } from '#lib/intake/sheet.ts';

const HEADER = ['data_date', 'individuals'];

export function isOdpCsv({ rows }: Opened): string | null {
  const cells = rows[0]?.cells.map((cell) => cell.trim()) ?? [];
  return HEADER.every((name) => cells.includes(name)) &&
    !cells.includes('population_group_id') &&
    cells.length <= 4
    ? 'its header is data_date and individuals'
    : null;
}

/** The portal's own export of one place's series: neither the place nor the rule stand in it. */
export function readOdpCsv(opened: Opened, wishes: Wishes): Understood {
  const sheet = sheetOf(opened.rows, 0, opened.refusals);
  const refusals = [...sheet.refusals];
  if (wishes.place === null) {
    refusals.push(ofFile('expected the place, found none in the file; give it (--place POL)'));
  }
  if (wishes.definition === null && wishes.group === null) {
    refusals.push(
      ofFile(
        'expected the definition by which it counts, found none in the file; give it (--definition unhcr-crossings-by-day)',
      ),
    );
  }
  const [day, value] = HEADER.map((name) => sheet.headers.indexOf(name)) as [number, number];
  return {
    columns: sheet.headers.map((header) => ({
      header,
      takenFor: header === 'data_date' ? 'as_of' : header === 'individuals' ? 'value' : 'not read',
    })),
    statements: sheet.rows.map(({ line, cells }) => ({
      line,
      column: 'individuals',
      name: '',
      code: wishes.place ?? '',
      origin: '',
      day: cells[day] ?? '',
      dayColumn: 'data_date',
      isYear: false,
      value: cells[value] ?? '',
      ruling:
        wishes.group === null
          ? { kind: 'flags' }
          : { kind: 'group', portal: 'odp-series', group: wishes.group, name: '' },
    })),
    refusals,
  };
}
