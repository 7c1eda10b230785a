import type { Day } from '#lib/values/day.ts';
import type { Paper, SheetPart } from '#lib/values/sheet-choice.ts';
import { sayDay } from './days.ts';
import { texts } from './texts.ts';

/** Texts of the sheets to print. */
export const sheetTexts = {
  days: 'Sheets of all publication days',
  daysIntro:
    'Each day on which a source came out has sheets that say what could be known then, with every caveat, rule and source.',
  what: 'What stands on the sheets',
  parts: {
    counters: 'Counters',
    map: 'Map',
    chart: 'Chart',
    claims: 'What others say',
    changes: 'Changes',
    events: 'Context',
  } satisfies Record<SheetPart, string>,
  notes: 'Notes',
  full: 'in full',
  short: 'short: names of caveats and rules, sources in full',
  shortened: 'Notes are shortened here. In full:',
  leftOut: 'Parts were left out here; the address at the foot is of the whole.',
  paper: 'Paper',
  papers: { a4: 'A4', letter: 'Letter' } satisfies Record<Paper, string>,
  state: 'As known on',
  how: 'What you see is what is printed, with your browser’s own command. Numbers of notes stay the same whatever is left out.',
  button: 'Print',
  pdf: 'These sheets as a PDF file',
  screen: 'The same to read on screen',
  changes: 'What changed in the last thirty days',
  noChanges: 'Nothing shown here changed in the thirty days before.',
  updates: 'Newer figures stand above. Before them, within the last thirty days, these stood:',
  others: 'What others say, and what stands in other documents',
  chartNotes: 'Of the ends of the lines: notes',
  allNotes: 'Notes, in the order in which they are first named',
  kinds: { caveat: 'Caveat', definition: 'Rule', source: 'Source' },
  note: 'Note',
  page: 'page',
  of: 'of',
} as const;

/** Address, state and data revision: what stands at the foot of every sheet beside its number. */
export const footText = (address: string, day: Day, revision: string): string =>
  `${texts.siteName} ${address}\u2002·\u2002${texts.knownOn.toLowerCase()} ${sayDay(day)}\u2002·\u2002${texts.quote.revision} ${revision}`;
