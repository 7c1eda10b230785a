import { badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { parseDay } from '#lib/values/day.ts';
import { parseIdentifier } from '#lib/values/identifier.ts';
import { parseList } from '#lib/values/list.ts';
import { optional } from '#lib/values/optional.ts';
import { parseText } from '#lib/values/text.ts';
import { caveatsOf } from './caveats.ts';
import { idsOf, refuseCircles } from './links.ts';
import type { Break, Caveat, Definition, Measure, Publisher } from './model.ts';
import { register } from './register.ts';
import type { Register } from './register.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';

export interface DefinitionWords {
  readonly measures: Register<Measure>;
  readonly publishers: Register<Publisher>;
  readonly caveats: Register<Caveat>;
  readonly breaks: readonly Break[];
}

export function readDefinitions(
  file: string,
  table: Table<'definitions'>,
  words: DefinitionWords,
): Register<Definition> {
  const known = idsOf('a definition', file, table, 'id');
  refuseCircles(table, 'id', 'replaces');
  return register('a definition', file, table, 'id', (row) => {
    const cells = row.read({
      id: parseIdentifier,
      publisher: words.publishers.find,
      measures: (text) => {
        if (text === '') throw badValue('the measures it covers', text);
        return parseList(text, words.measures.find).map(({ id }) => id);
      },
      statistic: (text) => parseChoice(text, ['stock', 'flow', 'cumulative']),
      label: parseText,
      text: parseText,
      from: optional(parseDay),
      until: optional(parseDay),
      replaces: optional(known.find),
      break_day: optional(parseDay),
      break_reason: optional(parseText),
      caveats: caveatsOf(words.caveats),
    });
    if (cells === null || !isWhole(row, cells)) return null;
    const { break_day: breakDay, break_reason: breakReason, ...rest } = cells;
    const breaks = words.breaks.filter(
      ({ before, after }) => before.includes(rest.id) && after.includes(rest.id),
    );
    return { ...rest, breakDay, breakReason, breaks };
  });
}

type Checked = Pick<Definition, 'from' | 'until' | 'replaces'> & {
  break_day: string | null;
  break_reason: string | null;
};

/** A break is three cells: what it replaces, when, and why, even if no reason was published. */
function isWhole(row: Row<'definitions'>, cells: Checked): boolean {
  let whole = true;
  const refuse = (column: Parameters<typeof row.refuse>[0], expected: string, wayOut: string) => {
    whole = false;
    row.refuse(column, badValue(expected, row.raw(column), wayOut).message);
  };
  if (cells.from !== null && cells.until !== null && cells.until < cells.from) {
    refuse('until', `a day not before ${cells.from}`, 'a definition ends after it began');
  }
  if (cells.replaces !== null) {
    if (cells.break_day === null) {
      refuse('break_day', 'the day of the break', `it replaces ${cells.replaces}`);
    }
    if (cells.break_reason === null) {
      refuse(
        'break_reason',
        'the reason of the break',
        'write no reason published where there is none',
      );
    }
  } else if (cells.break_day !== null || cells.break_reason !== null) {
    refuse('replaces', 'the definition it took the place of', 'or leave day and reason empty too');
  }
  return whole;
}
