import { citeText, plainParts, type Citation } from '#lib/wording/citation.ts';

/** The citation as one line of text. */
export const plain = (citation: Citation): string => `${citeText(plainParts(citation)).trim()}\n`;
