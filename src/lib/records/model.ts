import type { Effect } from './effects.ts';
import type { Amount } from '#lib/values/amount.ts';
import type { Day, DayOrMonth } from '#lib/values/day.ts';
import type { Published } from '#lib/values/published.ts';

export type Statistic = 'stock' | 'flow' | 'cumulative';
export type Verification = 'verified' | 'reported' | 'claimed' | 'estimated';
/** SDMX CL_OBS_STATUS letters used here. */
export type ObservationStatus = 'A' | 'B' | 'D' | 'E' | 'F' | 'P' | 'U' | 'V' | 'W' | 'L';
export type SourceKind = 'report' | 'statement' | 'portal_state' | 'news' | 'dataset';
/** Whether a publication's figures may be passed on in files, or only be quoted. */
export type Redistribution = 'may' | 'cite' | 'forbids';

/** What a figure does not tell, in our words. `gravity` 1 is the gravest; ties go by code. */
export interface Caveat {
  readonly code: string;
  readonly gravity: number;
  readonly label: string;
  readonly text: string;
  /** Who says so, as text. */
  readonly saidBy: string;
  /** The text for where there is little room; empty where the whole fits. */
  readonly short: string;
  readonly effects: readonly Effect[];
  /** Of which measures, populations and places it speaks, by id; an empty list is all of them. */
  readonly reach: Readonly<Record<'measures' | 'populations' | 'places', readonly string[]>>;
}

/** What is counted. `drawnAs`: how a map shows it; flows are arrows, stocks circles. */
export interface Measure {
  readonly id: string;
  readonly label: string;
  /** Goes after a number: "102 civilians **killed**", "281,000 **border crossings**". */
  readonly phrase: string;
  readonly drawnAs: 'arrow' | 'circle' | 'none';
  readonly caveats: readonly Caveat[];
  /** Above a map of it: "Where people crossed the border"; empty where its label will do. */
  readonly mapHeading: string;
  /** Before the dates of a map, what its numbers are not: "Crossings, not people."; may be empty. */
  readonly counted: string;
  /** How it is counted, beside other measures of the same people; may be empty. */
  readonly explained: string;
}

/** Whom a figure counts. `phrase` goes after a number: "civilians", "children". `partOf` is empty for a whole. */
export interface Population {
  readonly id: string;
  readonly label: string;
  readonly phrase: string;
  readonly partOf: readonly string[];
}

/** A country, a part of one, or a group of countries. */
export interface Place {
  readonly id: string;
  readonly label: string;
  /** In a sentence, with its preposition as a place where something is: "in Poland". */
  readonly inPhrase: string;
  /** As a destination: "to Poland". */
  readonly toPhrase: string;
  readonly kind: 'country' | 'region' | 'city' | 'territory' | 'group';
  readonly partOf: readonly string[];
  /** ISO 3166-1 numeric, three digits, of a country on the base map. */
  readonly isoNumeric: string | null;
  /** Where arrows end on the map, in degrees; null for what has no place on it. */
  readonly at: readonly [longitude: number, latitude: number] | null;
}

/** Whose number it is. `order` fixes the order of claims; it never depends on their size. */
export interface Publisher {
  readonly id: string;
  readonly name: string;
  readonly short: string;
  readonly kind: string;
  /** Part in the conflict, in words a reader sees: "party to the conflict", "United Nations; not a party". */
  readonly part: string;
  readonly isParty: boolean;
  readonly order: number;
}

/**
 * A day from which numbers came out in another way. Those said before it and those said from it on are never
 * joined. Where `before` and `after` name the same definition, the break lies inside that definition.
 */
export interface Break {
  readonly id: string;
  /** The first day on which numbers came out in the new way; where that is not known exactly, the first possible. */
  readonly day: Day;
  /** The last possible one, where the day is not known exactly. */
  readonly until: Day | null;
  /** Ids of definitions. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Ids of the places it concerns; empty for all. */
  readonly places: readonly string[];
  /** What differs, in our words. */
  readonly what: string;
  /** The publisher's, or "no reason published". */
  readonly reason: string;
  readonly saidBy: string;
}

/** A publisher's counting rule. A new rule is a new definition and so a new series. */
export interface Definition {
  readonly id: string;
  readonly publisher: Publisher;
  readonly measures: readonly string[];
  readonly statistic: Statistic;
  readonly label: string;
  /** What is counted and what is not, in our words. */
  readonly text: string;
  readonly from: Day | null;
  readonly until: Day | null;
  /** The definition it took the place of, the day of the break and its reason ("no reason published" when none). */
  readonly replaces: string | null;
  readonly breakDay: Day | null;
  readonly breakReason: string | null;
  readonly caveats: readonly Caveat[];
  /** Those inside it: figures on either side are of one series and still not joined. */
  readonly breaks: readonly Break[];
}

/** One publication. */
export interface Source {
  readonly id: string;
  /** Whose numbers it mostly carries; each figure's own publisher is its definition's. */
  readonly publisher: Publisher;
  readonly title: string;
  readonly kind: SourceKind;
  /** https only. */
  readonly address: string;
  readonly published: Published;
  /** The day on which we read it: an undated publication is known from then on. */
  readonly retrieved: Day;
  /** Title of the publication whose number it repeats; null for an original. */
  readonly relayOf: string | null;
  /** The publication day of the number it repeats, where that is older than the paper itself. */
  readonly repeats: Day | null;
  readonly licence: string;
  readonly redistribution: Redistribution;
  readonly caveats: readonly Caveat[];
  readonly note: string;
}

/** One published number with all that belongs to it. */
export interface Figure {
  /** Derived from the row's own words; never changes. Matches /^[a-z0-9._-]+$/. */
  readonly id: string;
  /** `<measure>-<population>-<place>-<definition>`, lower case, with `-from-<origin>` when the origin is not the situation's country. */
  readonly series: string;
  readonly source: Source;
  readonly measure: Measure;
  readonly population: Population;
  readonly origin: Place;
  readonly place: Place;
  readonly definition: Definition;
  readonly periodStart: DayOrMonth | null;
  readonly asOf: DayOrMonth;
  readonly amount: Amount;
  readonly statedAs: string;
  readonly verification: Verification;
  readonly status: ObservationStatus;
  /** From its row, source, definition and measure, each once, the gravest first; may be empty. */
  readonly caveats: readonly Caveat[];
  /** Of its caveats those that became known only on a later day, by code; a page of an earlier day has none of them. */
  readonly caveatsFrom: Readonly<Record<string, Day>>;
  /** Page or table; may be empty. */
  readonly locator: string;
  readonly note: string;
}

/** A table of figures (Parquet) that nobody edits by hand. */
export interface FigureTable {
  readonly source: Source;
  /** Below the seeds. */
  readonly path: string;
  readonly rows: number;
  /** Another for any other content. */
  readonly mark: string;
}

/** A dated entry of context. */
export interface Event {
  readonly id: string;
  readonly day: Day;
  readonly kind: 'talks' | 'call' | 'method' | 'milestone';
  readonly text: string;
  readonly source: Source;
}

/** `correction`: we had erred. `clarification`: our own words made clearer. `withdrawal`: a figure is taken away. */
export type CorrectionKind = 'correction' | 'clarification' | 'withdrawal';

/** A change of something published, put on record. */
export interface Correction {
  /** What changed: a figure's id, or `caveat/<code>`, `definition/<id>`, `source/<id>` and the like. */
  readonly thing: string;
  /** Of its table; empty for a withdrawal. */
  readonly column: string;
  /** The cell's content as it was published; of a withdrawn figure qualifier and value: `at_least 111`. */
  readonly old: string;
  /** The content that took its place; empty for a withdrawal. */
  readonly new: string;
  readonly day: Day;
  readonly kind: CorrectionKind;
  readonly reason: string;
}

/** A figure that is published no longer. Its addresses stay, and say what it had said and why it went. */
export interface Withdrawn {
  /** As last published, in the words of today. */
  readonly figure: Figure;
  readonly correction: Correction;
}

/** What a map shows of the world, and on which paper. */
export interface Frame {
  readonly id: string;
  readonly label: string;
  /** In degrees, in the middle of the paper; its meridian is upright. */
  readonly middle: readonly [longitude: number, latitude: number];
  /** Latitudes along which the conic projection is true to scale. */
  readonly parallels: readonly [number, number];
  /** Units of the paper for one radius of the Earth. */
  readonly scale: number;
  /** Units of the paper. */
  readonly width: number;
  readonly height: number;
  /** Shown in it, in the order of lists; each has coordinates. */
  readonly places: readonly Place[];
}

/** Where a label's first line begins, ends or has its middle, in units of the frame. */
export interface LabelAt {
  readonly at: readonly [x: number, y: number];
  readonly anchor: 'start' | 'middle' | 'end';
}

/** One way of a map set by hand. Null where a rule is to find it. */
export interface RibbonPlan {
  /** The centre line of its ribbon: two ends and the two handles between. */
  readonly curve:
    | readonly [
        readonly [number, number],
        readonly [number, number],
        readonly [number, number],
        readonly [number, number],
      ]
    | null;
  readonly wide: LabelAt | null;
  readonly phone: LabelAt | null;
}

/** The name of a sea or a country on the paper, for orientation. */
export interface MapName {
  readonly kind: 'home' | 'country' | 'sea';
  readonly text: string;
  /** On which of the two drawings it stands. */
  readonly drawing: 'wide' | 'phone';
  /** Its middle on its line, in units of the frame. */
  readonly at: readonly [x: number, y: number];
  /** Degrees, clockwise. */
  readonly turn: number;
}

/** What was set by hand on the paper of one frame; ribbons by the key of their way. */
export interface FrameDrawing {
  readonly ribbons: ReadonlyMap<string, RibbonPlan>;
  readonly names: readonly MapName[];
}

/** A point that must lie inside one country and no other, on every map: where this house draws borders. */
export interface PolicyPoint {
  readonly name: string;
  readonly at: readonly [longitude: number, latitude: number];
  /** ISO 3166-1 numeric of the country around it. */
  readonly isoNumeric: string;
  readonly reason: string;
  /** What every map with this point says of its borders, before the reason; empty for nothing. */
  readonly note: string;
}

/** What the summary shows, in what order. */
export interface CounterPlan {
  readonly id: string;
  readonly label: string;
  /** Series ids; of those known, the one with the latest as-of is the counter's figure, ties by this order. */
  readonly headline: readonly string[];
  /** Parts inside the headline figure, e.g. children; shown beneath it. */
  readonly parts: readonly { readonly label: string; readonly series: readonly string[] }[];
  /** Series whose figures compete with the headline, in any order: the publishers' order decides. */
  readonly claims: readonly string[];
}

/** One map: what is counted on it, by whose rules, and where. Arrows and circles never stand on one map. */
export interface MapPlan {
  /** Part of addresses. */
  readonly id: string;
  readonly label: string;
  /** Never empty, all drawn alike. */
  readonly measures: readonly Measure[];
  /** Never empty. Of two rules about one day the earlier leads. */
  readonly rules: readonly Definition[];
  /** Rules whose numbers are only shown beside another of the same day. */
  readonly beside: readonly Definition[];
  /** Its paper, and the places on it. */
  readonly frame: Frame;
}

export interface Situation {
  readonly id: string;
  readonly title: string;
  readonly country: Place;
  readonly start: Day;
  readonly counters: readonly CounterPlan[];
  /** A claim older than this before the headline's as-of is left to the series page. */
  readonly claimsWithinDays: number;
  /** Lines of the chart; the series of one line are parted by a break and never joined. */
  readonly chart: readonly { readonly place: Place; readonly series: readonly string[] }[];
  /** Of its maps, in the order of the list; with one the country has its ISO 3166-1 numeric. */
  readonly frames: readonly Frame[];
  /** Each with pages of its own; the first is shown first, and the summary shows what of it goes out of the country. */
  readonly maps: readonly MapPlan[];
  /** Where what the maps count was far apart for one place and day, the first known one is the example. */
  readonly apart: readonly { readonly place: Place; readonly asOf: Day }[];
  /** What readers ask, each with the measures that answer it: the headings of the list of series. */
  readonly questions: readonly { readonly label: string; readonly measures: readonly Measure[] }[];
  /** By the id of a frame. */
  readonly drawings: ReadonlyMap<string, FrameDrawing>;
}

/** Parts that make up a whole, by the publisher's own rule, when all of them are given. */
export interface DeclaredSum {
  readonly id: string;
  /** Ids of the definitions to which it applies. */
  readonly definitions: readonly string[];
  readonly by: 'population' | 'place' | 'measure';
  readonly whole: string;
  /** At least two. */
  readonly parts: readonly string[];
  readonly saidBy: string;
}

/** Everything the seeds say about one situation. */
export interface Library {
  readonly situation: Situation;
  readonly sources: readonly Source[];
  /** In the order of sources.csv, then of their rows. */
  readonly figures: readonly Figure[];
  /** Files with more figures than have pages; of them `figures` holds those that do. */
  readonly tables: readonly FigureTable[];
  readonly events: readonly Event[];
  readonly corrections: readonly Correction[];
  /** By day. */
  readonly breaks: readonly Break[];
  readonly mapPolicy: readonly PolicyPoint[];
  readonly sums: readonly DeclaredSum[];
  /** None of them is among `figures`. In the order of their ids. */
  readonly withdrawn: readonly Withdrawn[];
  readonly caveats: ReadonlyMap<string, Caveat>;
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly populations: ReadonlyMap<string, Population>;
  readonly places: ReadonlyMap<string, Place>;
  readonly publishers: ReadonlyMap<string, Publisher>;
}
