import { badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { parseDay } from '#lib/values/day.ts';
import { parseOptionalText, parseText } from '#lib/values/text.ts';
import type { Correction, CorrectionKind } from './model.ts';
import type { Published } from './published.ts';
import { Register } from './register.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';
import { THINGS, columnsOf, idIn, isThing, isWording } from './things.ts';
import type { Thing } from './things.ts';

const KINDS = ['correction', 'clarification', 'withdrawal'] as const satisfies CorrectionKind[];

export interface CorrectionRow {
  readonly correction: Correction;
  readonly row: Row<'corrections'>;
}

export interface Corrections {
  /** In the order of their rows. */
  readonly rows: readonly CorrectionRow[];
  /** Of what the rows that cannot be read may have put on record: it is told once, there. */
  readonly begun: ReadonlySet<string>;
  /** By the name under which `published.csv` keeps them: they too stay as they are. */
  readonly register: Register<Correction>;
}

/** `known` are the names of all that the seeds say or said. */
export function readCorrections(
  table: Table<'corrections'>,
  known: Register<string>,
  published: Published,
): Corrections {
  const rows: CorrectionRow[] = [];
  const begun = new Set<string>();
  const lines = new Map<string, number>();
  for (const row of table.rows) {
    const correction = readCorrection(row, known, published);
    if (correction === null) {
      begun.add(row.raw('figure'));
      continue;
    }
    rows.push({ correction, row });
    const id = idIn('correction', row);
    const first = lines.get(id);
    if (first === undefined) lines.set(id, row.line);
    else {
      const wayOut = `line ${first} is one of it, too; write one, from the first content to the last`;
      row.refuse('day', badValue('one correction of a cell a day', correction.day, wayOut).message);
    }
  }
  const records = new Map(rows.map(({ correction, row }) => [idIn('correction', row), correction]));
  const whole = table.whole && rows.length === table.rows.length;
  return {
    rows,
    begun,
    register: new Register('a correction', 'corrections.csv', records, new Set(), whole),
  };
}

function readCorrection(
  row: Row<'corrections'>,
  known: Register<string>,
  published: Published,
): Correction | null {
  const cells = row.read({
    figure: (text) => {
      const name = known.find(text);
      if (published.records.has(name) || !published.whole) return name;
      const wayOut = 'what was not published yet is changed without a correction; delete this line';
      throw badValue('something that was published', text, wayOut);
    },
    column: parseOptionalText,
    old: parseOptionalText,
    new: parseOptionalText,
    day: parseDay,
    kind: (text) => parseChoice(text, KINDS),
    reason: parseText,
  });
  if (cells === null) return null;
  const { figure: thing, ...rest } = cells;
  const correction = { thing, ...rest };
  return isPossible(row, correction) ? correction : null;
}

/** What a name speaks of: see `nameOf`. */
function thingOf(name: string): Thing {
  const [first = ''] = name.split('/');
  return name.includes('/') && isThing(first) ? first : 'figure';
}

function isPossible(row: Row<'corrections'>, correction: Correction): boolean {
  let possible = true;
  const refuse = (column: Parameters<typeof row.refuse>[0], expected: string, wayOut: string) => {
    possible = false;
    row.refuse(column, badValue(expected, row.raw(column), wayOut).message);
  };
  const thing = thingOf(correction.thing);
  if (correction.kind === 'withdrawal') {
    if (thing !== 'figure') {
      refuse('kind', 'correction or clarification', `only a figure is withdrawn, a ${thing} stays`);
      return possible;
    }
    for (const column of ['column', 'new'] as const) {
      if (correction[column] === '') continue;
      refuse(column, 'an empty cell', 'a withdrawal takes the whole figure away');
    }
    return possible;
  }
  const columns = columnsOf(thing);
  if (!columns.includes(correction.column)) {
    const wayOut =
      columns.length === 0
        ? 'an address stays as it is'
        : `of a ${thing} these are published: ${columns.join(', ')}`;
    refuse('column', `a column of ${THINGS[thing].table}`, wayOut);
  } else if (correction.kind === 'clarification' && !isWording(thing, correction.column)) {
    const wayOut = 'only our own wording is made clearer: the labels and texts of shared words';
    refuse('kind', 'correction', wayOut);
  }
  if (correction.old === correction.new) {
    refuse('new', `another value than ${correction.old || 'nothing'}`, '');
  }
  return possible;
}
