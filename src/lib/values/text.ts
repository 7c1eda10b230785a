import { badValue, escaped } from './bad-value.ts';

/** What cannot be seen, or makes what can be seen appear elsewhere; U+FFFD stands for broken bytes. */
const UNSEEN =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffd]/u;
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Text as it will be shown: one line, nothing invisible, nothing that changes direction, composed
 * letters (NFC), no blank at either end. Markup is lawful: it is text and stays text.
 * @throws {BadValue} also for nothing; `parseOptionalText` takes that.
 */
export function parseText(text: string, expected = 'text'): string {
  if (text === '') throw badValue(expected, text);
  assertSeen(text, expected);
  return text;
}

/** @throws {BadValue} as `parseText`, but nothing is lawful. */
export function parseOptionalText(text: string): string {
  assertSeen(text, 'text');
  return text;
}

function assertSeen(text: string, expected: string): void {
  const [unseen] = UNSEEN.exec(text) ?? [];
  if (unseen !== undefined) throw badValue(expected, text, wayOut(unseen));
  if (text !== text.trim()) {
    throw badValue(expected, text, 'delete the blanks at its beginning and end');
  }
  const composed = text.normalize('NFC');
  if (text !== composed) {
    // Both would look the same in a message.
    const marks = text.replace(/\p{M}/gu, escaped);
    throw badValue(`${expected} in composed letters (NFC)`, marks, `write ${composed}`);
  }
}

function wayOut(unseen: string): string {
  const code = escaped(unseen);
  if (unseen === '\n' || unseen === '\r') return `write it on one line (it has ${code})`;
  if (unseen === '\ufffd')
    return `save the file as UTF-8 and write the lost letter (${code}) again`;
  if (TURNING.test(unseen)) return `delete ${code}, which changes the direction of what is read`;
  return `delete ${code}, which cannot be seen`;
}
