import { BadValue } from '#lib/values/bad-value.ts';
import { columnsOf } from './things.ts';
import type { State, Thing } from './things.ts';

/**
 * A state as one readable cell: `qualifier: at_least | value: 102`. A bar inside a text is doubled; texts neither begin
 * nor end with a blank, so that a single bar between blanks always parts two cells.
 */
export function sayState(state: State): string {
  return Object.entries(state)
    .map(([column, text]) => `${column}: ${text.replaceAll('|', '||')}`)
    .join(' | ');
}

/** What `sayState` wrote. @throws {BadValue} for what it would not have written of such a thing. */
export function parseState(thing: Thing, says: string): State {
  const columns = columnsOf(thing);
  const state: Record<string, string> = {};
  for (const cell of says === '' ? [] : says.split(' | ')) {
    const [, column = '', text = ''] = /^([a-z_]+): (.+)$/.exec(cell) ?? [];
    if (!columns.includes(column) || column in state) {
      const known = `cells of a ${thing} (${columns.join(', ')}), each once`;
      throw new BadValue(
        `expected ${known}, found ${JSON.stringify(cell)}; take the file as it was last recorded`,
      );
    }
    state[column] = text.replaceAll('||', '|');
  }
  return state;
}
