import type { Figure } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import type { MapFlow, MapItem } from '#lib/views/map-flows.ts';
import type { MapState } from '#lib/views/map-states.ts';
import type { MapColumnName } from './data.ts';
import { sayDay } from './days.ts';
import { named } from './places.ts';

/** Texts of the flow map's pages. */
export const flowTexts = {
  heading: 'Flow map',
  measures: 'What is counted',
  mapOf: 'Map of',
  newest: 'newest figures',
  knownOn: 'as known on',
  by: 'Figures by',
  numbersOf: 'as of',
  datesFrom: 'as of different dates, from',
  to: 'to',
  paler: {
    arrow: 'paler: older, with its date',
    circle: 'rings: older than the year before',
    ring: 'paler: older than the year before',
  },
  without: 'No figure for:',
  elsewhere: 'Figures by others for places without a figure on this map:',
  otherRule:
    'Counted under another definition than the figure before, so the difference is not a change:',
  otherRuleBefore:
    'The figure before it follows another definition, so the difference is not a change:',
  noteOf: 'Note of the source:',
  list: 'The same in words',
  files: 'This map as a file:',
  picture: 'This state as a picture:',
  filter: 'The file has every state of the map. For this one take the rows in which',
  rules: {
    notLater: 'is not later than',
    emptyOrLater: 'is empty or later than',
    empty: 'is empty',
  },
  and: 'and',
  png: 'PNG',
  noPixels: 'The picture could not be loaded',
  status: 'Status:',
  /** Before the letter of a status. */
  statusCode: 'SDMX',
  /** SDMX code list of observation statuses, in our words. */
  observation: {
    A: 'normal',
    B: 'break, counted differently from here on',
    D: 'definition differs from its neighbours',
    E: 'estimated',
    F: 'a forecast',
    P: 'provisional',
    U: 'low reliability',
    V: 'not validated',
    W: 'includes another category',
    L: 'exists but was not collected',
  },
  earlier: 'Earlier values for the same dates, the latest first:',
  noEarlier: 'No earlier value of this publisher for the same dates was known on this day.',
  other: 'or',
  from: 'from',
  /** On a name counted by another rule than the rest. */
  dagger: '†',
  backHeading: 'Back',
  backDates: 'Figures',
  backApart: 'Not to be subtracted: the dates differ, and crossing back is not returning.',
  otherRules: 'Counted by another definition than the rest:',
  frames: 'Map area',
  ways: 'How much is known of the day',
  evening: 'As known that evening',
  now: 'As known now',
  newestLink: 'Newest figures',
  of: 'of',
  days: {
    evening: 'Another evening',
    now: 'Another day',
  },
  daysNote: {
    evening:
      'What could be known that evening, without later publications and revisions. The days on which this map changed.',
    now: 'For each place the map shows the latest figure for that day or earlier, as known now.',
  },
  previous: 'Earlier:',
  next: 'Later:',
  all: 'All days',
  slide: {
    evening: 'As known on:',
    now: 'Day of the map:',
  },
  wait: 'Loading; the map still shows the previous date.',
  failed: 'This day could not be loaded; the map still shows the previous date.',
  play: 'Play through the days',
  stop: 'Stop',
  unplaced: 'In the list only, because this map has no place for them:',
  nothing: 'Nothing was known about this on that day.',
  /** In place of the name of a measure that nobody gave. */
  figures: 'figures',
  neverAdded: 'These are never added, subtracted or divided.',
  farApart: 'For the same country they can be far apart:',
  whyHeading: 'Why these figures differ',
  scale: {
    arrow: 'Width grows with the square root of the number, on one scale for all days.',
    circle: 'The area of a circle grows with the number, on one scale for all days.',
    ring: 'The area within the outer ring grows with the number, on one scale for all days.',
  },
  floor: 'Very small numbers are drawn at a minimum size.',
  unlabelled: 'Places without a name on the map are in the list.',
  dotted: 'Dotted lines are not borders between UN member states and imply no position.',
  schematic: {
    arrow: 'Arrows are schematic: from where to where, not the way people took.',
    circle: 'A circle represents the whole country, not a place in it.',
    ring: 'A ring represents the whole country, not a place in it.',
  },
  /** What a map's edges and marks mean; said where they occur. */
  key: {
    open: 'Dotted edge: at least, more than.',
    soft: 'Pale edge: about, nearly, up to.',
    range: 'Second outline: the upper number of a range.',
    word: 'Dashed: an amount given in words.',
    missing: 'Grey outline: not known, withheld or not collected.',
    none: 'Small empty circle: zero.',
    beside: 'Thin outline: another definition for the same place and date; never added.',
    onward:
      'From another country, on that one day only: never added to the others, which count since the start.',
  },
} as const;

/** The name of an item in the list: "To Poland", "Back from Poland to Ukraine", "Moldova to Romania". */
export function itemTitle({ flow, isBeside, standing }: MapItem, isStock: boolean): string {
  const title = flowTitle(flow, isStock);
  return isBeside ? `${title}: ${standing.figure.definition.label}` : title;
}

function flowTitle({ direction, origin, place }: MapFlow, isStock: boolean): string {
  if (isStock) return place.label;
  if (direction === 'out') return place.toPhrase.replace(/^./, (letter) => letter.toUpperCase());
  return direction === 'back'
    ? `Back from ${named(origin)} ${place.toPhrase}`
    : `${origin.label} ${place.toPhrase}`;
}

/** Both days of a state: "9 June 2022", "9 June 2022, as known on 10 June 2022". */
export function stateTitle({ asOf, known, isNow }: MapState): string {
  const parts = [
    ...(asOf === null ? (isNow ? [flowTexts.newest] : []) : [sayDay(asOf)]),
    ...(isNow ? [] : [`${flowTexts.knownOn} ${sayDay(known)}`]),
  ];
  return parts.join(', ');
}

/** A rule for one column of a map's file, its day as the file writes it. */
export interface ColumnRule {
  readonly column: MapColumnName;
  readonly rule: string;
  readonly day: Day | null;
}

/** The rules by which the rows of a state are found in the file of its map; all of them together. */
export function stateFilter({ asOf, known }: MapState): ColumnRule[] {
  const { notLater, emptyOrLater, empty } = flowTexts.rules;
  return [
    ...(asOf === null
      ? [{ column: 'map_until', rule: empty, day: null } as const]
      : ([
          { column: 'map_from', rule: notLater, day: asOf },
          { column: 'map_until', rule: emptyOrLater, day: asOf },
        ] as const)),
    { column: 'known_from', rule: notLater, day: known },
    { column: 'known_until', rule: emptyOrLater, day: known },
  ];
}

/** How each measure of these figures is counted, once, in their order. */
export const explanationsOf = (figures: readonly Pick<Figure, 'measure'>[]): string[] => [
  ...new Set(figures.flatMap(({ measure }) => measure.explained || [])),
];
