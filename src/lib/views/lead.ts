import type { Figure } from '#lib/records/model.ts';
import type { ShownCounter } from './summary.ts';

/** One sentence of a summary's lead: numbers of one publisher for the same dates, each with the counter it is taken from. */
export interface LeadSentence {
  readonly items: readonly { readonly counter: string; readonly figure: Figure }[];
}

/** Sentences of a lead. */
const SENTENCES = 2;
/** Numbers in one of them. */
const NUMBERS = 2;

/**
 * What a summary says first: the headlines of its first counters, and of the next one that counts something else or is
 * published by somebody else. Neighbours that share publisher, dates and standing share a sentence. A counter without a
 * number has no place in it. Nothing is compared and nothing added.
 */
export function leadOf(counters: readonly ShownCounter[]): LeadSentence[] {
  const sentences: { counter: string; figure: Figure }[][] = [];
  for (const { plan, headline } of counters) {
    const figure = headline?.figure;
    if (!figure || figure.amount.kind === 'word' || !('value' in figure.amount)) continue;
    const last = sentences.at(-1);
    if (last?.[0] && last.length < NUMBERS && isAlike(last[0].figure, figure))
      last.push({ counter: plan.id, figure });
    else if (sentences.length < SENTENCES) sentences.push([{ counter: plan.id, figure }]);
    else break;
  }
  return sentences.map((items) => ({ items }));
}

/** Whether one sentence can say publisher, dates and standing of both once. */
const isAlike = (a: Figure, b: Figure): boolean =>
  a.definition.publisher.id === b.definition.publisher.id &&
  a.population.id === b.population.id &&
  a.verification === b.verification &&
  a.source.id === b.source.id &&
  a.periodStart === b.periodStart &&
  a.asOf === b.asOf;
