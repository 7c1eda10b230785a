import { BadValue, badValue } from './bad-value.ts';
import { dayNumber, parseDay, parseDayOrMonth, isMonth } from './day.ts';
import type { Day, Month } from './day.ts';

/**
 * When a publication came out, as precisely as it says.
 * `minute` counts minutes from 1970-01-01T00:00Z, so that two moments in different offsets compare.
 * `day` of a moment is the day as written (local to its offset).
 */
export type Published =
  | { kind: 'day'; day: Day }
  | { kind: 'moment'; day: Day; time: string; offset: string; minute: number }
  | { kind: 'month'; month: Month }
  | { kind: 'undated' };

const EXPECTED =
  'a day (YYYY-MM-DD), a day and time with offset (YYYY-MM-DDTHH:MM+HH:MM), a month (YYYY-MM) or nothing';

/**
 * Nothing is a document that gives no day of its own. `Z` is read as the offset `+00:00`.
 * @throws {BadValue} for another form; also for a time without offset, which is no moment anywhere.
 */
export function parsePublished(text: string): Published {
  if (text === '') return { kind: 'undated' };
  if (text.includes('T')) return parseMoment(text);
  try {
    const when = parseDayOrMonth(text);
    return isMonth(when) ? { kind: 'month', month: when } : { kind: 'day', day: when };
  } catch (cause) {
    if (cause instanceof BadValue) throw badValue(EXPECTED, text, wayOutOf(cause));
    throw cause;
  }
}

function parseMoment(text: string): Published {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(Z|([+-])(\d{2}):(\d{2}))?$/.exec(text);
  if (parts === null) throw badValue(EXPECTED, text, 'write minutes, no seconds, and the offset');
  const [, written = '', hours = '', minutes = '', offset, sign, offsetHours, offsetMinutes] =
    parts;
  if (offset === undefined) {
    throw badValue(EXPECTED, text, 'add the offset, such as +02:00 or Z, or write the day alone');
  }
  if (Number(hours) > 23 || Number(minutes) > 59) {
    throw badValue(EXPECTED, text, 'a day has the times 00:00 to 23:59');
  }
  const ahead = Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0);
  if (ahead > 14 * 60 || Number(offsetMinutes ?? 0) > 59 || (ahead === 0 && sign === '-')) {
    throw badValue(EXPECTED, text, 'offsets go from -14:00 to +14:00; none is written +00:00 or Z');
  }
  const day = parseDay(written);
  const local = dayNumber(day) * 1440 + Number(hours) * 60 + Number(minutes);
  return {
    kind: 'moment',
    day,
    time: `${hours}:${minutes}`,
    offset: offset === 'Z' ? '+00:00' : offset,
    minute: sign === '-' ? local + ahead : local - ahead,
  };
}

/** What the day's own refusal advises, behind its semicolon. */
function wayOutOf({ message }: BadValue): string {
  const [, wayOut = ''] = /"; (.*)$/.exec(message) ?? [];
  return wayOut;
}
