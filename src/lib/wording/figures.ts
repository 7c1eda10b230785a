import { hasEffect } from '#lib/records/caveats.ts';
import type { Figure, Source } from '#lib/records/model.ts';
import { dataTexts } from './data.ts';
import { amountText } from './numbers.ts';
import { sayDayOfYear, sayDayShort } from './days.ts';
import { named } from './places.ts';
import { texts } from './texts.ts';

/** What a figure counts and where, without its number: "civilians killed in Ukraine". */
export function countedText(
  figure: Pick<Figure, 'measure' | 'population' | 'place' | 'origin'>,
): string {
  const { measure, population, place, origin } = figure;
  const whom =
    population.phrase === measure.phrase
      ? population.phrase
      : `${population.phrase} ${measure.phrase}`;
  return measure.drawnAs === 'arrow'
    ? `${measure.phrase} ${place.toPhrase}${place.partOf.includes(origin.id) || place.id === origin.id ? '' : ` from ${named(origin)}`}`
    : `${whom} ${place.inPhrase}`;
}

/** The same without its place, where the text around it has named that: "children killed", "border crossings". */
export function countedShort({
  measure,
  population,
}: Pick<Figure, 'measure' | 'population'>): string {
  return measure.drawnAs === 'arrow' || population.phrase === measure.phrase
    ? measure.phrase
    : `${population.phrase} ${measure.phrase}`;
}

/** The days a figure speaks about: "24 Feb to 27 Feb 2022", "as of 9 Jun 2022", "March 2022". */
export function periodText(figure: Pick<Figure, 'periodStart' | 'asOf'>): string {
  const { periodStart, asOf } = figure;
  if (periodStart === null) return `as of ${sayDayShort(asOf)}`;
  if (periodStart === asOf) return `${asOf.length > 7 ? 'on' : 'in'} ${sayDayShort(asOf)}`;
  const start =
    periodStart.slice(0, 4) === asOf.slice(0, 4)
      ? sayDayOfYear(periodStart)
      : sayDayShort(periodStart);
  return `${start} to ${sayDayShort(asOf)}`;
}

/** Who says so and how sure: "OHCHR, verified". A party to the conflict is named as one. */
export function speakerText(figure: Figure): string {
  const { publisher } = figure.definition;
  return `${publisher.short}${publisher.isParty ? ` (${publisher.part})` : ''}, ${verificationText(figure)}`;
}

/** How sure its speaker is. What is verified and was read in a relay, not at its publisher, says so. */
export function verificationText({ verification, source }: Figure): string {
  const isUnseen =
    verification === 'verified' &&
    source.relayOf !== null &&
    !hasEffect(source.caveats, 'own-words');
  return `${texts.verification[verification]}${isUnseen ? ` (${texts.inRelay})` : ''}`;
}

/** Everything that must stand beside a number, as one sentence; for labels, alternative texts and files. */
export function figureSentence(figure: Figure): string {
  return `${capital(amountText(figure.amount))} ${countedText(figure)}, ${periodText(figure)} (${speakerText(figure)}; ${figure.source.title}).`;
}

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
