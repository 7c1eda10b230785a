import type { Definition, Place } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { grouped } from './grouped.ts';
import type { ChartLine } from './summary.ts';

/** A break of the chart with all places whose line it parts, and what was counted before it and after. */
export interface ChartBreak {
  readonly on: Day | null;
  readonly reason: string;
  /** What differs, where it lies inside one rule. */
  readonly what: string | null;
  readonly before: Definition | null;
  readonly after: Definition | null;
  /** Never empty. */
  readonly places: readonly Place[];
}

/** Each break once, though it may part many lines. */
export function chartBreaks(lines: readonly ChartLine[]): ChartBreak[] {
  const all = lines.flatMap(({ place, segments, breaks }) =>
    breaks.map(({ day: on, reason, what }) => {
      const rules = segments.map(({ definition }) => definition);
      const after =
        what === null ? rules.find((rule) => rule.replaces !== null && rule.breakDay === on) : null;
      const before = rules.find(({ id }) => id === after?.replaces);
      return { place, on, reason, what, before: before ?? null, after: after ?? null };
    }),
  );
  const same = grouped(all, ({ on, what, before, after }) =>
    [on ?? '', what ?? '', before?.id ?? '', after?.id ?? ''].join('|'),
  );
  return [...same.values()].map((ones) => {
    const [{ on, reason, what, before, after }] = ones;
    return { on, reason, what, before, after, places: ones.map(({ place }) => place) };
  });
}
