import { publishedIso } from '#lib/wording/days.ts';
import { texts } from '#lib/wording/texts.ts';
import { citing } from '#lib/wording/citing.ts';
import {
  citePart,
  citeText,
  noteParts,
  type Citation,
  type CitePart,
} from '#lib/wording/citation.ts';

/** BibTeX counts every brace, also one behind a backslash, so that braces are named and not escaped. */
const named: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
};

/** Text as TeX sets it letter by letter. */
export const escapedForTex = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\{}~^<>|&%$#_]/g, (letter) => named[letter] ?? `\\${letter}`);

/** An address goes to `\url`, which takes all as it is but braces, backslashes and blanks. */
const addressForTex = (address: string): string => address.replace(/[\\{}\s]/g, encodeURIComponent);

const months = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
] as const;

/** The fields that say when it came out, as precisely as is known. */
function whenParts(iso: string | null): CitePart[] {
  if (iso === null) return [];
  const [year = '', month = '', day] = iso.split('-');
  return [
    citePart('words', '  year = {'),
    citePart('days', year, iso),
    citePart('words', `},\n  month = ${months[Number(month) - 1] ?? ''},\n`),
    ...(day === undefined
      ? []
      : [
          citePart('words', '  day = {'),
          citePart('days', String(Number(day)), iso),
          citePart('words', '},\n'),
        ]),
  ];
}

/** One BibTeX entry in stretches, so that a page can mark its days, titles and addresses. */
export function bibtexParts(citation: Citation): CitePart[] {
  // Escaped, an address leads nowhere: it is shown as code.
  const note = noteParts(citation).map(({ kind, text }) =>
    citePart(kind === 'link' ? 'code' : kind, escapedForTex(text)),
  );
  return [
    citePart('words', '@misc{'),
    citePart('code', citation.key),
    citePart(
      'words',
      `,\n${citation.author === null ? '' : `  author = {{${escapedForTex(citation.author)}}},\n`}  title = {{`,
    ),
    citePart('title', escapedForTex(citation.title)),
    citePart('words', `}},\n  howpublished = {${texts.siteName}},\n`),
    ...whenParts(publishedIso(citation.published)),
    citePart('words', '  url = {'),
    citePart('code', addressForTex(citation.address)),
    citePart('words', '},\n  version = {'),
    citePart('code', citation.revision),
    citePart('words', '},\n  note = {'),
    citePart('words', `${texts.knownOn} `),
    citePart('days', citation.known, citation.known),
    citePart('words', `, ${citing.revision} `),
    citePart('code', citation.revision),
    citePart('words', '. '),
    ...note,
    citePart('words', '},\n}\n'),
  ];
}

export const bibtex = (citation: Citation): string => citeText(bibtexParts(citation));
