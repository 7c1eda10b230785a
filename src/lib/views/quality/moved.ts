import type { Figure, Library } from '#lib/records/model.ts';
import { numbersIn } from '#lib/values/amount.ts';
import type { Amount } from '#lib/values/amount.ts';
import type { Day } from '#lib/values/day.ts';
import { shownCounters } from '#lib/views/counters.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { knownFrom } from '#lib/views/vintage.ts';

/** A headline of the newest summary that would become another number, in a way in which slips look. */
export interface MovedHeadline {
  readonly counter: string;
  readonly before: Figure;
  /** Null where the counter would have none. */
  readonly now: Figure | null;
  /** `far`: more than a fifth, or no number any more. `digits`: two exchanged, or one dropped or added. */
  readonly how: 'far' | 'digits';
}

/** A share of the old number. */
const FAR = 0.2;

/** Headlines of the newest day as published, beside what they would be. Nothing for counters that had none. */
export function movedHeadlines(published: Library, library: Library): MovedHeadline[] {
  const day = [...published.sources, ...library.sources].reduce<Day>(
    (newest, source) => (knownFrom(source) > newest ? knownFrom(source) : newest),
    library.situation.start,
  );
  const now = headlinesOn(library, day);
  return [...headlinesOn(published, day)].flatMap(([counter, before]) => {
    const after = now.get(counter) ?? null;
    const how = after === null ? 'far' : howMoved(before.amount, after.amount);
    return how === null ? [] : [{ counter, before, now: after, how }];
  });
}

function headlinesOn(library: Library, day: Day): Map<string, Figure> {
  return new Map(
    shownCounters(library, asKnownOn(library, day)).flatMap(({ plan, headline }) =>
      headline === null ? [] : [[plan.id, headline.figure] as const],
    ),
  );
}

function howMoved(before: Amount, after: Amount): MovedHeadline['how'] | null {
  const [was, is] = [numbersIn(before), numbersIn(after)];
  if (was.length === 0) return null;
  if (is.length === 0) return 'far';
  if (
    Math.min(...is) > Math.max(...was) * (1 + FAR) ||
    Math.max(...is) < Math.min(...was) * (1 - FAR)
  )
    return 'far';
  const isSlip =
    was.length === is.length && was.some((one, at) => looksSlipped(one, is[at] ?? one));
  return isSlip ? 'digits' : null;
}

/** Whether one number becomes the other by two neighbouring digits exchanged, or by one dropped or added. */
export function looksSlipped(was: number, is: number): boolean {
  const [a, b] = [String(was), String(is)];
  if (a === b) return false;
  if (a.length === b.length) {
    const at = [...a].findIndex((digit, index) => digit !== b[index]);
    const exchanged = `${a.slice(0, at)}${a[at + 1] ?? ''}${a[at] ?? ''}${a.slice(at + 2)}`;
    return exchanged === b;
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return [...long].some((_, at) => long.slice(0, at) + long.slice(at + 1) === short);
}
