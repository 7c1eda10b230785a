import { badValue } from '#lib/values/bad-value.ts';
import type { Entry } from './entry.ts';
import type { Place } from './model.ts';
import type { Register } from './register.ts';

/** A place that a map or a line can show; null, and a fault, when it is not known or has no coordinates. */
export function readPlaced(entry: Entry, places: Register<Place>): Place | null {
  const place = entry.read(places.find);
  if (place === null || place.at !== null) return place;
  const wayOut = 'add longitude and latitude to places.csv';
  entry.refuse(badValue('a place with coordinates', place.id, wayOut).message);
  return null;
}
