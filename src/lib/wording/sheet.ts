import type { Day } from '#lib/values/day.ts';
import type { Paper, SheetPart } from '#lib/values/sheet-choice.ts';
import { sayDay } from './days.ts';
import { texts } from './texts.ts';

/** Texts of the sheets to print. */
export const sheetTexts = {
  days: 'Sheets of all publication days',
  daysIntro:
    'Each day with a new publication has sheets. They show what was known then, with every caveat, definition and source.',
  what: 'Parts of the sheets',
  parts: {
    counters: 'Counters',
    map: 'Map',
    chart: 'Chart',
    claims: 'Other counts and claims',
    changes: 'Changes',
    events: 'Context',
  } satisfies Record<SheetPart, string>,
  notes: 'Notes',
  full: 'in full',
  short: 'short: names of caveats and definitions, sources in full',
  shortened: 'Notes are shortened here. In full:',
  leftOut: 'Some sections are omitted. The full version is at the address below.',
  paper: 'Paper',
  papers: { a4: 'A4', letter: 'Letter' } satisfies Record<Paper, string>,
  state: 'As known on',
  how: 'Your browser prints what you see. Note numbers stay the same when parts are omitted.',
  button: 'Print',
  pdf: 'These sheets as a PDF file',
  screen: 'The same to read on screen',
  changes: 'What changed in the last thirty days',
  noChanges: 'Nothing shown here changed in the thirty days before.',
  updates: 'Figures replaced in the past thirty days:',
  small: 'Raised numbers lead to the notes on the sheets behind.',
  ofAll: ' Of all places:',
  newest: 'the newest known',
  marks: {
    'party-office': ['*', 'An office of a party to the conflict.'],
    relay: ['‡', 'Read in a text that repeats it.'],
  },
  saysAll: 'On all of these:',
  saysNote: 'Different counts are never added or averaged. More of each on the sheets behind.',
  saysLeft: 'Further counts there:',
  more: 'More on the counters',
  others: 'Other claims and other documents',
  chartNotes: 'Notes on the chart:',
  allNotes: 'Notes, in the order of first mention',
  kinds: { caveat: 'Caveat', definition: 'Definition', source: 'Source' },
  note: 'Note',
  page: 'page',
  of: 'of',
} as const;

/** Address, state and data revision: the foot of every sheet, beside its number. */
export const footText = (address: string, day: Day, revision: string): string =>
  `${texts.siteName} ${address}\u2002·\u2002${texts.knownOn.toLowerCase()} ${sayDay(day)}\u2002·\u2002${texts.quote.revision} ${revision}`;
