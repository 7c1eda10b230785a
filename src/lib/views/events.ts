import type { Event, Library } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { knownFrom } from './vintage.ts';

const SHOWN = 8;

/** The context known on `day`, newest first: talks, calls and changes of method alike, the last eight entries. */
export function eventsOn({ events }: Library, day: Day): Event[] {
  return events
    .filter((event) => event.day <= day && knownFrom(event.source) <= day)
    .sort((a, b) => (a.day === b.day ? 0 : a.day > b.day ? -1 : 1))
    .slice(0, SHOWN);
}
