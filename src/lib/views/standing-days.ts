import type { Library } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { publicationDays } from './days.ts';
import { knownOnEachDay } from './known.ts';
import { summaryOn } from './summary.ts';

/** On which publication days' summaries each figure and event stands, ascending, by its id. */
export function standingDays(library: Library): ReadonlyMap<string, readonly Day[]> {
  const days = new Map<string, Day[]>();
  for (const known of knownOnEachDay(library, publicationDays(library))) {
    const { figures, events } = summaryOn(library, known);
    for (const { id } of [...figures, ...events]) {
      const its = days.get(id);
      if (its) its.push(known.day);
      else days.set(id, [known.day]);
    }
  }
  return days;
}
