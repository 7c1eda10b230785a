/** The items of each key, keys and items in the order given. */
export function grouped<T, K extends string>(
  items: Iterable<T>,
  keyOf: (item: T) => K,
): Map<K, [T, ...T[]]> {
  const groups = new Map<K, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
