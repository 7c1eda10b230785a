import { BadValue, badValue, never } from './bad-value.ts';
import { parseChoice } from './choice.ts';
import { refusalOfStated } from './stated-as.ts';
import { parseOptionalText } from './text.ts';
import { parseWhole } from './whole.ts';

/**
 * What a source says of a number of people, as it says it: whole, never negative, `low` < `high`.
 * There is no midpoint: a range stays a range, a word stays a word.
 */
export type Amount =
  | { kind: 'exact' | 'at_least' | 'more_than' | 'about' | 'nearly' | 'up_to'; value: number }
  | { kind: 'between'; low: number; high: number }
  | { kind: 'word'; word: string }
  | { kind: 'withheld' | 'unknown' | 'not_collected' };

export type Qualifier = Amount['kind'];

export const QUALIFIERS = [
  'exact',
  'at_least',
  'more_than',
  'about',
  'nearly',
  'up_to',
  'between',
  'word',
  'withheld',
  'unknown',
  'not_collected',
] as const satisfies readonly Qualifier[];

/** The four cells of an amount, as written. */
export interface AmountCells {
  readonly qualifier: string;
  readonly value: string;
  readonly valueHigh: string;
  readonly statedAs: string;
}

/** A refusal of one of the four cells, which it names. */
export class BadAmount extends BadValue {
  override name = 'BadAmount';
  readonly cell: keyof AmountCells;

  constructor(cell: keyof AmountCells, message: string, options?: ErrorOptions) {
    super(message, options);
    this.cell = cell;
  }
}

/** @throws {BadAmount} naming the cell at fault. */
export function parseAmount(cells: AmountCells): Amount {
  const kind = read(cells, 'qualifier', (text) => parseChoice(text, QUALIFIERS));
  read(cells, 'statedAs', parseOptionalText);
  const amount = amountOf(kind, cells);
  const refusal = refusalOfStated(cells.statedAs, numbersIn(amount));
  if (refusal !== null) throw new BadAmount('statedAs', refusal);
  return amount;
}

function amountOf(kind: Qualifier, cells: AmountCells): Amount {
  switch (kind) {
    case 'exact':
    case 'at_least':
    case 'more_than':
    case 'about':
    case 'nearly':
    case 'up_to':
      leaveEmpty(cells, 'valueHigh', `only "between" has a second value, this is ${kind}`);
      return { kind, value: read(cells, 'value', persons) };
    case 'between': {
      const low = read(cells, 'value', persons);
      const high = read(cells, 'valueHigh', persons);
      if (high > low) return { kind, low, high };
      const message = badValue(
        `a number above ${low}`,
        cells.valueHigh,
        'write the low end as value',
      );
      throw new BadAmount('valueHigh', message.message);
    }
    case 'word':
      leaveEmpty(cells, 'value', 'a word stays a word: no number is made of it');
      leaveEmpty(cells, 'valueHigh', 'a word stays a word: no number is made of it');
      if (cells.statedAs !== '') return { kind, word: cells.statedAs };
      throw new BadAmount('statedAs', badValue('the word the source used', '').message);
    case 'withheld':
    case 'unknown':
    case 'not_collected':
      leaveEmpty(cells, 'value', `where the number is ${kind} none is written, not even 0`);
      leaveEmpty(cells, 'valueHigh', `where the number is ${kind} none is written, not even 0`);
      return { kind };
    default:
      return never(kind);
  }
}

/**
 * The numbers between which a source's own words place the true one, ends included; null where they
 * say nothing of that side. "About" states neither end: how far off it may be is not said. "Nearly"
 * has no low end, and its high end is the number itself; "up to" begins at 0 because people are counted.
 */
export function bounds(amount: Amount): { low: number | null; high: number | null } {
  switch (amount.kind) {
    case 'exact':
      return { low: amount.value, high: amount.value };
    case 'at_least':
      return { low: amount.value, high: null };
    case 'more_than':
      return { low: amount.value + 1, high: null };
    case 'nearly':
      return { low: null, high: amount.value };
    case 'up_to':
      return { low: 0, high: amount.value };
    case 'between':
      return { low: amount.low, high: amount.high };
    case 'about':
    case 'word':
    case 'withheld':
    case 'unknown':
    case 'not_collected':
      return { low: null, high: null };
    default:
      return never(amount);
  }
}

/** The numbers a source stated: one, the two ends of a range, or none. */
export function numbersIn(amount: Amount): readonly number[] {
  if ('value' in amount) return [amount.value];
  return amount.kind === 'between' ? [amount.low, amount.high] : [];
}

const persons = (text: string) => parseWhole(text, 'a whole number of persons');

function read<T>(cells: AmountCells, cell: keyof AmountCells, parse: (text: string) => T): T {
  try {
    return parse(cells[cell]);
  } catch (cause) {
    if (!(cause instanceof BadValue)) throw cause;
    throw new BadAmount(cell, cause.message, { cause });
  }
}

function leaveEmpty(cells: AmountCells, cell: 'value' | 'valueHigh', why: string): void {
  if (cells[cell] === '') return;
  throw new BadAmount(cell, badValue('an empty cell', cells[cell], why).message);
}
