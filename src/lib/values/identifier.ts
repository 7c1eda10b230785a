import { badValue } from './bad-value.ts';

/** Ids become parts of addresses and file names: some file systems end a name at 255. */
const LONGEST = 64;
const EXPECTED = 'an identifier of lower-case letters, digits and single hyphens or underscores';
const EXPECTED_PLACE =
  'a country code in capitals (POL) or an identifier of lower-case letters, digits and single hyphens or underscores';

/** @throws {BadValue} suggesting the identifier that was probably meant. */
export function parseIdentifier(text: string): string {
  if (!isIdentifier(text)) throw badValue(EXPECTED, text, suggestion(text));
  return text;
}

/** A place's id: an identifier, or capitals as in `POL`, `EUROPE-OTHER`. @throws {BadValue} */
export function parsePlaceId(text: string): string {
  const capitals = /^[A-Z]+(?:[-_][A-Z]+)*$/.test(text) && text.length <= LONGEST;
  if (!capitals && !isIdentifier(text)) throw badValue(EXPECTED_PLACE, text, suggestion(text));
  return text;
}

function isIdentifier(text: string): boolean {
  return /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(text) && text.length <= LONGEST;
}

function suggestion(text: string): string {
  if (text === '') return '';
  if (text.length > LONGEST) return `write at most ${LONGEST} characters`;
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9_]+/g, '-')
    .replace(/([-_])[-_]+/g, '$1')
    .replace(/^[-_]+|[-_]+$/g, '');
  return plain === '' ? 'write letters a to z' : `write ${plain}`;
}
