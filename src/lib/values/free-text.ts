import { BadValue, badValue } from './bad-value.ts';
import { parseText } from './text.ts';

/** Characters. The longest text of the seeds has half as many. */
export const LONGEST_FREE_TEXT = 600;

const EXPECTED = 'words without a count';
const MAIL = /[^\s@]+(?:@|\s?\((?:at|ät)\)\s?)[^\s@]+\.[^\s@]+/iu;
/** Seven digits or more, parted as telephones are and not as thousands; or fewer behind a word or sign that says it. */
const TELEPHONE =
  /(?:\+|\b(?:tel(?:ephone)?|phone|mobile|whatsapp|viber)\b[.:]?)\s?\(?\d[\d\s()./-]{4,}\d|(?<![\d.,])\(?\d{2,4}\)?[ /-]\d{2,4}[ -]\d{2,4}(?:[ -]\d{2,4})*(?![\d.,])/iu;
const THOUSANDS = /^\d{1,3}(?: \d{3})+$/;

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?';
const YEAR = '(?:19|20)\\d{2}(?!\\d)';
const DAY = '(?:[12]?\\d|3[01])(?:st|nd|rd|th)?';
/** Not in the middle of a longer number. */
const START = '(?<![\\d.,])';
const END = '(?![.,]?\\d)';

/** People, and what happens to them: behind these a number counts. */
const COUNTED =
  '(?:killed|injured|wounded|dead|died|deaths?|casualties|victims|missing|displaced|people|persons?|individuals|civilians?|children|child|girls?|boys?|women|men|adults|refugees?|returnees|crossings?|arrivals|entries|cases|families|households|idps)\\b';
const NOT_COUNTED = `(?!\\s+(?:\\p{L}+\\s+)?${COUNTED})`;

/** What may be written in digits: dates, times of day, ages, resolutions, documents and their parts, and names with a digit in them. */
const ALLOWED: readonly RegExp[] = [
  // 2022-02-24, 24.02.2022, 24/02/2022
  `${START}\\d{4}-\\d{2}(?:-\\d{2})?(?:T\\d{2}:\\d{2}(?:Z|[+-]\\d{2}:\\d{2})?)?(?![\\d-])`,
  `${START}\\d{1,2}([./])\\d{1,2}\\1${YEAR}`,
  // 10 to 16 March 2022; March 10, 2022
  `${START}${DAY}(?:\\s?(?:to|and|or|,|\u2013|-)\\s?${DAY})*\\s${MONTH}(?:,?\\s${YEAR})?${END}`,
  `${MONTH}\\s${DAY},\\s${YEAR}`,
  `${MONTH},?\\s${YEAR}`,
  // A year behind a word that a date may follow, or behind a name
  `(?<=(?:\\b(?:of|in|since|from|to|until|till|by|before|after|for|during|early|mid|late|end|year|spring|summer|autumn|winter|and|or)|\\b\\p{Lu}[\\p{L}\\p{N}]*|[,(/\u2013:])[ -]?)${YEAR}(?:[/\u2013-](?:${YEAR}|\\d{2}(?!\\d)))?${END}${NOT_COUNTED}`,
  `^${YEAR}${END}${NOT_COUNTED}`,
  `${START}(?:[01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?(?!\\d)`,
  `\\b(?:aged? \\d{1,2}(?: (?:to|and|or) (?:\\d{1,2}|over|older|more))?|under 18)\\b`,
  // S/RES/2623 (2022), A/HRC/49/71, S/PV.9123, ES-11/1
  `\\b\\p{Lu}{1,4}(?:-\\d{1,2})?(?:\\/[\\p{Lu}\\d.-]+)+(?: \\(${YEAR}\\))?(?:\\/\\p{L}[\\p{L}\\d.]*)*`,
  `\\b[Rr]esolutions? (?:\\p{Lu}{1,3}-)?\\d{1,4}(?:\\/\\d{1,4})?(?: \\(${YEAR}\\))?(?: and \\d{1,4}(?: \\(${YEAR}\\))?)?${END}${NOT_COUNTED}`,
  `(?:\\b(?:[Nn]o|[Nn]r|[Pp]p?|[Ff]ig|[Aa]rt|[Pp]aras?|[Vv]ol|[Dd]oc)\\.|\\b(?:[Uu]pdate|[Rr]eport|[Bb]ulletin|[Ii]ssue|[Rr]ound|[Ee]dition|[Vv]ersion|[Vv]olume|[Dd]ocument|[Pp]ages?|[Tt]ables?|Figure|[Aa]nnex|[Aa]ppendix|[Cc]hapter|[Ss]ection|[Pp]aragraphs?|[Aa]rticles?|[Ss]lides?|[Ss]heet|[Ff]ootnotes?|[Ii]tem|[Mm]ap|[Cc]hart)|\u2116|#)\\s?#?\\d{1,3}(?:\\.\\d{1,2})?(?:\\s?(?:to|and|\u2013|-)\\s?\\d{1,3})?${END}${NOT_COUNTED}`,
  `${START}\\d{1,4}(?:st|nd|rd|th) (?:meeting|session|round|update|report|edition|plenary)`,
  // A name: CR4U, G7, 444.hu
  `(?<![\\p{L}\\p{N}.,])\\p{Lu}\\p{L}*-?\\d{1,3}(?:\\p{L}+)?(?![\\p{L}\\p{N}])`,
  `(?<![\\p{L}\\p{N}.,])[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*\\.(?:\\p{Ll}{2,6})(?![\\p{L}\\p{N}])`,
].map((source) => new RegExp(source, 'gu'));

const SMALL =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety';
const ALLOWED_WORDS: readonly RegExp[] = [
  `\\b(?:${SMALL})[ -](?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|quarters?|years?)\\b`,
  `\\bhalf past (?:one|${SMALL})\\b`,
  `\\b(?:${SMALL})(?: o.clock)? in the (?:morning|afternoon|evening)\\b`,
  `\\b(?:first|second) half\\b`,
  // What texts are about, and no people
  `\\bthe two\\b(?!\\s+(?:\\p{L}+\\s+)?(?:${COUNTED}|hundred|thousand|million))`,
  `\\b(?:${SMALL}) (?:numbers|counts|rules|series|tables|columns|lines|parts|texts|copies|publications|publishers|reports|regions|places|countries|sides)\\b`,
].map((source) => new RegExp(source, 'giu'));
const WORDS = new RegExp(
  `\\b(?:${SMALL}|hundreds?|thousands?|millions?|billions?|dozens?|half an? (?:hundred|thousand|million|billion))\\b`,
  'iu',
);
/** Hundreds, thousands and millions in languages of publishers that are quoted often. */
const FOREIGN_WORDS =
  /(?<!\p{L})(?:сот(?:ні|ни|ня|ен)|тисяч\p{L}*|тысяч\p{L}*|тис\.|тыс\.|мільйон\p{L}*|миллион\p{L}*|млн|tysi[ąęa]c\p{L}*|milion\p{L}*|tausend\p{L}*|millionen|mille|milliers?|miles de|mil|mill[oó]n\p{L}*|ezer|mii de)(?!\p{L})|[百千万萬億亿]|(?:ألف|آلاف|مليون|ملايين|مئات)/iu;

/**
 * Why a title, note, locator or caption cannot be shown; null where it can. A number in it would travel without what belongs to
 * it: only dates, times, ages, and numbers of resolutions and documents are allowed there, and nothing by which a person can be reached.
 */
export function refusalOfFreeText(text: string): string | null {
  const refuse = (expected: string, found: string, wayOut: string) =>
    badValue(expected, found, wayOut).message;
  const length = Array.from(text).length;
  if (length > LONGEST_FREE_TEXT) {
    const expected = `at most ${LONGEST_FREE_TEXT} characters`;
    return `expected ${expected}, found ${length}; shorten it, the publication says the rest`;
  }
  const [mail] = MAIL.exec(text) ?? [];
  if (mail !== undefined)
    return refuse('no e-mail address', mail, 'delete it: nobody’s address is passed on here');
  const rest = without(text, ALLOWED);
  const [telephone] = TELEPHONE.exec(rest) ?? [];
  if (telephone !== undefined && !THOUSANDS.test(telephone))
    return refuse('no telephone number', telephone, 'delete it: nobody’s number is passed on here');
  const [other] = /[^\P{N}0-9]+/u.exec(text) ?? [];
  if (other !== undefined)
    return refuse(EXPECTED, other, `${AS_FIGURE}; dates have the digits 0 to 9`);
  const [digits] = /\d(?:[\d.,\s\u00a0\u202f]*\d)?/u.exec(rest) ?? [];
  if (digits !== undefined) return refuse(EXPECTED, digits, `${AS_FIGURE}. ${MAY_STAND}`);
  const [word] = WORDS.exec(without(text, ALLOWED_WORDS)) ?? FOREIGN_WORDS.exec(text) ?? [];
  return word === undefined
    ? null
    : refuse(EXPECTED, word.trim(), `${AS_FIGURE}; a word like “both” or “some” is allowed`);
}

/** A caption. @throws {BadValue} as `parseText`, and for what `refusalOfFreeText` refuses. */
export function parseCaption(text: string): string {
  const refusal = refusalOfFreeText(parseText(text));
  if (refusal !== null) throw new BadValue(refusal);
  return text;
}

const AS_FIGURE =
  'a number needs its publisher, date and caveats. Make it a figure of its own, or leave it out';
const MAY_STAND =
  'Allowed: dates (month in English words, or YYYY-MM-DD) and document numbers (“update 12”, “page 3”, “S/RES/2623”)';

const without = (text: string, allowed: readonly RegExp[]) =>
  allowed.reduce((rest, one) => rest.replace(one, '\u0001'), text);
