import type { TableName } from './columns.ts';
import type { Row } from './row.ts';
import { sayCell } from './says.ts';
import { columnsOf } from './things.ts';
import type { State, Stated, Thing } from './things.ts';

/** What a lawful row says. */
export function statedBy<N extends TableName>(thing: Thing, id: string, row: Row<N>): Stated {
  return new StatedRow(thing, id, row as Stated['row'] & Cells);
}

interface Cells {
  raw(column: string): string;
}

/** Takes its cells together only when asked: of nearly all rows only their text is compared. */
class StatedRow implements Stated {
  readonly thing: Thing;
  readonly id: string;
  readonly row: Stated['row'] & Cells;

  constructor(thing: Thing, id: string, row: Stated['row'] & Cells) {
    this.thing = thing;
    this.id = id;
    this.row = row;
  }

  get state(): State {
    const state: Record<string, string> = {};
    for (const column of columnsOf(this.thing)) {
      const text = this.row.raw(column);
      if (text !== '') state[column] = text;
    }
    return state;
  }

  get says(): string {
    let said = '';
    for (const column of columnsOf(this.thing)) {
      const text = this.row.raw(column);
      if (text !== '') said += said === '' ? sayCell(column, text) : ` | ${sayCell(column, text)}`;
    }
    return said;
  }
}
