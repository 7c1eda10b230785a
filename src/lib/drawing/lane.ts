import { bounds, type Amount } from '#lib/values/amount.ts';
import { placeOn } from './scale-marks.ts';

/** Where an amount lies on a lane from zero, in per cent of its width. */
export interface LanePlaces {
  /** The ends that are given: one, or two of a range. */
  readonly at: readonly number[];
  /** Between which ends its own words place the true number. */
  readonly from: number;
  readonly to: number;
  /** Whether no upper end is known. */
  readonly isOpen: boolean;
}

/** The places of an amount on a linear scale that ends at `most`; null for what is no number. */
export function placesOn(amount: Amount, most: number): LanePlaces | null {
  const place = (value: number) => placeOn(value, most);
  if (most <= 0) return null;
  if (amount.kind === 'between') return between(place(amount.low), place(amount.high));
  if (!('value' in amount)) return null;
  const at = place(amount.value);
  const isOpen = bounds(amount).high === null && bounds(amount).low !== null;
  return { at: [at], from: at, to: isOpen ? 100 : at, isOpen };
}

const between = (low: number, high: number): LanePlaces => ({
  at: [low, high],
  from: low,
  to: high,
  isOpen: false,
});
