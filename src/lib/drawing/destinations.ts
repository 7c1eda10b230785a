import type { Place } from '#lib/records/model.ts';

type LonLat = readonly [longitude: number, latitude: number];

/** Where the label stands beside the end of the arrow. */
export type Side = 'left' | 'right' | 'above' | 'below';

/** How the way to one place is drawn. */
export interface Way {
  /** Where the arrow starts inside Ukraine: schematic, and far enough from the others to part from them. */
  readonly from: LonLat;
  /** Sideways bulge as a share of the length; positive bends to the left of someone walking it. */
  readonly bend: number;
  readonly side: Side;
  /** Units by which the label moves from there, so that neighbours do not meet. */
  readonly nudge: readonly [x: number, y: number];
  /** Where the arrow ends, for a group of countries: it has no point of its own and leaves the frame. */
  readonly to?: LonLat;
}

/**
 * Set by eye, as a mapmaker places names; `labelCollisions` and its test watch over it. The starts
 * run down the western half from north to south in the order of the ends, so that no two cross.
 */
const WAYS: Readonly<Record<string, Way>> = {
  BLR: { from: [29.9, 50.7], bend: 0.1, side: 'above', nudge: [0, 0] },
  'EUROPE-OTHER': {
    from: [28.2, 50.9],
    bend: -0.16,
    side: 'above',
    nudge: [0, 0],
    to: [13.2, 53],
  },
  POL: { from: [27.6, 50.35], bend: -0.12, side: 'left', nudge: [0, 4] },
  SVK: { from: [26.2, 49.35], bend: -0.08, side: 'left', nudge: [0, -2] },
  HUN: { from: [26.4, 48.75], bend: 0.12, side: 'left', nudge: [0, 5] },
  ROU: { from: [27.6, 48.65], bend: 0.14, side: 'below', nudge: [0, 0] },
  MDA: { from: [30, 48.7], bend: 0.14, side: 'below', nudge: [52, 0] },
  RUS: { from: [35.4, 49.6], bend: -0.14, side: 'above', nudge: [0, 0] },
};

/** The middle of Ukraine, for a place the table does not know. */
const HEART: LonLat = [30.5, 49.3];

/** Any other place gets an arrow from the middle, a label on the far side, and no promise of room. */
export function wayTo(place: Place): Way {
  const known = WAYS[place.id];
  if (known) return known;
  const east = (place.at?.[0] ?? HEART[0]) - HEART[0];
  return { from: HEART, bend: 0.1, side: east < 0 ? 'left' : 'right', nudge: [0, 0] };
}

/** The end of an arrow in degrees; null for a place that can only stand in the list. */
export function endAt(place: Place): LonLat | null {
  return wayTo(place).to ?? place.at;
}
