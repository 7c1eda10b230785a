import type { Event, Library } from '#lib/records/model.ts';
import { dayNumber } from '#lib/values/day.ts';
import type { Day } from '#lib/values/day.ts';
import { knownFrom } from './vintage.ts';

const SHOWN = 8;

/** For how many days something that happened is context, and for how many a change of counting. */
const DAYS = 31;
const METHOD_DAYS = 366;

/**
 * The context known on `day`: what happened in the month up to it, the newest first, then apart the changes of counting in the
 * year up to it; in all the first eight.
 */
export function eventsOn({ events }: Library, day: Day): Event[] {
  const recent = events
    .filter((event) => event.day <= day && knownFrom(event.source) <= day)
    .filter(
      (event) => dayNumber(day) - dayNumber(event.day) <= (isMethod(event) ? METHOD_DAYS : DAYS),
    )
    .sort((a, b) => (a.day === b.day ? 0 : a.day > b.day ? -1 : 1));
  return [...recent.filter((event) => !isMethod(event)), ...recent.filter(isMethod)].slice(
    0,
    SHOWN,
  );
}

/** Whether it is a change in how something is counted and nothing that happened. */
export const isMethod = ({ kind }: Event): boolean => kind === 'method';
