import { texts } from './texts.ts';

/** A number without its sign, and the unit that says the sign: `44.95` and `°N`. */
export function sayDegrees(degrees: number, axis: 'longitude' | 'latitude'): [string, string] {
  const { north, south, east, west } = texts.degrees;
  const unit =
    degrees === 0
      ? '°'
      : axis === 'latitude'
        ? degrees > 0
          ? north
          : south
        : degrees > 0
          ? east
          : west;
  return [String(Math.abs(degrees)), unit];
}
