/**
 * Heights for labels that stand in one column, each as near to its wish as the others let it, at
 * least `distance` apart, between `top` and `bottom`, in the order of their wishes. Where there
 * is no room for all, they stand evenly closer.
 */
export function apart(
  wishes: readonly number[],
  distance: number,
  top: number,
  bottom: number,
): number[] {
  const order = wishes
    .map((wish, index) => ({ wish, index }))
    .sort((a, b) => a.wish - b.wish || a.index - b.index);
  const step = Math.min(distance, (bottom - top) / Math.max(1, order.length - 1));
  const heights = order.map(({ wish }) => Math.min(Math.max(wish, top), bottom));
  for (let i = 1; i < heights.length; i += 1)
    heights[i] = Math.max(heights[i] ?? 0, (heights[i - 1] ?? 0) + step);
  // What was pushed out at the foot comes back and pushes those above it.
  let limit = bottom;
  for (let i = heights.length - 1; i >= 0; i -= 1) {
    heights[i] = Math.min(heights[i] ?? 0, limit);
    limit = (heights[i] ?? 0) - step;
  }
  const placed: number[] = [];
  order.forEach(({ index }, rank) => {
    placed[index] = Math.round((heights[rank] ?? 0) * 10) / 10;
  });
  return placed;
}
