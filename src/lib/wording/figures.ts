import { hasEffect } from '#lib/records/caveats.ts';
import type { Correction, Definition, Figure, Source } from '#lib/records/model.ts';
import type { DayOrMonth } from '#lib/values/day.ts';
import { isRegistration } from '#lib/views/registrations.ts';
import { dataTexts } from './data.ts';
import { amountText, sayAmount } from './numbers.ts';
import { sayDayOfYear, sayDayShort } from './days.ts';
import { named } from './places.ts';
import { isUnseen } from '#lib/views/unseen.ts';
import { texts } from './texts.ts';

/** What a figure counts and where, without its number: "civilians killed in Ukraine". */
export function countedText(
  figure: Pick<Figure, 'measure' | 'population' | 'place' | 'origin'>,
): string {
  const { measure, place, origin } = figure;
  return measure.drawnAs === 'arrow'
    ? `${measure.phrase} ${place.toPhrase}${place.partOf.includes(origin.id) || place.id === origin.id ? '' : ` from ${named(origin)}`}`
    : counted(figure, ` ${place.inPhrase}`);
}

/** The same without its place, where the text around it has named that: "children killed", "border crossings". */
export function countedShort(figure: Pick<Figure, 'measure' | 'population'>): string {
  return figure.measure.drawnAs === 'arrow' ? figure.measure.phrase : counted(figure, '');
}

/** A clause about whom is counted goes to the end: "children killed in Ukraine whose sex is not yet known". */
function counted({ measure, population }: Pick<Figure, 'measure' | 'population'>, where: string) {
  const [whom = '', clause = ''] = population.phrase.split(/(?= whose )/);
  const what =
    isRegistration(measure) || population.phrase === measure.phrase
      ? measure.phrase
      : `${whom} ${measure.phrase}`;
  return `${what}${where}${isRegistration(measure) ? '' : clause}`;
}

/**
 * The dates a figure is about: "24 Feb to 27 Feb 2022", "as of 9 Jun 2022", "March 2022". A day that we inferred is said
 * to be about that: "24 Feb to about 27 Feb 2022".
 */
export function periodText(
  figure: Pick<Figure, 'periodStart' | 'asOf'> & Partial<Pick<Figure, 'caveats'>>,
): string {
  const { periodStart, asOf } = figure;
  const last = asOfText(figure);
  if (periodStart === null) return `as of ${last}`;
  if (periodStart === asOf) {
    const before = asOf.length > 7 ? 'on ' : 'in ';
    return `${aboutDay(figure) === '' ? before : ''}${last}`;
  }
  const start =
    periodStart.slice(0, 4) === asOf.slice(0, 4)
      ? sayDayOfYear(periodStart)
      : sayDayShort(periodStart);
  return `${start} to ${last}`;
}

/** The day or month a figure is about: "27 Feb 2022", or "about 27 Feb 2022" where we inferred it. */
export const asOfText = (
  figure: Pick<Figure, 'asOf'> & Partial<Pick<Figure, 'caveats'>>,
  say: (day: DayOrMonth) => string = sayDayShort,
): string => `${aboutDay(figure)}${say(figure.asOf)}`;

/** "about ", where the day a figure is about was inferred by us; else empty. */
export const aboutDay = ({ caveats = [] }: Partial<Pick<Figure, 'caveats'>>): string =>
  hasEffect(caveats, 'day-inferred') ? `${texts.aboutDay} ` : '';

/** Who says so and how sure: "OHCHR, verified". A party to the conflict is named as one. */
export function speakerText(figure: Figure): string {
  const { publisher } = figure.definition;
  return `${publisher.short}${publisher.isParty ? ` (${publisher.part})` : ''}, ${verificationText(figure)}`;
}

/** How sure its speaker is. Whatever was read in a relay and not at its publisher says so, verified or not. */
export function verificationText(figure: Figure): string {
  return `${texts.verification[figure.verification]}${isUnseen(figure) ? ` (${texts.inRelay})` : ''}`;
}

/** A number with all that belongs to it, as one sentence; for labels, alternative texts and files. */
export function figureSentence(figure: Figure): string {
  return `${capital(amountAndCounted(figure))}, ${periodText(figure)} (${speakerText(figure)}; ${figure.source.title}).`;
}

/** "102 civilians killed in Ukraine"; what is no number follows: "civilians injured in Ukraine: “hundreds”". */
function amountAndCounted(figure: Figure): string {
  const amount = amountText(figure.amount);
  return sayAmount(figure.amount).isNumber
    ? `${amount} ${countedText(figure)}`
    : `${countedText(figure)}: ${amount}`;
}

/** Publisher and definition; a definition that repeats the publisher's name is left out. */
export function definedBy(definition: Definition): string {
  const { publisher } = definition;
  return definitionText(definition) === ''
    ? publisher.name
    : `${publisher.short}, ${definition.label}`;
}

/** The definition by its label; empty where that only repeats the publisher's name. */
export function definitionText({ label, publisher }: Definition): string {
  return label === publisher.name || label === publisher.short ? '' : label;
}

/** The source's own phrase, where it has a word that the figure's sentence lacks; else empty. */
export function ownWords(figure: Figure): string {
  if (!sayAmount(figure.amount).isNumber) return '';
  const said = new Set(wordsOf(`${amountText(figure.amount)} ${countedText(figure)}`));
  return wordsOf(figure.statedAs).every((word) => said.has(word)) ? '' : figure.statedAs;
}

const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N},.]*[\p{L}\p{N}]/gu) ?? [];

/** The same of a figure whose publication may only be cited, for files: all but its number and qualifier. */
export function citationSentence(figure: Figure): string {
  return `${dataTexts.citationOnly}: ${countedText(figure)}, ${periodText(figure)} (${speakerText(figure)}; ${figure.source.title}).`;
}

/** Where the number was read, when that is not the publisher's own text. */
export function relayText(source: Source): string | null {
  return source.relayOf === null ? null : `${texts.relays} ${source.relayOf}`;
}

export const capital = (text: string): string =>
  text === '' ? text : text.charAt(0).toUpperCase() + text.slice(1);

/** Columns of a figure in which neither its number nor what that counts is said. */
const BESIDE_NUMBER = ['caveats', 'locator', 'note'];

/** What is said of a correction before the figure as it was shown: "corrected:", "note corrected, the figure unchanged:". */
export const correctedText = ({ column }: Pick<Correction, 'column'>): string =>
  BESIDE_NUMBER.includes(column) ? `${column} ${texts.since.unchanged}` : texts.since.right;

/** What a link to the address of a source is. */
export function addressText({ relayOf, caveats }: Pick<Source, 'relayOf' | 'caveats'>): string {
  if (hasEffect(caveats, 'address-not-read')) return texts.citedPage;
  return relayOf === null ? texts.original : texts.readIn;
}
