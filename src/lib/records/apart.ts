import { quoted } from '#lib/values/bad-value.ts';

const BEFORE = 30;
const SHORT = 80;

/** Two texts in quotes, the long ones cut so that where they part can be seen. */
export function apart(a: string, b: string): [string, string] {
  const [left, right] = [Array.from(a), Array.from(b)];
  const parting = left.findIndex((letter, index) => letter !== right[index]);
  const at = parting === -1 ? left.length : parting;
  const start = Math.max(left.length, right.length) <= SHORT ? 0 : Math.max(0, at - BEFORE);
  const shown = (letters: readonly string[]) => {
    if (letters.length === 0) return 'nothing';
    return quoted(`${start > 0 ? '…' : ''}${letters.slice(start).join('')}`);
  };
  return [shown(left), shown(right)];
}
