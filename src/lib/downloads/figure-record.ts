import type { Figure } from '#lib/records/model.ts';
import type { ColumnName } from '#lib/wording/data.ts';
import { columns, type Cell } from '#lib/downloads/data/columns.ts';
import type { Edition } from '#lib/downloads/data/edition.ts';
import { passedOn } from '#lib/downloads/data/passed-on.ts';

export type FigureRecord = Readonly<Record<ColumnName, Cell>>;

/**
 * A figure as a flat record for files: every record carries its source, address, caveats and definition, so that
 * a single line cut out of the file still says what it is. What may only be cited has no number in it.
 */
export function figureRecord(figure: Figure, edition: Edition): FigureRecord {
  const isPassedOn = passedOn(figure);
  return Object.fromEntries(
    columns.map(({ name, tells, cell }) => {
      const said = tells && !isPassedOn ? null : cell(figure, edition);
      return [name, said === '' ? null : said];
    }),
  ) as FigureRecord;
}
