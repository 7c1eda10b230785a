/**
 * A short mark of these lines, whatever their order: one letter changed, one line more or less gives another. It keeps
 * nobody from writing the mark, too; it tells a slip and a cut from what the publish command wrote.
 */
export function sealOf(lines: readonly string[]): string {
  const text = [...lines].sort().join('\n');
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  const mixed = (one: number, other: number) =>
    Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  return [mixed(high, low), mixed(low, high)]
    .map((half) => (half >>> 0).toString(16).padStart(8, '0'))
    .join('');
}
