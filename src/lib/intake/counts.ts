import { BadValue } from '#lib/values/bad-value.ts';
import { LARGEST } from '#lib/values/whole.ts';
import { expected } from './refusal.ts';

/** A cell of a number column: a number, or a word that says there is none. */
export type Count = { readonly value: number } | { readonly none: string };

export type NumberForm = 'plain' | 'comma' | 'point' | 'blank';

/** How publishers write that there is no number. None of these is zero. */
const NONE =
  /^(?:|[-\u2013\u2014.*]|\.\.|\u2026|n\/?a|n\.a\.|#n\/a|nan|null|none|nil|not applicable|(?:data )?not available|no data|not collected|unknown|tbd)$/i;
const GROUPS: Readonly<Record<NumberForm, RegExp | null>> = {
  plain: null,
  comma: /^\d{1,3}(?:,\d{3})+$/,
  point: /^\d{1,3}(?:\.\d{3})+$/,
  blank: /^\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+$/,
};

/**
 * A count as a publisher's file has it. Digits alone are a number; anything beside them has a meaning that would be guessed.
 * @throws {BadValue} with what the cell probably is and the way out.
 */
export function readCount(cell: string, form: NumberForm = 'plain'): Count {
  const text = cell.replace(/^ +| +$/g, '');
  if (NONE.test(text)) return { none: text === '' ? 'blank' : text };
  // Programs that know no empty whole number write 2100001.0: one zero is no group of thousands.
  const whole = form === 'point' ? text : text.replace(/(?<=\d)\.0$/, '');
  const grouped = GROUPS[form]?.test(whole) === true;
  const digits = grouped ? whole.replace(/\D/g, '') : whole;
  if (!/^(?:0|[1-9][0-9]*)$/.test(digits)) throw refused(cell, text);
  const value = Number(digits);
  if (value > LARGEST) {
    throw new BadValue(expected('a number of persons', cell, 'more people than ever lived'));
  }
  return { value };
}

/** A cell that says between which numbers the true one lies. */
export interface Bounded {
  readonly qualifier: 'between' | 'up_to' | 'more_than' | 'at_least';
  readonly value: number;
  /** Of a range. */
  readonly high: number | null;
}

const RANGE = /^(.*\d)\s*(?:-|\u2013|\u2014|\bto\b)\s*(\d.*)$/;
const OPEN = /^(<=|>=|<|>|\u2264|\u2265)\s*(\d.*)$/;

/**
 * `10-15`, `<5`, `>=100` and `100+`, whose numbers are written as `form` says; null for any other cell. People are whole: less than
 * five are four at most.
 * @throws {BadValue} where an end is no number, or the second is not the higher one.
 */
export function readBounded(cell: string, form: NumberForm = 'plain'): Bounded | null {
  const text = cell.trim();
  const end = (part: string): number => {
    const count = readCount(part, form);
    if ('value' in count) return count.value;
    throw refused(cell, text);
  };
  const [, sign = '', limit = ''] = OPEN.exec(text) ?? [];
  if (sign === '<') {
    if (end(limit) > 0) return { qualifier: 'up_to', value: end(limit) - 1, high: null };
    throw new BadValue(expected('a number above 0 behind <', cell, 'nobody is less than none'));
  }
  if (sign === '>') return { qualifier: 'more_than', value: end(limit), high: null };
  if (sign !== '')
    return {
      qualifier: sign === '<=' || sign === '\u2264' ? 'up_to' : 'at_least',
      value: end(limit),
      high: null,
    };
  if (/^\d[^+]*\+$/.test(text))
    return { qualifier: 'at_least', value: end(text.slice(0, -1)), high: null };
  const [, low, high] = RANGE.exec(text) ?? [];
  if (low === undefined || high === undefined) return null;
  const ends = [end(low), end(high)] as const;
  if (ends[0] < ends[1]) return { qualifier: 'between', value: ends[0], high: ends[1] };
  const wayOut = 'a range goes from its low end to its high one; ask what the publisher means';
  throw new BadValue(expected('a range', cell, wayOut));
}

function refused(cell: string, text: string): BadValue {
  return new BadValue(expected('a whole number in digits', cell, wayOut(text)));
}

function wayOut(text: string): string {
  if (/^\d[\d.,]*e[+-]?\d+$/i.test(text)) {
    return 'the program that wrote it gave up the last digits; take the number from the publisher';
  }
  if (/[\u00b2\u00b3\u00b9\u2070-\u2079*\u2020\u2021]/.test(text)) {
    return 'the number has a footnote mark; read the footnote, then delete the mark';
  }
  if (
    /^\d{1,3}(?:[.,' \u00a0]\d{3})+ ?\d{1,2}$/.test(text) ||
    /\d[ \u00a0]+\d{1,2}$/.test(text) ||
    /\d ?[[(]\d+[\])]$/.test(text)
  ) {
    return 'the last digits look like a footnote; read it, then write the number alone';
  }
  if (/[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/.test(text)) {
    return 'digits of another script; write 0 to 9';
  }
  if (/^[-\u2212\u2013+(]\s*\d/.test(text))
    return 'a count has no sign; ask what the publisher means';
  if (text.includes('%')) return 'a share is no count; take the number it was made of';
  if (/[\u00a0\u2009\u202f\t]/.test(text))
    return 'it has blanks that do not look like blanks. Write digits alone, or say numbers: blank in the mapping';
  if (/^\d{1,3}(?:[.,' \u2019_]\d{3})+$/.test(text)) {
    return 'the sign may separate thousands or a fraction. Say numbers: comma, point or blank in the mapping';
  }
  if (/^\d+[.,]\d+$/.test(text))
    return 'people are whole; take the number as the publisher gives it';
  if (/^0+\d/.test(text)) return 'numbers do not begin with 0; it may be a code';
  return 'write digits alone; if it means that there is no number, say so under missing in the mapping';
}
