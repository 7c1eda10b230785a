import { badValue } from '#lib/values/bad-value.ts';
import { apart } from './apart.ts';
import type { CorrectionRow } from './corrections.ts';
import type { Published, Recorded } from './published.ts';
import { saidAmount } from './said-amount.ts';
import { idIn, nameOf } from './things.ts';
import type { Stated, Thing } from './things.ts';

/** What the seeds say now. */
export interface Present {
  /** By name. */
  readonly stated: ReadonlyMap<string, Stated>;
  /** Whether a row with this id is there, if only one that cannot be read. */
  mayHold(thing: Thing, id: string): boolean;
}

/** All that was put on record about one cell, or, under no column, about a whole figure; in the order of rows. */
export type Chains = ReadonlyMap<string, readonly CorrectionRow[]>;

export const cellOf = (name: string, column: string) => `${name} ${column}`;

export function chainsOf(corrections: readonly CorrectionRow[]): Chains {
  const chains = new Map<string, CorrectionRow[]>();
  for (const one of corrections) {
    const cell = cellOf(one.correction.thing, one.correction.column);
    const chain = chains.get(cell);
    if (chain) chain.push(one);
    else chains.set(cell, [one]);
  }
  return chains;
}

/** Refuses what is on record about one cell or figure when it does not lead from what was published to what is there. */
export function refuseRecord(
  chain: readonly CorrectionRow[],
  present: Present,
  published: Published,
): void {
  const [{ correction }] = chain as [CorrectionRow];
  const recorded = published.records.get(correction.thing);
  if (recorded === undefined) return;
  const fresh = chain.filter(
    ({ row }) => !published.records.has(nameOf('correction', idIn('correction', row))),
  );
  refuseDays(chain, fresh, cameOutOn(recorded, present));
  const stated = present.stated.get(correction.thing);
  if (correction.column === '') refuseWithdrawal(chain, recorded, stated);
  else if (stated !== undefined || !present.mayHold(recorded.thing, recorded.id)) {
    refuseChain(chain, fresh, recorded, stated ?? recorded);
  }
}

function refuseWithdrawal(
  chain: readonly CorrectionRow[],
  { state, withdrawn }: Recorded,
  stated: Stated | undefined,
): void {
  const [{ correction, row }, second] = chain as [CorrectionRow, CorrectionRow?];
  if (second !== undefined) {
    const wayOut = `line ${row.line} has withdrawn it; delete this one`;
    second.row.refuse('figure', badValue('each figure once', correction.thing, wayOut).message);
  }
  if (stated !== undefined) {
    const wayOut = withdrawn
      ? 'its row is back; delete it there, a withdrawn figure does not come back'
      : 'its row is still there; delete that, or this line';
    const expected = 'a figure that is gone from its file';
    row.refuse('figure', badValue(expected, correction.thing, wayOut).message);
  } else if (correction.old !== saidAmount(state)) {
    const expected = `${saidAmount(state)}, as published`;
    row.refuse('old', badValue(expected, correction.old, 'write what the figure had said').message);
  }
}

/** From what was published, each from what the one before had left, to what is there. */
function refuseChain(
  chain: readonly CorrectionRow[],
  fresh: readonly CorrectionRow[],
  recorded: Recorded,
  now: Pick<Stated, 'state'>,
): void {
  const last = chain.at(-1) as CorrectionRow;
  const { column } = last.correction;
  const [was, is] = [recorded.state[column] ?? '', now.state[column] ?? ''];
  for (const [index, { correction, row }] of chain.slice(1).entries()) {
    const before = chain[index] as CorrectionRow;
    if (correction.old === before.correction.new) continue;
    const [left, found] = apart(before.correction.new, correction.old);
    row.refuse('old', `expected ${left}, which line ${before.row.line} left, found ${found}`);
    return;
  }
  const [begins] = fresh;
  if (begins && begins.correction.old !== was) {
    const [there, found] = apart(was, begins.correction.old);
    begins.row.refuse('old', `expected ${there}, as published, found ${found}; write that`);
  } else if (begins && was === is) {
    const wayOut = 'what was published is still there; delete this line, or correct the cell';
    begins.row.refuse(
      'new',
      badValue('a change of the cell', begins.correction.new, wayOut).message,
    );
  } else if (last.correction.new !== is) {
    // A change after the last one on record is told where it stands.
    if (last.correction.new === was) return;
    const [there, found] = apart(is, last.correction.new);
    const wayOut = 'write that, or correct the cell itself';
    last.row.refuse('new', `expected ${there}, which is there now, found ${found}; ${wayOut}`);
  } else if (!begins && was !== is) {
    const [there, found] = apart(was, last.correction.new);
    last.row.refuse('new', `expected ${there}, as published, found ${found}; write that`);
  }
}

/** The day on which the source of a figure came out: nobody can have erred about it before. Null where none is given. */
function cameOutOn({ thing, id }: Recorded, { stated }: Present): string | null {
  if (thing !== 'figure') return null;
  const [source = ''] = id.split('.');
  const published = stated.get(nameOf('source', source))?.state['published'] ?? '';
  return published === '' ? null : published.slice(0, 'YYYY-MM-DD'.length);
}

/** A correction dated back would change pages of past days without a word on them. */
function refuseDays(
  chain: readonly CorrectionRow[],
  fresh: readonly CorrectionRow[],
  first: string | null,
): void {
  for (const { correction, row } of fresh) {
    const before = chain[chain.findIndex((one) => one.row === row) - 1]?.correction.day ?? null;
    const least = before !== null && before > (first ?? '') ? before : first;
    if (least === null || correction.day >= least) continue;
    const wayOut = 'a correction has the day on which it is made';
    row.refuse('day', badValue(`a day not before ${least}`, correction.day, wayOut).message);
  }
}
