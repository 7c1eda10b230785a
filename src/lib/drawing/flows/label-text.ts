import type { Amount } from '#lib/values/amount.ts';
import { sayAmount } from '#lib/wording/numbers.ts';

/** Room of the letters of a label, in units of the frame: text of 11 units. */
export const LABEL = {
  line: 12.5,
  ascent: 9.5,
  descent: 3,
  letter: 6,
  digit: 6.3,
  code: 6.4,
} as const;

/** A bold digit takes as much room as this many letters. */
const BOLD = 1.2;

/** Units that an amount takes as the first of its label, its value in bold. */
export function widthOf(amount: Amount): number {
  const { qualifier, value } = sayAmount(amount);
  const before = qualifier === '' ? 0 : qualifier.length + 1;
  return (before + value.length * BOLD) * LABEL.digit;
}

/** Units that its value alone takes there. */
export const digitsOf = (amount: Amount): number =>
  sayAmount(amount).value.length * BOLD * LABEL.digit;

/** Letters before the amounts that stand below the first of a label: "back ", "or ", "from … ". */
export const BEFORE = { back: 5, beside: 3, from: 6 } as const;

/** Letters of a name that fit beside one another. */
const LONGEST_NAME = 14;

/** A long name breaks between words, never inside one. */
export function linesOfName(name: string): string[] {
  const lines: string[] = [];
  for (const word of name.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && longer.length <= LONGEST_NAME) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}
