/**
 * One cell that cannot be read. The message is a sentence fragment of the form
 * `expected …, found …; way out`, in plain words, without file or column: the row adds these.
 */
export class BadValue extends Error {
  override name = 'BadValue';
}

/** Closes a `switch` over a union: a kind nobody handles does not compile. */
export function never(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`);
}

/** Whatever could hide in a message: what has no shape, or turns the direction of what has one. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u00a0\u2000-\u200a\u202f\u205f\u2800\u3000\ufffd]/gu;
const LONGEST = 80;

/** Found text in quotes, as one line, with every character that cannot be seen written as `\u202e`. */
export function quoted(text: string): string {
  const letters = Array.from(text);
  const cut = letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : text;
  return `"${cut.replace(UNSEEN, escaped)}"`;
}

/** `\u202e`; beyond the first 65,536 characters `\u{e0041}`. */
export function escaped(letter: string): string {
  const code = (letter.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}

/** The one form of a refusal; without a way out the expectation says enough. */
export function badValue(expected: string, text: string, wayOut = ''): BadValue {
  const found = text === '' ? 'nothing' : quoted(text);
  return new BadValue(`expected ${expected}, found ${found}${wayOut === '' ? '' : `; ${wayOut}`}`);
}
