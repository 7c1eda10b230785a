const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:tember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const year = '(?:19|20)\\d\\d';

/**
 * What a date looks like in running text, as sources of regular expressions (flags `giu`), since some travel to the
 * browser. A year alone is one only where the words say so.
 */
export const datePatterns: readonly string[] = [
  `\\b${year}-\\d\\d(?:-\\d\\d)?(?:T\\d\\d:\\d\\d(?:Z|[+\\-]\\d\\d:\\d\\d)?)?`,
  `\\b(?:\\d{1,2}(?: ?[–\\-] ?| to | and ))?\\d{1,2} ${month}\\b(?: ${year}\\b)?`,
  `\\b${month}(?: (?:to|and) ${month})? ${year}\\b`,
  `\\b(?:spring|summer|autumn|winter) ${year}\\b`,
  `\\b(?:in|since|of|from|until|before|after|end|mid|to|for|during|late|early|and)[ \\-]${year}(?:[–\\-]${year})?\\b`,
  '\\b\\d\\d:\\d\\d \\(UTC(?:[+\\-]\\d\\d:\\d\\d)?\\)',
];

const dates = datePatterns.map((pattern) => new RegExp(pattern, 'giu'));

/** Whether a digit is left, of any script, once the dates are taken away. */
export const hasNumber = (text: string): boolean =>
  isDigit.test(text) &&
  isDigit.test(dates.reduce((left, date) => left.replace(date, ' '), text.replace(/\s+/g, ' ')));

const isDigit = /\p{Nd}/u;
