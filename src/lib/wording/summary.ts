import type { Figure, Publisher } from '#lib/records/model.ts';
import { capital, countedShort, countedText, verificationText } from './figures.ts';
import { texts } from './texts.ts';

/** Texts of a summary's layout: its lead, its counters, its list and its tables. */
export const summaryTexts = {
  more: 'More on this number',
  others: 'Other counts:',
  and: 'and',
  thisPage: 'this page',
  calendar: 'Publication days',
  list: {
    heading: 'The map as a list',
    note: 'Places are in a fixed order. Bars are drawn to the number itself, so their lengths can be compared. Widths on the map cannot be added.',
    /** Before what a total has beyond the countries of the list. */
    beyond: 'In the total, beyond these countries:',
    others: 'A ring is another body’s count, by its own definition.',
  },
  says: {
    heading: 'Who says what',
    note: 'Different counts are never added or averaged. The order of speakers is fixed, whatever they say. Groups can overlap, and count different people.',
    marks: {
      verified: 'verified',
      reported: 'reported or estimated',
      claimed: 'claimed',
      open: 'at least, more than: open to the right',
    },
  },
  caveats: 'Caveats:',
  series: 'All values of this count',
} as const;

/** A publisher's name in a sentence: in full with its short form, without what its name adds to that. */
export function publisherText({ name }: Pick<Publisher, 'name'>): string {
  const end = name.indexOf(')');
  return end === -1 ? name : name.slice(0, end + 1);
}

/** What a number counts, without the place where that is the country of the page. */
export function countedHere(figure: Figure): string {
  const { place, origin, measure } = figure;
  if (measure.drawnAs === 'arrow') return `${measure.phrase} ${place.toPhrase}`;
  return place.id === origin.id ? countedShort(figure) : countedText(figure);
}

/** How sure and by whom: "Only cases verified by OHCHR (quoted by others)", "Claimed by the President (party to the conflict)". */
export function standingText(figure: Figure): string {
  const { publisher } = figure.definition;
  const standing = texts.verification[figure.verification];
  const party = publisher.isParty ? ` (${publisher.part})` : '';
  const said = figure.verification === 'verified' ? texts.onlyVerified : standing;
  return `${capital(said)} by ${publisher.short}${party}${verificationText(figure).slice(standing.length)}`;
}
