import { QUALIFIERS } from '#lib/values/amount.ts';
import { BadValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { firstDayOf, lastDayOf } from '#lib/values/day.ts';
import type { DayOrMonth } from '#lib/values/day.ts';
import type { Break, Definition, Place } from '#lib/records/model.ts';
import type { CountingRule } from '#lib/records/population-groups.ts';
import { daysOf } from '#lib/records/source.ts';
import { leftAside } from '#lib/wording/left-aside.ts';
import { readBounded, readCount } from './counts.ts';
import type { Candidate, FileReading, Statement, Wishes, Writing } from './model.ts';
import { expected, ofRow } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { ruleFor } from './rules.ts';
import { isSumName, placeOf } from './words.ts';
import type { IntakeWords } from './words.ts';
import { readWrittenDay } from './written-day.ts';

export type Resolved = Candidate | Refusal | { readonly passed: string };

/** A number with all cells of its row, or why it cannot be one. */
export function resolve(
  statement: Statement,
  reading: FileReading,
  wishes: Wishes,
  words: IntakeWords,
): Resolved {
  const { writing } = reading;
  const refused = (column: string, cause: unknown): Refusal => {
    if (!(cause instanceof BadValue)) throw cause;
    return ofRow(statement.line, column, cause.message);
  };
  const home = words.library.situation.country;
  // A table of many kinds has rows of people going back: the other country is then the origin.
  const goesBack =
    statement.ruling.kind === 'mapping' &&
    statement.origin !== '' &&
    statement.origin !== home.id &&
    [statement.name, statement.code].includes(home.id);
  if (statement.origin !== '' && statement.origin !== home.id && !goesBack) {
    return { passed: leftAside.elsewhere(home.id) };
  }
  const hasMapping = wishes.mapping !== null;
  let place: Place;
  try {
    place = goesBack
      ? placeOf(words, statement.origin, '', writing.places, hasMapping)
      : placeOf(words, statement.name, statement.code, writing.places, hasMapping);
  } catch (cause) {
    // A row without any number says nothing that could be refused, unless it is a sum.
    const isEmpty = statement.value.trim() === '' && !isSumName(statement.name);
    return isEmpty ? { passed: leftAside.noNumber('blank') } : refused('place', cause);
  }
  let count: Counted;
  try {
    const found = countIn(statement, writing);
    if ('passed' in found) return found;
    count = found;
  } catch (cause) {
    return refused(statement.column, cause);
  }
  let asOf: DayOrMonth;
  try {
    asOf = dayOf(statement, writing, wishes, reading.proposals);
  } catch (cause) {
    return refused(statement.dayColumn, cause);
  }
  try {
    const plainRule = ruleFor(statement.ruling, place, firstDayOf(asOf), wishes, words);
    const rule = goesBack ? { ...plainRule, way: 'back' as const } : plainRule;
    refuseOtherTimes(rule.definition, place, asOf, wishes, words);
    if (rule.way === 'inside' && place.id !== home.id) {
      throw new BadValue(
        expected(
          `a number about ${home.label}`,
          place.label,
          `${rule.measure.label} are counted inside the country`,
        ),
      );
    }
    return {
      file: reading.file,
      line: statement.line,
      unit: reading.unit,
      column: statement.column,
      about: place.id,
      rule,
      asOf,
      value: count.value,
      cells: cellsOf(rule, place, home, asOf, count),
    };
  } catch (cause) {
    return refused('', cause);
  }
}

interface Counted {
  readonly value: number | null;
  readonly cells: Readonly<Record<'value' | 'value_high' | 'qualifier' | 'stated_as', string>>;
}

/** The number, its qualifier and what else makes an amount; or that there is none. */
function countIn(
  { value: text, ruling }: Statement,
  writing: Writing,
): Counted | { passed: string } {
  const said = ruling.kind === 'mapping' ? ruling.said : {};
  const without = (qualifier: string): Counted => ({
    value: null,
    cells: { value: '', value_high: '', qualifier, stated_as: said.stated_as ?? '' },
  });
  const mapped = writing.missing.get(text.trim());
  if (mapped !== undefined) return without(mapped);
  const qualifier = said.qualifier ?? writing.qualifier;
  parseChoice(qualifier, QUALIFIERS);
  if (['word', 'withheld', 'unknown', 'not_collected'].includes(qualifier)) {
    if (text.trim() === '') return without(qualifier);
    throw new BadValue(
      expected('an empty cell', text, `where the number is ${qualifier} none is written`),
    );
  }
  const bounded = readBounded(text, writing.numbers);
  if (bounded !== null) {
    if (said.qualifier !== undefined || said.value_high !== undefined || qualifier !== 'exact')
      throw new BadValue(
        expected(`one number, as the file calls it ${qualifier}`, text, 'leave out one of the two'),
      );
    const { value, high } = bounded;
    return {
      value: null,
      cells: {
        value: String(value),
        value_high: high === null ? '' : String(high),
        qualifier: bounded.qualifier,
        stated_as: said.stated_as ?? '',
      },
    };
  }
  const count = readCount(text, writing.numbers);
  if ('none' in count) return { passed: leftAside.noNumber(count.none) };
  const high = said.value_high === undefined ? null : readCount(said.value_high, writing.numbers);
  return {
    value: count.value,
    cells: {
      value: String(count.value),
      value_high: high !== null && 'value' in high ? String(high.value) : '',
      qualifier,
      stated_as: said.stated_as ?? '',
    },
  };
}

function dayOf(
  statement: Statement,
  writing: Writing,
  wishes: Wishes,
  proposals: Readonly<Record<string, string>>,
): DayOrMonth {
  const { day: text, isYear } = statement;
  const cameOut = daysOf(wishes.published)?.last ?? null;
  if (isYear && !/^(?:19|20|21)\d{2}$/.test(text.trim())) {
    throw new BadValue(
      expected('a year', text, 'download the file again, and open it in no spreadsheet'),
    );
  }
  const asOf = isYear
    ? readWrittenDay(`${text.trim()}-12-31`)
    : readWrittenDay(text, writing.dates);
  const extracted = proposals['retrieved'];
  const read =
    isYear && extracted !== undefined && extracted < wishes.retrieved
      ? extracted
      : wishes.retrieved;
  if (cameOut !== null && firstDayOf(asOf) > cameOut && firstDayOf(asOf) <= read) {
    const why = `its source was published on ${cameOut} and cannot have said this`;
    throw new BadValue(expected('a day not after the publication', text, why));
  }
  if (lastDayOf(asOf) <= read) return asOf;
  const wayOut = isYear
    ? `the year had not ended when the file was read (${read}). Its number is for another day, which the file does not give`
    : `it was read on ${read}; a number cannot be for a later day`;
  throw new BadValue(expected('a day that was over when the file was taken', text, wayOut));
}

/** A rule that did not hold on that day, or that the publisher had given up when it said the number. */
function refuseOtherTimes(
  definition: Definition,
  place: Place,
  asOf: DayOrMonth,
  wishes: Wishes,
  words: IntakeWords,
): void {
  const { id, from, until } = definition;
  const day = firstDayOf(asOf);
  if (until !== null && day > until) {
    throw new BadValue(
      `expected a day until ${until}, on which ${id} ended, found "${asOf}"; ${successors(id, words)}`,
    );
  }
  const said = daysOf(wishes.published)?.first ?? null;
  // A stock read after the rule began can still be of a day before it: a country that had sent nothing newer.
  const isStale =
    definition.statistic === 'stock' && said !== null && from !== null && said >= from;
  if (from !== null && lastDayOf(asOf) < from && !isStale) {
    throw new BadValue(
      `expected a day from ${from}, on which ${id} begins, found "${asOf}"; name the definition by which it was counted`,
    );
  }
  if (said === null) return;
  const next = nextOf(id, words).filter(({ breakDay }) => breakDay !== null);
  const broke = next
    .map(({ breakDay }) => breakDay ?? '')
    .sort()
    .at(0);
  if (until !== null && broke !== undefined && said >= broke) {
    throw new BadValue(
      `expected a publication before ${broke}, when the publisher changed ${id}, found one of ${said}. The definition changed under the same header; ${successors(id, words)}`,
    );
  }
  const early = words.library.breaks.find((one) => isOnlyAfter(one, id, place) && said < one.day);
  if (early !== undefined) {
    throw new BadValue(
      `expected a publication from ${early.day} on, from which ${id} counts, found one of ${said}; ${early.what}`,
    );
  }
}

function isOnlyAfter({ before, after, places }: Break, id: string, place: Place): boolean {
  return (
    after.includes(id) && !before.includes(id) && (places.length === 0 || places.includes(place.id))
  );
}

function nextOf(id: string, words: IntakeWords): Definition[] {
  return [...words.library.definitions.values()].filter(({ replaces }) => replaces === id);
}

function successors(id: string, words: IntakeWords): string {
  const next = nextOf(id, words).map((definition) => definition.id);
  return next.length === 0
    ? 'name the definition by which it was counted'
    : `${next.join(' or ')} came after it: name the one by which it was counted`;
}

function cellsOf(
  rule: CountingRule,
  place: Place,
  home: Place,
  asOf: DayOrMonth,
  count: Counted,
): Record<string, string> {
  const { measure, population, definition, periodStart } = rule;
  const isBack = rule.way === 'back';
  return {
    measure: measure.id,
    population: population.id,
    origin: isBack ? place.id : home.id,
    place: isBack ? home.id : place.id,
    definition: definition.id,
    period_start:
      periodStart === 'as_of'
        ? asOf
        : periodStart === 'year'
          ? `${asOf.slice(0, 4)}-01-01`
          : // Of people on one day a file may repeat the day as the start of its period.
            definition.statistic === 'stock' && periodStart === asOf
            ? ''
            : periodStart,
    as_of: asOf,
    ...count.cells,
    verification: rule.verification,
    status: rule.status,
    caveats: rule.caveats,
    locator: '',
    note: '',
  };
}
