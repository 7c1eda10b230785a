import type { Figure, Library, MapPlan } from '#lib/records/model.ts';
import { isMonth, lastDayOf, nextDay, type Day, type DayOrMonth } from '#lib/values/day.ts';
import { historyOf } from './history.ts';
import { asKnownOn } from './known.ts';
import { mapFlows, mapItems, type MapFlow, type MapItem } from './map-flows.ts';

/**
 * A figure on a map and the days for which it stands there. Each end is the first day after: null where there is none
 * yet.
 */
export interface MapSpan {
  /** With every caveat known today. */
  readonly figure: Figure;
  /** Another rule's number, shown beside the first of its place and never added. */
  readonly isBeside: boolean;
  /** About which days the map is; null takes in the map of the newest numbers. */
  readonly mapFrom: Day;
  readonly mapUntil: Day | null;
  /** As known on which days. */
  readonly knownFrom: Day;
  readonly knownUntil: Day | null;
}

const made = new WeakMap<Library, Map<string, readonly MapSpan[]>>();

/**
 * All states of a map at once. The map about a day as known on another is those spans that have both days in them, in
 * this order: exactly the items of `mapItems`. Worked out once.
 */
export function mapSpans(library: Library, map: MapPlan): readonly MapSpan[] {
  const held = made.get(library) ?? new Map<string, readonly MapSpan[]>();
  made.set(library, held);
  const known = held.get(map.id);
  if (known) return known;
  const byId = new Map(library.figures.map((figure) => [figure.id, figure]));
  const spans = mapFlows(library, map).flatMap((flow) =>
    spansOfFlow(library, flow).map((span) => ({
      ...span,
      figure: byId.get(span.figure.id) ?? span.figure,
    })),
  );
  held.set(map.id, spans);
  return spans;
}

/** Where the days about which a map is begin to show something else. */
interface Edge {
  /** The days from which the figures that begin here are known, and every later value of them. */
  readonly known: Set<Day>;
  /** Before this day nobody knew of what begins or ends here: nothing changes for a reader of that time. */
  first: Day;
}

interface Known {
  readonly day: Day;
  readonly items: readonly MapItem[];
}

/**
 * Goes through the days of a flow in turn. From one to the next only what is known since the first word of the new
 * figures is asked again, so that cost grows with figures and revisions and not with their product.
 */
function spansOfFlow(library: Library, flow: MapFlow): MapSpan[] {
  const edges = [...edgesOf(library, flow)].sort(([a], [b]) => (a < b ? -1 : 1));
  const reached = new Set<Day>();
  const ended: MapSpan[] = [];
  let open = new Map<string, MapSpan>();
  let states: readonly Known[] = [];
  for (const [index, [day, { known, first }]] of edges.entries()) {
    for (const one of known) reached.add(one);
    // After the last of a flow's days is the map of the newest numbers, too.
    const asOf = index === edges.length - 1 ? null : day;
    const again = [...reached].filter((one) => one >= first).sort();
    states = [
      ...states.filter((state) => state.day < first),
      ...again.map((one) => ({
        day: one,
        items: mapItems(asKnownOn(library, one), [flow], asOf),
      })),
    ];
    const still = new Map<string, MapSpan>();
    for (const [key, span] of spansFrom(day, states)) still.set(key, open.get(key) ?? span);
    for (const [key, span] of open) if (!still.has(key)) ended.push({ ...span, mapUntil: day });
    open = still;
  }
  const order = [...flow.series, ...flow.beside];
  return [...ended, ...open.values()].sort(
    (a, b) =>
      Number(a.isBeside) - Number(b.isBeside) ||
      order.indexOf(a.figure.series) - order.indexOf(b.figure.series) ||
      (`${a.mapFrom} ${a.knownFrom}` < `${b.mapFrom} ${b.knownFrom}` ? -1 : 1),
  );
}

function edgesOf(library: Library, flow: MapFlow): Map<Day, Edge> {
  const edges = new Map<Day, Edge>();
  const add = (day: Day, first: Day, known: readonly Day[]) => {
    const edge = edges.get(day) ?? { known: new Set<Day>(), first };
    edges.set(day, edge);
    for (const one of known) edge.known.add(one);
    if (first < edge.first) edge.first = first;
  };
  for (const series of [...flow.series, ...flow.beside])
    for (const steps of historyOf(library, series).subjects) {
      const [{ from, standing }] = steps;
      const { asOf, definition } = standing.figure;
      add(
        firstMapDay(asOf),
        from,
        steps.map((step) => step.from),
      );
      // An amount of a period of its own stands on its own day only.
      if (definition.statistic === 'flow') add(nextDay(lastDayOf(asOf)), from, []);
    }
  return edges;
}

/** A month is over before a map shows it. */
const firstMapDay = (asOf: DayOrMonth): Day => (isMonth(asOf) ? nextDay(lastDayOf(asOf)) : asOf);

/** What the map of one day showed, and as known on which days; the key says all of it but the map's day. */
function spansFrom(mapFrom: Day, states: readonly Known[]): Map<string, MapSpan> {
  const spans = new Map<string, MapSpan>();
  let shown = new Map<string, MapSpan>();
  const end = (span: MapSpan, knownUntil: Day | null) =>
    spans.set(`${keyOf(span)} ${span.knownFrom} ${knownUntil ?? ''}`, { ...span, knownUntil });
  for (const { day, items } of states) {
    const now = new Map<string, MapSpan>();
    for (const { standing, isBeside } of items) {
      const span = {
        figure: standing.figure,
        isBeside,
        mapFrom,
        mapUntil: null,
        knownFrom: day,
        knownUntil: null,
      };
      now.set(keyOf(span), shown.get(keyOf(span)) ?? span);
    }
    for (const [key, span] of shown) if (!now.has(key)) end(span, day);
    shown = now;
  }
  for (const span of shown.values()) end(span, null);
  return spans;
}

const keyOf = ({ figure, isBeside }: MapSpan): string => `${figure.id} ${isBeside}`;
