import type { Candidate } from './model.ts';

/** Fewer numbers say nothing about how they run. */
const FEWEST = 5;
/** Of a running count a step down is a revision; where every third step goes down it is no running count. */
const MANY_FALLS = 1 / 3;
/** A daily count rises for days, but not without one step down to several times its beginning. */
const LONG_RISE = { days: 10, times: 3 };

/** Why a file's numbers do not run as their rule says: days taken for a running count, or the reverse; null where they may. */
export function runsUnlike(series: readonly Candidate[]): string | null {
  const [first] = series;
  const values = [...series]
    .sort((a, b) => (a.asOf < b.asOf ? -1 : 1))
    .flatMap(({ value }) => (value === null ? [] : [value]));
  if (first === undefined || values.length < FEWEST) return null;
  const { id, statistic } = first.rule.definition;
  const falls = values.filter((value, index) => index > 0 && value < (values[index - 1] ?? 0));
  if (statistic === 'cumulative' && falls.length >= (values.length - 1) * MANY_FALLS) {
    return `expected a running count, as ${id} is, found ${falls.length} of ${values.length - 1} steps going down; these look like counts of single days: name a definition of those`;
  }
  const [start = 0, end = 0] = [values[0], values.at(-1)];
  if (
    statistic === 'flow' &&
    falls.length === 0 &&
    values.length >= LONG_RISE.days &&
    end > start * LONG_RISE.times
  ) {
    return `expected counts of single days or periods, as ${id} is, found ${values.length} numbers that never go down; these look like a running count: name a definition of that`;
  }
  return null;
}
