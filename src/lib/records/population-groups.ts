import { badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { parseDay, parseDayOrMonth } from '#lib/values/day.ts';
import type { Day } from '#lib/values/day.ts';
import { parseList } from '#lib/values/list.ts';
import { optional } from '#lib/values/optional.ts';
import { parseText } from '#lib/values/text.ts';
import { decidedCaveats } from './caveats.ts';
import type { FigureWordLists } from './figure.ts';
import type {
  Definition,
  Measure,
  ObservationStatus,
  Place,
  Population,
  Verification,
} from './model.ts';
import type { Table } from './table.ts';

/** Where a portal's groups come from: each has ids of its own. */
export const PORTALS = ['odp', 'odp-table', 'odp-series', 'refugee-data-finder', 'hapi'] as const;
export type Portal = (typeof PORTALS)[number];

/** A rule for taking numbers: what they count, and how a row of them is written. */
export interface CountingRule {
  readonly measure: Measure;
  readonly population: Population;
  readonly definition: Definition;
  /** Out of the situation's country to the place, back into it, or inside it. */
  readonly way: 'out' | 'back' | 'inside';
  /** A day or month, `as_of` for counts of single days, `year` for counts of calendar years; empty for a stock. */
  readonly periodStart: string;
  readonly verification: Verification;
  readonly status: ObservationStatus;
  /** As a cell: codes parted by `;`, or `none`. */
  readonly caveats: string;
}

/** What one group of a portal counts; `rule` is null for a group that is known and not taken. */
export interface PopulationGroup {
  readonly portal: Portal;
  readonly group: string;
  /** As the portal writes it. */
  readonly name: string;
  /** Ids of the places for which this row speaks; empty for all that no other row of the group names. */
  readonly places: readonly string[];
  readonly rule: CountingRule | null;
  /** The first and last day a number of this group can speak about under this row. */
  readonly from: Day | null;
  readonly until: Day | null;
  readonly saidBy: string;
}

/** The groups in the order of their rows; what is wrong with one becomes a fault. */
export function readPopulationGroups(
  file: string,
  table: Table<'population-groups'>,
  words: FigureWordLists,
): PopulationGroup[] {
  const groups: PopulationGroup[] = [];
  const lines = new Map<string, number>();
  for (const row of table.rows) {
    const isTaken = row.raw('measure') !== '';
    const whenTaken =
      <T>(parse: (text: string) => T) =>
      (text: string): T | null => {
        if (isTaken) return parse(text);
        if (text === '') return null;
        throw badValue('an empty cell', text, 'a group without a measure is known and not taken');
      };
    const cells = row.read({
      portal: (text) => parseChoice(text, PORTALS),
      group: parseText,
      name: parseText,
      places: (text) => parseList(text, words.places.find).map(({ id }: Place) => id),
      way: whenTaken((text) => parseChoice(text, ['out', 'back', 'inside'])),
      measure: whenTaken(words.measures.find),
      population: whenTaken(words.populations.find),
      definition: whenTaken(words.definitions.find),
      period_start: whenTaken(parsePeriodStart),
      from: optional(parseDay),
      until: optional(parseDay),
      verification: whenTaken((text) =>
        parseChoice(text, ['verified', 'reported', 'claimed', 'estimated']),
      ),
      status: whenTaken((text) =>
        parseChoice(text, ['A', 'B', 'D', 'E', 'F', 'P', 'U', 'V', 'W', 'L']),
      ),
      caveats: whenTaken(decidedCaveats(words.caveats)),
      said_by: parseText,
    });
    if (cells === null) continue;
    const key = [cells.portal, cells.group, row.raw('places'), cells.from].join('|');
    const first = lines.get(key);
    if (first !== undefined) {
      row.refuse(
        'group',
        badValue('each group once for its places', cells.group, `it is on line ${first}`).message,
      );
    }
    lines.set(key, first ?? row.line);
    const { measure, population, definition, way, verification, status } = cells;
    const { portal, group, name, places, from, until, said_by: saidBy } = cells;
    const common = { portal, group, name, places, from, until, saidBy };
    if (measure === null || population === null || definition === null || way === null) {
      groups.push({ ...common, rule: null });
      continue;
    }
    if (!definition.measures.includes(measure.id)) {
      row.refuse(
        'definition',
        badValue(`a definition that covers ${measure.id}`, definition.id).message,
      );
    }
    const periodStart = cells.period_start ?? '';
    if (verification === null || status === null) continue;
    groups.push({
      ...common,
      rule: {
        ...{ measure, population, definition, way, periodStart, verification, status },
        caveats: row.raw('caveats'),
      },
    });
  }
  return groups;
}

/** @throws {BadValue} for what is neither a day, a month, `as_of`, `year` nor nothing. */
export function parsePeriodStart(text: string): string {
  return text === '' || text === 'as_of' || text === 'year' ? text : parseDayOrMonth(text);
}
