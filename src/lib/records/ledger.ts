import { COLUMNS } from './columns.ts';
import { csvLine } from './csv-line.ts';
import { WITHDRAWN, recordOf } from './published.ts';
import type { Recorded } from './published.ts';
import { sayState } from './says.ts';
import { THINGS, nameOf } from './things.ts';
import type { State, Stated, Thing } from './things.ts';

/** One thing that readers will see otherwise than it was published. */
export interface LedgerChange {
  readonly thing: Thing;
  readonly id: string;
  /** Null for what is new. */
  readonly was: State | null;
  /** Null for a figure that is withdrawn. */
  readonly is: State | null;
}

/** What the seeds say, beside what `published.csv` says of them. Only of lawful seeds. */
export class Ledger {
  /** Of `published.csv`, below the seeds' folder. */
  readonly path: string;
  /** By name. */
  readonly stated: ReadonlyMap<string, Stated>;
  readonly published: ReadonlyMap<string, Recorded>;

  constructor(
    path: string,
    stated: ReadonlyMap<string, Stated>,
    published: ReadonlyMap<string, Recorded>,
  ) {
    this.path = path;
    this.stated = stated;
    this.published = published;
  }

  /** `published.csv` as it is to be: every thing by its kind and id, so that a change is one line of a diff. */
  text(): string {
    const stated = [...this.stated.values()].map(({ thing, id, state }) => ({ thing, id, state }));
    const gone = [...this.published]
      .filter(([name]) => !this.stated.has(name))
      .map(([, { id, state }]) => ({ thing: WITHDRAWN, id, state }) as const);
    const order: readonly string[] = [...Object.keys(THINGS), WITHDRAWN];
    const rows = [...stated, ...gone]
      .sort((a, b) => order.indexOf(a.thing) - order.indexOf(b.thing) || (a.id < b.id ? -1 : 1))
      .map(({ thing, id, state }) => csvLine([thing, id, sayState(state)]));
    const record = rows.length === 0 ? [] : [recordOf(rows)];
    return `${[csvLine(COLUMNS.published), ...record, ...rows].join('\n')}\n`;
  }

  /** In the order of `text`. */
  changes(): LedgerChange[] {
    const kinds = Object.keys(THINGS);
    const changes: LedgerChange[] = [];
    for (const [name, { thing, id, state }] of this.stated) {
      const was = this.published.get(name)?.state ?? null;
      if (was === null || sayState(was) !== sayState(state))
        changes.push({ thing, id, was, is: state });
    }
    for (const [name, { thing, id, state, withdrawn }] of this.published) {
      if (!withdrawn && !this.stated.has(name)) changes.push({ thing, id, was: state, is: null });
    }
    return changes.sort(
      (a, b) =>
        kinds.indexOf(a.thing) - kinds.indexOf(b.thing) ||
        (nameOf(a.thing, a.id) < nameOf(b.thing, b.id) ? -1 : 1),
    );
  }
}
