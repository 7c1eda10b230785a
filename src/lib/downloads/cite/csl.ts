import { publishedIso } from '#lib/wording/days.ts';
import { citing } from '#lib/wording/citing.ts';
import { citeText, noteParts, type Citation } from '#lib/wording/citation.ts';
import { texts } from '#lib/wording/texts.ts';

const genres = {
  report: 'report',
  statement: 'document',
  portal_state: 'dataset',
  news: 'article-newspaper',
  dataset: 'dataset',
} as const;
const types = { page: 'webpage', series: 'dataset', source: 'report', figure: 'dataset' } as const;

/** A date of CSL-JSON: year, month and day, as many of them as are known. */
const dateOf = (iso: string) => ({ 'date-parts': [iso.split('-').map(Number)] });

/** One item in a list, as reference managers take it. */
export const cslJson = (citation: Citation): string =>
  `${JSON.stringify([cslItem(citation)], null, 1)}\n`;

/** Many in one list, an item a line. */
export const cslList = (citations: readonly Citation[]): string =>
  `[\n${citations.map((citation) => JSON.stringify(cslItem(citation))).join(',\n')}\n]\n`;

/** A name that is no person's is `literal`; an undated text has no `issued`. */
function cslItem(citation: Citation) {
  const iso = publishedIso(citation.published);
  const note = citeText(noteParts(citation)).trim();
  return {
    id: citation.key,
    type: citation.genre ? genres[citation.genre] : types[citation.kind],
    title: citation.title,
    ...(citation.author === null ? {} : { author: [{ literal: citation.author }] }),
    'container-title': texts.siteName,
    ...(iso === null ? {} : { issued: dateOf(iso) }),
    URL: citation.address,
    version: citation.revision,
    note: `${texts.knownOn} ${citation.known}, ${citing.revision} ${citation.revision}.${note === '' ? '' : ` ${note}`}`,
  };
}
