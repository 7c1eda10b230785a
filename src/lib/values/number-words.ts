const UNITS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
);
const TENS: Readonly<Record<string, number>> = Object.fromEntries(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10]),
);
const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/** With these a number is meant otherwise than its words add up: a half more, half of, a third of, dozens. */
const ELSEWISE =
  /\b(?:halves|third|quarter|fifth|tenth|dozens?|score|percent|per cent)\b|\band a half\b|\bhalf\b(?! (?:a|thousand|million|billion)\b)|%/iu;

/**
 * The one number an English phrase without digits states in words, such as "half a million" or "twenty-one"; null where
 * it states none, more than one, or one that these rules cannot be sure of. "One" alone is left: it is a pronoun as often.
 */
export function numberInWords(phrase: string): number | null {
  if (/\p{N}/u.test(phrase) || ELSEWISE.test(phrase)) return null;
  const words = phrase.toLowerCase().match(/\p{L}+/gu) ?? [];
  const runs: string[][] = [];
  let run: string[] = [];
  for (const [at, word] of words.entries()) {
    const next = words[at + 1] ?? '';
    if (isNumeral(word) || isBetween(word, next, run)) run.push(word);
    else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
  }
  if (run.length > 0) runs.push(run);
  const [only, second] = runs;
  if (only === undefined || second !== undefined) return null;
  return only.length === 1 && only[0] === 'one' ? null : valueOf(only);
}

function isNumeral(word: string): boolean {
  return word in UNITS || word in TENS || word in SCALES || word === 'hundred';
}

/** "Half a million", "a hundred", "one hundred and two". */
function isBetween(word: string, next: string, run: readonly string[]): boolean {
  if (word === 'half') return true;
  if (word === 'a') return next in SCALES || next === 'hundred';
  return word === 'and' && run.at(-1) === 'hundred' && (next in UNITS || next in TENS);
}

/** Null where the words stand in no order that makes a number. */
function valueOf(run: readonly string[]): number | null {
  let [total, part, last] = [0, null as number | null, ''];
  for (const word of run) {
    const scale = SCALES[word];
    if (word === 'half') part = 0.5;
    else if (word === 'a') part = last === 'half' ? 0.5 : 1;
    else if (word === 'hundred') {
      if (part === null || part >= 100) return null;
      part *= 100;
    } else if (scale !== undefined) {
      if (part === null) return null;
      total += part * scale;
      part = null;
    } else if (word !== 'and') {
      const value = UNITS[word] ?? TENS[word] ?? 0;
      const fits = part === null || part % 100 === 0 || (last in TENS && value < 10);
      if (!fits) return null;
      part = (part ?? 0) + value;
    }
    last = word;
  }
  return Number.isInteger(total + (part ?? 0)) ? total + (part ?? 0) : null;
}
