/** Of entries in ascending order how many are not later than `last`; days, months and sort keys compare as text. */
export function countUntil(entries: readonly string[], last: string): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] ?? last) <= last) low = middle + 1;
    else high = middle;
  }
  return low;
}
