import { BadValue } from '#lib/values/bad-value.ts';
import { parseDay, parseMonth } from '#lib/values/day.ts';
import type { DayOrMonth } from '#lib/values/day.ts';
import { expected } from './refusal.ts';

export type DateForm =
  'YYYY-MM-DD' | 'YYYY-MM' | 'D Month YYYY' | 'DD/MM/YYYY' | 'DD.MM.YYYY' | 'MM/DD/YYYY';

/** A day with a time that is none: what programs write for a day alone. */
const MIDNIGHT = /^(\d{4}-\d{2}-\d{2})[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?$/;

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
];
const WANTED = 'a day as YYYY-MM-DD or in English words (30 August 2022)';

/**
 * A day as a publisher writes it. Words and the year first are understood; an order of numbers only where the mapping says it.
 * @throws {BadValue} for what a spreadsheet made of a date, and for what could be two days.
 */
export function readWrittenDay(cell: string, form: DateForm = 'YYYY-MM-DD'): DayOrMonth {
  const text = cell.trim();
  const day =
    form === 'YYYY-MM' && /^\d{4}-\d{2}$/.test(text) ? parseMonth(text) : dayOf(text, form);
  if (day === null) throw new BadValue(expected(WANTED, cell, wayOut(text)));
  if (/^(?:1899-12-3[01]|1900-01-0[01]|1904-01-01|1970-01-01)/.test(day)) {
    throw new BadValue(expected(WANTED, cell, 'programs write this day where there was none'));
  }
  return day;
}

function dayOf(text: string, form: DateForm): DayOrMonth | null {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseDay(text);
  const [, stamped] = MIDNIGHT.exec(text) ?? [];
  if (stamped !== undefined) return parseDay(stamped);
  const words = /^(\d{1,2}) ([A-Za-z]{3,9})\.?,? (\d{4})$/.exec(text) ?? null;
  if (words !== null) return inWords(words[1], words[2], words[3]);
  const american = /^([A-Za-z]{3,9})\.? (\d{1,2}), (\d{4})$/.exec(text);
  if (american !== null) return inWords(american[2], american[1], american[3]);
  const sign = form === 'DD.MM.YYYY' ? '.' : '/';
  const [a = '', b = '', year = '', more] = text.split(sign);
  const isForm = form === 'DD/MM/YYYY' || form === 'DD.MM.YYYY' || form === 'MM/DD/YYYY';
  const isOrder = [a, b].every((part) => /^\d{1,2}$/.test(part)) && /^\d{4}$/.test(year);
  if (!isForm || !isOrder || more !== undefined) return null;
  const [day, month] = form === 'MM/DD/YYYY' ? [b, a] : [a, b];
  if (Number(month) > 12)
    throw new BadValue(
      expected(
        `a day as ${form}, as the mapping says`,
        text,
        'there is no such month: the file writes its days in two ways. Write this one like the others',
      ),
    );
  return parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** The month of an English name, whole or of three letters, from 1; null for no such name. */
export function monthOf(name: string): number | null {
  const word = name.trim().toLowerCase();
  const month = MONTHS.findIndex(
    (known) =>
      known === word ||
      (word.length === 3 && known.startsWith(word)) ||
      (word === 'sept' && known === 'september'),
  );
  return month === -1 ? null : month + 1;
}

function inWords(day = '', name = '', year = ''): DayOrMonth | null {
  const month = monthOf(name);
  if (month === null) return null;
  return parseDay(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function wayOut(text: string): string {
  if (text === '') return 'give the day it is for (--as-of)';
  if (/^year .*, month /.test(text))
    return 'write the year with four digits, and the month as 1 to 12 or in English';
  if (/^\d{4}$/.test(text))
    return 'a year is no day; find the day on which the publisher closed the count';
  if (/^\d{4}-\d{2}$/.test(text) || /^[A-Za-z]{3,9} \d{4}$/.test(text)) {
    return 'a month is no day; if the publisher gives no more, say dates: YYYY-MM in the mapping';
  }
  if (/^[2-6]\d{4}(?:\.\d+)?$/.test(text)) {
    return 'a spreadsheet’s day number; show the column as YYYY-MM-DD and save again';
  }
  if (/^\d{1,2}[-/ .][A-Za-z]{3,9}$|^[A-Za-z]{3,9}[-/ .]\d{1,2}$/.test(text)) {
    return 'a spreadsheet has made a date of something else, or lost the year. Open the publisher’s own file without one';
  }
  if (/^\d{1,2}[-/ .](?:\d{1,2}|[A-Za-z]{3,9})[-/ .]\d{2}$/.test(text))
    return 'write the year with four digits';
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text))
    return 'it has a time, and elsewhere that can be another day. Write the day where the count was closed';
  if (/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(text))
    return 'say dates: DD.MM.YYYY in the mapping, if the day comes first';
  if (/^\d{1,2}-\d{1,2}-\d{4}$/.test(text))
    return 'day and month could be exchanged; show the column as YYYY-MM-DD and save again';
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(text)) {
    return 'day and month could be exchanged; say dates: DD/MM/YYYY or MM/DD/YYYY in the mapping';
  }
  if (/^\d{8}$/.test(text)) return 'write the hyphens';
  return 'write the year first, then month and day';
}
