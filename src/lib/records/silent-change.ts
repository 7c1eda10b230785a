import { apart } from './apart.ts';
import { cellOf, chainsOf, refuseRecord } from './on-record.ts';
import type { Chains, Present } from './on-record.ts';
import { saidAmount } from './said-amount.ts';
import { COLUMNS, LATER_COLUMNS } from './columns.ts';
import type { Corrections } from './corrections.ts';
import { csvLine } from './csv-line.ts';
import type { Published, Recorded } from './published.ts';
import { THINGS, columnsOf, isWording } from './things.ts';
import type { Stated, Thing } from './things.ts';

/**
 * Refuses every published cell that says something else now, and everything published that is gone, unless it is on
 * record; and every record that does not lead from what was published to what is there.
 */
export function refuseSilentChanges(
  present: Present,
  published: Published,
  corrections: Pick<Corrections, 'rows' | 'begun'>,
): void {
  const chains = chainsOf(corrections.rows);
  for (const [name, recorded] of published.records) {
    if (corrections.begun.has(name)) continue;
    const stated = present.stated.get(name);
    if (stated !== undefined) refuseChanged(name, stated, recorded, chains);
    else if (!present.mayHold(recorded.thing, recorded.id)) refuseGone(name, recorded, chains);
  }
  for (const chain of chains.values()) refuseRecord(chain, present, published);
}

function refuseChanged(name: string, stated: Stated, recorded: Recorded, chains: Chains): void {
  if (recorded.withdrawn || recorded.now === stated) return;
  for (const column of columnsOf(stated.thing)) {
    const [was, is] = [recorded.state[column] ?? '', stated.state[column] ?? ''];
    if (was === is || stated.row.isRefused(column)) continue;
    if (was === '' && LATER_COLUMNS[THINGS[stated.thing].table]?.includes(column)) continue;
    // What somebody has begun to put on record is told there.
    const last = chains.get(cellOf(name, column))?.at(-1)?.correction;
    if (last !== undefined && last.new !== was) continue;
    const [published, found] = apart(was, is);
    const line = csvLine([name, column, was, is, 'YYYY-MM-DD', 'correction', '']);
    const what = `expected ${published}, as published, found ${found}; put it back`;
    const ways = `${furtherWay(stated.thing, column)}if it was our error, ${ADD}: ${line}`;
    stated.row.refuse(column, `${what}; ${ways}`);
  }
}

const ADD = 'add this line to corrections.csv, with the day and, at its end, the reason';

/** What else a change may have meant. */
function furtherWay(thing: Thing, column: string): string {
  const reworded = isWording(thing, column)
    ? 'if the words mean the same, write clarification for correction; '
    : '';
  switch (thing) {
    case 'figure':
      return 'a value that the publisher gave later is a publication of its own, in its own file; ';
    case 'source':
      return 'another publication is a source of its own; ';
    case 'definition':
      return `a new way of counting is a new definition; ${reworded}`;
    default:
      return reworded;
  }
}

function refuseGone(name: string, recorded: Recorded, chains: Chains): void {
  const { thing, id, withdrawn, state, row } = recorded;
  if (withdrawn || chains.has(cellOf(name, ''))) return;
  if (thing === 'address') {
    row.refuse('id', goneAddress(id));
    return;
  }
  const file =
    thing === 'figure' ? `figures/${id.split('.')[0] ?? ''}.csv` : `${THINGS[thing].table}.csv`;
  const gone = `expected its row in ${file}, as published, found none`;
  const back = `put it back: ${rowOf(recorded)}`;
  if (thing === 'figure') {
    const withdrawal = csvLine([id, '', saidAmount(state), '', 'YYYY-MM-DD', 'withdrawal', '']);
    row.refuse('id', `${gone}; ${back}; or withdraw it, and ${ADD}: ${withdrawal}`);
  } else {
    const stays = thing === 'correction' ? 'what is on record stays' : 'only figures are withdrawn';
    row.refuse('id', `${gone}; ${stays}; ${back}`);
  }
}

/** What leads to pages stays, or their addresses would lead nowhere; what it is called there may change. */
function goneAddress(id: string): string {
  const [kind = '', name = ''] = id.split(' ');
  return kind === 'situation'
    ? `expected the situation ${name}, as published, found none; addresses contain it; name its folder and the id in situation.yaml ${name} again (its title may change)`
    : `expected the ${kind} ${name} in situation.yaml, as published, found none; addresses contain it; give it its id ${name} again (its label may change)`;
}

/** The line of its own file, as it was published. */
function rowOf({ thing, id, state }: Recorded): string {
  const { table, key } = THINGS[thing];
  const names: readonly string[] = key;
  // Of a withdrawal the column is empty; no other part of a name holds a blank.
  const parts = id.split(' ');
  const named = new Map(
    names.map((column, index) => {
      if (index === 0) return [column, parts[0]];
      return [column, index === names.length - 1 ? parts.at(-1) : parts.slice(1, -1)[0]];
    }),
  );
  return csvLine(COLUMNS[table].map((column) => named.get(column) ?? state[column] ?? ''));
}
