import type { Source } from '#lib/records/model.ts';
import { never } from '#lib/values/bad-value.ts';
import { lastDayOf, nextDay, sortKey } from '#lib/values/day.ts';
import type { Day } from '#lib/values/day.ts';

/**
 * The first day on which a reader could know what a source says. A month counts as over before it
 * is known; what gives no day of its own is known from the day on which it was read.
 */
export function knownFrom(source: Source): Day {
  const { published, retrieved } = source;
  switch (published.kind) {
    case 'day':
    case 'moment':
      return published.day;
    case 'month':
      return nextDay(lastDayOf(published.month));
    case 'undated':
      return retrieved;
    default:
      return never(published);
  }
}

/**
 * When the publisher said it, as text that sorts: the vintage that a paper repeats, else its publication. A paper of which
 * only the month is known sorts before every day of that month: it may have come before each of them, so it displaces
 * none. An undated paper sorts before every other: that we read it late is no sign that it was said late.
 */
export function saidOn(source: Source): string {
  if (source.repeats !== null) return source.repeats;
  const { published } = source;
  return published.kind === 'month' ? `${published.month}-00` : (publicationOf(source) ?? '');
}

/** The day or month of publication as text that sorts; null where none is given. */
export function publicationOf({ published }: Source): string | null {
  switch (published.kind) {
    case 'day':
    case 'moment':
      return published.day;
    case 'month':
      return sortKey(published.month);
    case 'undated':
      return null;
    default:
      return never(published);
  }
}
