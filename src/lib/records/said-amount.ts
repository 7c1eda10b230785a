import type { State } from './things.ts';

/** What a figure says, as its cells have it: `at_least 102`, `between 40000 50000`, `word hundreds`, `withheld`. */
export function saidAmount({ qualifier, value, value_high: high, stated_as: word }: State): string {
  const parts = qualifier === 'word' ? [qualifier, word] : [qualifier, value, high];
  return parts.filter((part) => part !== undefined).join(' ');
}
