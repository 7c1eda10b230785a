import type { Figure } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { sayDay, sayDayShort, sayPublished } from './days.ts';
import { countedText, periodText, relayText } from './figures.ts';
import { amountText, sayAmount } from './numbers.ts';
import { texts } from './texts.ts';

/**
 * A stretch of the sentence that travels with a number. `about` names what it tells: a caveat's code, the day that
 * `days` ends with; empty for plain words.
 */
export interface QuotePart {
  readonly kind:
    'words' | 'amount' | 'days' | 'caveat' | 'title' | 'published' | 'link' | 'address' | 'code';
  readonly text: string;
  readonly about: string;
}

/** Where and in which state a figure was read. */
export interface ReadAt {
  /** Of a page of this site, whole where the site's own address is known. */
  readonly address: string;
  readonly known: Day;
  /** The data revision. */
  readonly revision: string;
  /** What became of the very number by then, which the sentence must not hide; absent where it is as it was. */
  readonly since?: keyof typeof texts.quote.since | undefined;
}

const part = (kind: QuotePart['kind'], text: string, about = ''): QuotePart => ({
  kind,
  text,
  about,
});
const words = (text: string) => part('words', text);

/**
 * Everything that must leave with a number, in the order of reading: who says so and how sure, the amount with its
 * qualifier, what, where and when; the gravest caveat in full and every other by its label; rule, source and address;
 * where, as known on which day and in which revision it was read. Page, picture and copied text are made of these parts.
 */
export function quoteParts(
  figure: Figure,
  { address, known, revision, since }: ReadAt,
): QuotePart[] {
  const { definition, source } = figure;
  const { publisher } = definition;
  const [gravest, ...others] = figure.caveats;
  const period = periodText(figure);
  const day = sayDayShort(figure.asOf);
  const relay = relayText(source);
  const { isNumber } = sayAmount(figure.amount);
  return [
    words(`${publisher.name} (${publisher.part}), ${texts.verification[figure.verification]}: `),
    ...(isNumber ? [] : [words(`${countedText(figure)}: `)]),
    part('amount', amountText(figure.amount), figure.id),
    words(
      `${isNumber ? ` ${countedText(figure)}` : ''}, ${period.slice(0, period.length - day.length)}`,
    ),
    part('days', day, figure.asOf),
    words('. '),
    ...(since === undefined ? [] : [words(`${texts.quote.since[since]} `)]),
    ...(gravest
      ? [part('caveat', gravest.text, gravest.code), words(' ')]
      : [words(`${texts.noCaveat} `)]),
    ...(others.length === 0
      ? []
      : [
          words(`${texts.quote.also} `),
          ...others.flatMap(({ code, label }, i) => [
            ...(i > 0 ? [words('; ')] : []),
            part('caveat', label, code),
          ]),
          words('. '),
        ]),
    words(`${definition.label}, ${texts.inSource} `),
    part('title', source.title, source.id),
    words(', '),
    part('published', sayPublished(source.published)),
    words(`${relay === null ? '' : ` (${relay})`}, `),
    part('link', source.address),
    words(`. ${texts.seriesPage.quoteRead} ${texts.siteName}, `),
    part('address', address),
    words(`, ${texts.knownOn.toLowerCase()} `),
    part('days', sayDay(known), known),
    words(`, ${texts.quote.revision} `),
    part('code', revision),
    words('.'),
  ];
}

/** The same as one text, with common blanks. */
export const quoteText = (figure: Figure, read: ReadAt): string =>
  quoteParts(figure, read)
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u00a0', ' ');
