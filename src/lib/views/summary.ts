import { mergedCaveats } from '#lib/records/caveats.ts';
import type {
  Caveat,
  CounterPlan,
  Definition,
  Event,
  Figure,
  Library,
  Place,
  Population,
  Source,
} from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import type { Derived } from './arithmetic.ts';
import { changesBefore } from './changes.ts';
import { chartLines } from './chart-lines.ts';
import { shownCounters } from './counters.ts';
import { lowerFigures, type LowerFigures } from './comparisons.ts';
import { eventsOn } from './events.ts';
import { exceedingOf, type Exceeding } from './exceeding.ts';
import type { Known, Standing } from './known.ts';
import { laterFigures, type LaterFigures } from './later-figure.ts';
import { waysOut, type MapItem } from './map-flows.ts';

/** A number in large type with what belongs to it and what competes with it. */
export interface ShownCounter {
  readonly plan: CounterPlan;
  readonly headline: Standing | null;
  /** Inside the headline, as planned; a part may speak about another day than the whole. */
  readonly parts: readonly { readonly label: string; readonly standing: Standing }[];
  /** A group that its publication gives in parts alone, added up here. */
  readonly added: { readonly population: Population; readonly derived: Derived } | null;
  /** By speaker, never by size. */
  readonly claims: readonly Standing[];
}

/** One line of the chart. A new definition begins a new segment, and segments are never joined. */
export interface ChartLine {
  readonly place: Place;
  readonly segments: readonly {
    readonly series: string;
    readonly definition: Definition;
    /** By as-of; only amounts with a number. */
    readonly points: readonly Standing[];
  }[];
  readonly breaks: readonly {
    readonly day: Day | null;
    readonly reason: string;
    /** What differs, where the break lies inside one rule; null where the two rules say it. */
    readonly what: string | null;
  }[];
}

/** Old and new value side by side; what lies between them is nobody's number. */
export interface Change {
  /** `update`: it speaks about a later day. `revision`: another amount for the same period and as-of. */
  readonly kind: 'update' | 'revision';
  readonly counter: CounterPlan;
  readonly before: Figure;
  readonly now: Figure;
  /** On which the new one became known. */
  readonly day: Day;
}

/** All that the summary of one day shows. */
export interface Summary {
  readonly day: Day;
  readonly counters: readonly ShownCounter[];
  /** Of headlines and flows that are old on the day. */
  readonly later: LaterFigures;
  /** Of the same, those lower than their publisher's number for an earlier day. */
  readonly lower: LowerFigures;
  /** Those out of the country, in the order of the map. A word is a flow too: "many" is not nobody. */
  readonly flows: readonly MapItem[];
  /** Where the places of the flows are together more than a counter's total of other dates. */
  readonly exceeding: Exceeding | null;
  readonly chart: readonly ChartLine[];
  readonly changes: readonly Change[];
  readonly events: readonly Event[];
  /** Every figure that stands on the page as a number, once; of a chart's line only its end does. */
  readonly figures: readonly Figure[];
  /** Of these the ones that are told as what is known on the day, not as what stood before. */
  readonly current: readonly Figure[];
  /** Of these figures and events, in the order of sources.csv. */
  readonly sources: readonly Source[];
  /** The gravest first. */
  readonly caveats: readonly Caveat[];
  readonly definitions: readonly Definition[];
}

/** The summary of the day of `known`; it knows nothing that came out later. */
export function summaryOn(library: Library, known: Known): Summary {
  const counters = shownCounters(library, known);
  const flows = waysOut(library, known);
  const chart = chartLines(library, known);
  const changes = changesBefore(library, known);
  const events = eventsOn(library, known.day);
  const leading = [
    ...counters.flatMap(({ headline }) => headline?.figure ?? []),
    ...flows.map(({ standing }) => standing.figure),
  ];
  const later = laterFigures(library, known, leading);
  const lower = lowerFigures(known, leading, library.situation.claimsWithinDays);
  const current = [
    ...counters.flatMap(figuresOfCounter),
    ...flows.flatMap(({ standing }) => figuresOf(standing)),
    ...chart.flatMap(endOf),
    ...[...later.values()].flatMap((figure) => figure ?? []),
    ...[...lower.values()].map(({ other }) => other),
  ];
  const figures = [
    ...new Set([...current, ...changes.flatMap(({ before, now }) => [before, now])]),
  ];
  const cited = new Set([...figures, ...events].map(({ source }) => source.id));
  return {
    day: known.day,
    counters,
    later,
    lower,
    flows,
    exceeding: exceedingOf(
      counters.flatMap(({ headline }) => headline?.figure ?? []),
      flows.map(({ standing }) => standing.figure),
    ),
    chart,
    changes,
    events,
    figures,
    current: [...new Set(current)],
    sources: library.sources.filter(({ id }) => cited.has(id)),
    caveats: mergedCaveats(...figures.map(({ caveats }) => caveats)),
    definitions: [
      ...new Map(figures.map(({ definition }) => [definition.id, definition])).values(),
    ],
  };
}

function figuresOfCounter({ headline, parts, claims }: ShownCounter): Figure[] {
  const standings = [headline, ...parts.map(({ standing }) => standing), ...claims];
  return standings.flatMap((standing) => (standing ? figuresOf(standing) : []));
}

function figuresOf({ figure, alsoSaid }: Standing): Figure[] {
  return [figure, ...alsoSaid];
}

/** A line is labelled at its end, so that point is read as a number. */
function endOf({ segments }: ChartLine): Figure[] {
  const end = segments.at(-1)?.points.at(-1);
  return end ? [end.figure] : [];
}
