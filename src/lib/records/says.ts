import { BadValue } from '#lib/values/bad-value.ts';
import { columnsOf } from './things.ts';
import type { State, Thing } from './things.ts';

/**
 * A state as one readable cell: `qualifier: at_least | value: 102`. A bar inside a text is doubled; texts neither begin
 * nor end with a blank, so that a single bar between blanks always parts two cells.
 */
export function sayState(state: State): string {
  return Object.entries(state)
    .map(([column, text]) => sayCell(column, text))
    .join(' | ');
}

/** One cell of it. */
export const sayCell = (column: string, text: string): string =>
  `${column}: ${text.includes('|') ? text.replaceAll('|', '||') : text}`;

/** What `sayState` wrote. @throws {BadValue} for what it would not have written of such a thing. */
export function parseState(thing: Thing, says: string): State {
  const columns = columnsOf(thing);
  const isOneLine = !/[\n\r\u2028\u2029]/.test(says);
  const state: Record<string, string> = {};
  for (const cell of says === '' ? [] : says.split(' | ')) {
    const end = cell.indexOf(': ');
    const [column, text] = [cell.slice(0, Math.max(end, 0)), cell.slice(end + 2)];
    if (!isOneLine || !columns.includes(column) || text === '' || column in state) {
      const known = `cells of a ${thing} (${columns.join(', ')}), each once`;
      throw new BadValue(
        `expected ${known}, found ${JSON.stringify(cell)}; take the file as it was last recorded`,
      );
    }
    state[column] = text.includes('|') ? text.replaceAll('||', '|') : text;
  }
  return state;
}
