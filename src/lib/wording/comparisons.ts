import type { Exceeding } from '#lib/views/exceeding.ts';
import type { Lower } from '#lib/views/comparisons.ts';
import { sayPublished } from './days.ts';
import { asOfText } from './figures.ts';
import { texts } from './texts.ts';

/**
 * What a number that is lower than its publisher's for an earlier day means, or one that takes the place of such a
 * number; the other number follows.
 */
export function lowerText({ kind, figure, other, otherSaid }: Lower): string {
  const { lower } = texts;
  if (kind === 'lower') return lower.state;
  const day = asOfText(other);
  const published = sayPublished(other.source.published);
  if (kind === 'superseded')
    return `${lower.gaveLess} ${day}, ${lower.publishedBefore} ${published}. ${lower.publishedAfter} ${sayPublished(figure.source.published)}:`;
  switch (otherSaid) {
    case 'later':
      return `${lower.contradicts} ${day}, ${lower.publishedLater} ${published}. ${lower.laterApplies}`;
    case 'before':
      return `${lower.contradicts} ${day}, ${lower.publishedBefore} ${published}. ${lower.thisApplies} ${sayPublished(figure.source.published)}.`;
    case 'same-publication':
      return `${lower.contradicts} ${day}, ${lower.samePublication}`;
    case 'same-day':
    case null:
      return `${lower.contradicts} ${day}. ${lower.nobodySays}`;
  }
}

/** Where countries of other dates are together more than their total: both kinds of dates, and no sum. */
export function exceedingText({ total, first, last }: Exceeding): string {
  const { adds, ofDates, to, totalOf } = texts.exceeding;
  const dates =
    first.asOf === last.asOf ? asOfText(first) : `${asOfText(first)} ${to} ${asOfText(last)}`;
  return `${adds} ${ofDates} ${dates}; ${totalOf} ${asOfText(total)}.`;
}
