import type { Figure } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';

const memory = new WeakMap<Figure, Map<number, Figure>>();
/** Of each variant the figure it was made of: what one day could not know another may. */
const wholes = new WeakMap<Figure, Figure>();

/**
 * The figure as a reader could know it on `day`: without the caveats that became known only later. Asked twice
 * for the same knowledge it is the same record, so that a page lists it once.
 */
export function knowing(shown: Figure, day: Day): Figure {
  // Asked hundreds of thousands of times; nearly all figures have no such caveat, and no variant.
  if (!hasAny(shown.caveatsFrom)) return shown;
  const figure = wholes.get(shown) ?? shown;
  const dated = Object.entries(figure.caveatsFrom);
  const later = new Set(dated.filter(([, from]) => from > day).map(([code]) => code));
  if (later.size === 0) return figure;
  const variants = memory.get(figure) ?? new Map<number, Figure>();
  memory.set(figure, variants);
  // Which caveats are known follows from how many are: they come one after the other.
  const held = variants.get(later.size);
  if (held) return held;
  const variant = { ...figure, caveats: figure.caveats.filter(({ code }) => !later.has(code)) };
  variants.set(later.size, variant);
  wholes.set(variant, figure);
  return variant;
}

function hasAny(record: Readonly<Record<string, unknown>>): boolean {
  for (const _ in record) return true;
  return false;
}
