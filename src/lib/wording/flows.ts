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
  newest: 'newest numbers',
  knownOn: 'as known on',
  by: 'Numbers by',
  numbersOf: 'Numbers as of',
  datesFrom: 'The numbers are of different dates, from',
  to: 'to',
  paler: 'those of another day are drawn paler',
  without: 'By this map’s rules no number is known for:',
  elsewhere: 'Others say, of places without a number on this map:',
  otherRule:
    'Counted by another rule than the number before, so a difference between the two is no change:',
  otherRuleBefore:
    'The number before it was counted by another rule; what lies between the two is no change:',
  noteOf: 'Note of the source:',
  list: 'The same in words',
  files: 'This map as a file:',
  picture: 'This state as a picture:',
  filter: 'The file has every state of the map. This one is the rows in which',
  rules: {
    notLater: 'is not later than',
    emptyOrLater: 'is empty or later than',
    empty: 'is empty',
  },
  and: 'and',
  png: 'PNG',
  noPixels: 'The picture could not be fetched',
  story: 'How it was counted, earlier values',
  status: 'Status:',
  /** SDMX code list of observation statuses, in our words. */
  observation: {
    A: 'nothing unusual noted about the value',
    B: 'the way of counting changed here',
    D: 'counted by another definition than its neighbours',
    E: 'estimated',
    F: 'a forecast',
    P: 'provisional',
    U: 'of low reliability',
    V: 'not validated',
    W: 'holds numbers of another category too',
    L: 'the number exists and was not collected',
  },
  earlier: 'Earlier values for the same days, the latest first:',
  noEarlier: 'No earlier value of this publisher for the same days is known on this day.',
  other: 'or',
  back: 'back',
  from: 'from',
  frames: 'Frame',
  ways: 'How much is known of the day',
  evening: 'As known that evening',
  now: 'As known now',
  newestLink: 'Newest numbers',
  of: 'of',
  days: {
    evening: 'Another evening',
    now: 'Another day',
  },
  daysNote: {
    evening:
      'What a reader could know on that evening: later publications and revisions are left out. These are the days on which this map changed.',
    now: 'The map of a day shows for each place the latest number about that day or an earlier one, as it is known now.',
  },
  previous: 'Earlier:',
  next: 'Later:',
  all: 'All days',
  slide: {
    evening: 'As known on:',
    now: 'Day of the map:',
  },
  wait: 'On its way; the map still shows the one before.',
  failed: 'This day could not be fetched; the map still shows the one before.',
  play: 'Play through the days',
  stop: 'Stop',
  unplaced: 'In the list only, for they have no place on this paper:',
  nothing: 'Nothing was known about this on that day.',
  whyHeading: 'Why these numbers differ',
  why: [
    'A border crossing is an event: who crosses twice is counted twice, and who goes on or goes home is not taken away. It is drawn as an arrow.',
    'People recorded are a state on a day: those a country has on its books, by rules that differ from country to country. They are drawn as a circle.',
    'A registration is an entry in a register of temporary protection: not all entries are taken out when people leave. It is drawn as a ring.',
    'So the three are never added, subtracted or divided. For the same country they can be far apart:',
  ],
  scale: {
    arrow:
      'The width of an arrow grows with the square root of the number, on one scale for all days.',
    circle: 'The area of a circle grows with the number, on one scale for all days.',
    ring: 'The area within the outer ring grows with the number, on one scale for all days.',
  },
  floor: 'The smallest are drawn larger than that, as small as can be seen.',
  code: 'Where there is no room for more, letters name the country; its number stands in the list.',
  dotted:
    'Dotted lines are no borders between two states of the United Nations; they are for orientation and take no side.',
  schematic: {
    arrow: 'Arrows are schematic: from where to where, not the way people took.',
    circle: 'A circle stands for the whole country, not for a place in it.',
    ring: 'A ring stands for the whole country, not for a place in it.',
  },
  key: {
    heading: 'What the patterns mean',
    open: 'at least, more than: the edge is open outwards',
    soft: 'about, nearly: the edge is soft',
    closed: 'up to: empty, with an edge that is the most',
    range: 'between two numbers: two edges',
    word: 'an amount given in words: dashed, of a fixed size',
    missing: 'not known, withheld or not collected: a grey outline of a fixed size',
    none: 'nobody: a small empty dot',
    sharp: 'a number as stated',
    back: 'crossings back: dotted along the middle',
    beside: 'another counting rule for the same place and day: empty; never added',
    onward:
      'from another country, on that one day alone: in no sum with the others, which count since the start',
    otherDate: 'of another day than the map’s: paler; the day is on the label or in the list',
  },
} as const;

/** As what an item stands in the list: "To Poland", "Back from Poland to Ukraine", "Moldova to Romania". */
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
