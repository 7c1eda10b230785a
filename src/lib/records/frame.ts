import { badValue } from '#lib/values/bad-value.ts';
import { parseDegrees } from '#lib/values/degrees.ts';
import { parseIdentifier } from '#lib/values/identifier.ts';
import { parseCaption } from '#lib/values/free-text.ts';
import { parseWhole } from '#lib/values/whole.ts';
import type { Entry } from './entry.ts';
import type { Frame, Place } from './model.ts';
import { readPlaced } from './placed.ts';
import type { Register } from './register.ts';

const KEYS = ['id', 'label', 'middle', 'parallels', 'scale', 'size', 'places'] as const;

/** `ids` are those of the frames before it. */
export function readFrame(entry: Entry, ids: Set<string>, places: Register<Place>): Frame | null {
  const fields = entry.fields(KEYS);
  if (fields === null) return null;
  const id = fields.id.read((text) => {
    if (ids.has(text)) throw badValue('each frame once', text, 'another frame has this id');
    ids.add(text);
    return parseIdentifier(text);
  });
  const label = fields.label.read(parseCaption);
  const middle = readPair(fields.middle, 'longitude and latitude', [
    (text) => parseDegrees(text, 180),
    parseLatitude,
  ]);
  const parallels = readPair(fields.parallels, 'two latitudes', [parseLatitude, parseLatitude]);
  const scale = fields.scale.read(parseUnits);
  const size = readPair(fields.size, 'width and height', [parseUnits, parseUnits]);
  const once = new Set<string>();
  const shown = fields.places.list((item) => {
    const place = readPlaced(item, places);
    if (place === null) return null;
    if (once.has(place.id)) {
      item.refuse(badValue('each place once', place.id, 'delete the second').message);
      return null;
    }
    once.add(place.id);
    return place;
  });
  if (id === null || label === null || middle === null || parallels === null) return null;
  if (scale === null || size === null || shown === null) return null;
  const [width, height] = size;
  return { id, label, middle, parallels, scale, width, height, places: shown };
}

/** Of a cone: at a pole it would have no width. */
function parseLatitude(text: string): number {
  const latitude = parseDegrees(text, 90);
  if (Math.abs(latitude) < 90) return latitude;
  throw badValue('a latitude between the poles', text);
}

function parseUnits(text: string): number {
  const expected = 'a whole number of units, one or more';
  const units = parseWhole(text, expected);
  if (units === 0) throw badValue(expected, text);
  return units;
}

function readPair(
  entry: Entry,
  expected: string,
  parsers: readonly [(text: string) => number, (text: string) => number],
): [number, number] | null {
  let items = 0;
  const pair = entry.list((item) => {
    const parse = parsers[items++];
    return parse === undefined ? 0 : item.read(parse);
  });
  if (items !== parsers.length && (items > 0 || pair !== null)) {
    entry.refuse(
      `expected ${expected}, found a list of ${items}; write two numbers, as in [25, 50]`,
    );
    return null;
  }
  const [first, second] = pair ?? [];
  return first === undefined || second === undefined ? null : [first, second];
}
