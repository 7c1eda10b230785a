import { mergedCaveats } from '#lib/records/caveats.ts';
import type { Caveat } from '#lib/records/model.ts';
import { sortKey, type DayOrMonth } from '#lib/values/day.ts';
import type { Standing } from './known.ts';

/** Anything that shows a figure which stands. */
interface Shown {
  readonly standing: Standing;
}

/** The id of the rule by which most of these flows are counted, ties to the earlier; undefined without any. */
export function commonRule(flows: readonly Shown[]): string | undefined {
  const rules = flows.map(({ standing }) => standing.figure.definition.id);
  const times = (rule: string) => rules.filter((one) => one === rule).length;
  return rules.reduce<string | undefined>(
    (most, rule) => (most !== undefined && times(most) >= times(rule) ? most : rule),
    undefined,
  );
}

/** The gravest caveat where all flows share it, so that it can be told once for all. */
export function sharedCaveat(flows: readonly Shown[]): Caveat | undefined {
  const [first, ...rest] = flows.map(({ standing }) => standing.figure.caveats[0]);
  return rest.every((caveat) => caveat?.code === first?.code) ? first : undefined;
}

/** The gravest caveat of each, told once with those it is on; the ones on most come first, ties in the order of the flows. */
export function gravestCaveats<Flow extends Shown>(
  flows: readonly Flow[],
): { readonly caveat: Caveat; readonly flows: readonly Flow[] }[] {
  const told = new Map<string, { caveat: Caveat; flows: Flow[] }>();
  for (const flow of flows) {
    const [caveat] = flow.standing.figure.caveats;
    if (!caveat) continue;
    const known = told.get(caveat.code) ?? { caveat, flows: [] };
    told.set(caveat.code, known);
    known.flows.push(flow);
  }
  return [...told.values()].sort((a, b) => b.flows.length - a.flows.length);
}

/** Every caveat of what a map shows, the gravest first, each with those it is on. */
export function caveatsOfFlows<Flow extends Shown>(
  flows: readonly Flow[],
): { readonly caveat: Caveat; readonly items: readonly Flow[] }[] {
  const of = ({ standing }: Flow) => standing.figure.caveats;
  return mergedCaveats(...flows.map(of)).map((caveat) => ({
    caveat,
    items: flows.filter((flow) => of(flow).some(({ code }) => code === caveat.code)),
  }));
}

/** The earliest day or month about which any of these figures speaks; null without any. */
export function earliestAsOf(flows: readonly Shown[]): DayOrMonth | null {
  return flows
    .map(({ standing }) => standing.figure.asOf)
    .reduce<DayOrMonth | null>(
      (first, one) => (first !== null && sortKey(first) <= sortKey(one) ? first : one),
      null,
    );
}

/** The latest day or month about which any of these figures speaks; null without any. */
export function latestAsOf(flows: readonly Shown[]): DayOrMonth | null {
  return flows
    .map(({ standing }) => standing.figure.asOf)
    .reduce<DayOrMonth | null>(
      (last, one) => (last !== null && sortKey(last) >= sortKey(one) ? last : one),
      null,
    );
}
