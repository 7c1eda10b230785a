import type { MapFlow, MapItem } from '#lib/views/map-flows.ts';

/** Texts of the flow map's pages. */
export const flowTexts = {
  heading: 'Where people went',
  measures: 'What is counted',
  mapOf: 'Map of',
  newest: 'newest numbers',
  knownOn: 'as known on',
  numbersOf: 'Numbers as of',
  list: 'The same in words',
  table: 'The same as a table',
  caption: 'All that this map shows, with days, publisher, source and notes.',
  files: 'This state as a file:',
  story: 'How it was counted, earlier values, a sentence to copy',
  rule: 'How it is counted there.',
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
  noEarlier: 'No other value for the same days is known on this day.',
  copy: 'To copy:',
  other: 'or',
  back: 'back',
  mapDay: 'Another day',
  mapDayNote:
    'The map of a day shows for each place the latest number about that day or an earlier one, as we know it now.',
  knownDay: 'As known on another day',
  knownDayNote:
    'What a reader could know on that day: later publications and revisions are left out.',
  previous: 'Earlier:',
  next: 'Later:',
  all: 'All days',
  slide: 'Slide to another day:',
  play: 'Play through the days',
  stop: 'Stop',
  unplaced: 'In the list only, for they have no place on this paper:',
  nothing: 'Nothing was known about this on that day.',
  whyHeading: 'Why these numbers differ',
  why: [
    'A border crossing is an event: who crosses twice is counted twice, and who goes on or goes home is not taken away. It is drawn as an arrow.',
    'People recorded are a state on a day: those a country has on its books, by rules that differ from country to country. They are drawn as a circle.',
    'A registration is an entry in a register of temporary protection: a person can have more than one, and not all are taken out when people leave. It is drawn as a ring.',
    'So the three are never added, subtracted or divided. For the same country they can be far apart:',
  ],
  scale: {
    arrow:
      'The width of an arrow grows with the square root of the number, on one scale for all days.',
    circle: 'The area of a circle grows with the number, on one scale for all days.',
    ring: 'The area within the outer ring grows with the number, on one scale for all days.',
  },
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
    otherDate: 'a number of another day than the map’s: paler, and its label says the day',
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
  const way = `${origin.label} ${place.toPhrase}`;
  return direction === 'back' ? `Back from ${way}` : way;
}
