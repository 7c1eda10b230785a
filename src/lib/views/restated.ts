import { numbersIn } from '#lib/values/amount.ts';
import type { Amount } from '#lib/values/amount.ts';
import { roundedTo } from './precedence.ts';

/**
 * Whether two amounts can be one and the same number told in two ways: with another qualifier, rounded, or as a
 * word. Two numbers given to the unit never are, and neither is one that its qualifier rules out.
 */
export function saysTheSame(a: Amount, b: Amount): boolean {
  // "Hundreds" beside 304 takes nothing back; neither does "not known".
  if (numbersIn(a).length === 0 || numbersIn(b).length === 0) return true;
  if (!('value' in a) || !('value' in b)) return false;
  if (a.value === b.value) return true;
  const [rough, fine] = roundedTo(a) >= roundedTo(b) ? [a, b] : [b, a];
  const unit = roundedTo(rough);
  if (unit === 1) return false;
  const off = fine.value - rough.value;
  switch (rough.kind) {
    case 'about':
      return Math.abs(off) <= unit / 2;
    case 'more_than':
      return off >= 0 && off < unit;
    case 'nearly':
    case 'up_to':
      return off <= 0 && -off < unit;
    case 'exact':
    case 'at_least':
      return false;
  }
}
