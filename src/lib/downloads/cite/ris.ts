import { publishedIso } from '#lib/wording/days.ts';
import { citing } from '#lib/wording/citing.ts';
import { citeText, noteParts, type Citation } from '#lib/wording/citation.ts';
import { texts } from '#lib/wording/texts.ts';

const types = { page: 'ELEC', series: 'DATA', source: 'RPRT', figure: 'DATA' } as const;
const genres = {
  report: 'RPRT',
  statement: 'GEN',
  portal_state: 'DATA',
  news: 'NEWS',
  dataset: 'DATA',
} as const;

/** A line of RIS holds one value, and nothing in it may begin another. */
const line = (tag: string, value: string): string => `${tag}  - ${value.replace(/\s+/g, ' ')}`;

/** `2022/02/27/`, or `2022/02//` of a month: what is not known stays empty between its strokes. */
const risDay = (iso: string): string => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${year}/${month}/${day}/`;
};

/** One record, its lines ended as the format has them. */
export function ris(citation: Citation): string {
  const iso = publishedIso(citation.published);
  const state = `${texts.knownOn} ${citation.known}, ${citing.revision} ${citation.revision}.`;
  return [
    line('TY', citation.genre ? genres[citation.genre] : types[citation.kind]),
    line('ID', citation.key),
    // A comma would part a person's names.
    ...(citation.author === null ? [] : [line('AU', citation.author.replaceAll(',', ''))]),
    line('TI', citation.title),
    line('T2', texts.siteName),
    ...(iso === null ? [] : [line('PY', iso.slice(0, 4)), line('DA', risDay(iso))]),
    line('UR', citation.address),
    line('ET', citation.revision),
    line('N1', `${state} ${citeText(noteParts(citation))}`.trim()),
    'ER  - ',
    '',
  ].join('\r\n');
}
