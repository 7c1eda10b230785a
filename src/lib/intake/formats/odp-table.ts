import type { Opened, Statement, Understood } from '#lib/intake/model.ts';
import { ofFile } from '#lib/intake/refusal.ts';
import { sheetOf } from '#lib/intake/sheet.ts';
import type { IntakeWords } from '#lib/intake/words.ts';

const bare = (header: string) => header.trim().replace(/\*+$/, '').trim();

export function isOdpTable({ rows }: Opened, words: IntakeWords): string | null {
  const cells = rows[0]?.cells.map(bare) ?? [];
  const known = cells.filter((cell) => groupNamed(words, cell) !== null);
  if (!cells.includes('Data Date') || !cells.includes('Country') || known.length === 0) return null;
  return `it has Country, Data Date and ${known.length === 1 ? 'a column' : `${known.length} columns`} of the portal’s table`;
}

function groupNamed(words: IntakeWords, name: string): string | null {
  return words.groups.find((row) => row.portal === 'odp-table' && row.name === name)?.group ?? null;
}

/** The portal's table of four measures, copied with its footnote marks and with a date for each country. */
export function readOdpTable(opened: Opened, words: IntakeWords): Understood {
  const sheet = sheetOf(opened.rows, 0, opened.refusals);
  const refusals = [...sheet.refusals];
  const at = (name: string) => sheet.headers.map(bare).indexOf(name);
  const [code, country, day] = [at('iso_code'), at('Country'), at('Data Date')];
  const groups = sheet.headers.map((header) => groupNamed(words, bare(header)));
  for (const [index, header] of sheet.headers.entries()) {
    if (groups[index] !== null || [code, country, day].includes(index)) continue;
    const what = `expected the columns of the portal’s table, found "${header}"; unknown population group: what it counts is not known. Add a row with its definition to population-groups.csv, or delete the column`;
    refusals.push(ofFile(what, opened.rows[0]?.line ?? 1));
  }
  const statements: Statement[] = sheet.rows.flatMap(({ line, cells }) =>
    groups.flatMap((group, index) =>
      group === null
        ? []
        : [
            {
              line,
              column: sheet.headers[index] ?? '',
              name: cells[country] ?? '',
              code: code === -1 ? '' : (cells[code] ?? ''),
              origin: '',
              day: cells[day] ?? '',
              dayColumn: 'Data Date',
              isYear: false,
              value: cells[index] ?? '',
              ruling: {
                kind: 'group',
                portal: 'odp-table',
                group,
                name: bare(sheet.headers[index] ?? ''),
              } as const,
            },
          ],
    ),
  );
  return {
    columns: sheet.headers.map((header, index) => ({
      header,
      takenFor:
        index === code
          ? 'place, by its code'
          : index === country
            ? 'place, by its name'
            : index === day
              ? 'as_of'
              : groups[index] !== null
                ? `value of group ${groups[index] ?? ''}`
                : 'not read',
    })),
    statements,
    refusals,
  };
}
