import { badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { parseDegrees } from '#lib/values/degrees.ts';
import { parseIdentifier, parsePlaceId } from '#lib/values/identifier.ts';
import { parseIsoNumeric } from '#lib/values/iso-numeric.ts';
import { parseList } from '#lib/values/list.ts';
import { optional } from '#lib/values/optional.ts';
import { parseOptionalText, parseText } from '#lib/values/text.ts';
import { parseWhole } from '#lib/values/whole.ts';
import { caveatsOf } from './caveats.ts';
import { idsOf, refuseCircles } from './links.ts';
import type { Caveat, Measure, Place, Population, Publisher } from './model.ts';
import { register } from './register.ts';
import type { Register } from './register.ts';
import type { Table } from './table.ts';

export function readMeasures(
  file: string,
  table: Table<'measures'>,
  caveats: Register<Caveat>,
): Register<Measure> {
  return register('a measure', file, table, 'id', (row) => {
    const cells = row.read({
      id: parseIdentifier,
      label: parseText,
      phrase: parseText,
      drawn_as: (text) => parseChoice(text, ['arrow', 'circle', 'none']),
      caveats: caveatsOf(caveats),
      map_heading: parseOptionalText,
      counted: parseOptionalText,
      explained: parseOptionalText,
    });
    if (cells === null) return null;
    const { drawn_as: drawnAs, map_heading: mapHeading, ...rest } = cells;
    return { ...rest, drawnAs, mapHeading };
  });
}

export function readPopulations(file: string, table: Table<'populations'>): Register<Population> {
  const known = idsOf('a population', file, table, 'id');
  refuseCircles(table, 'id', 'part_of');
  return register('a population', file, table, 'id', (row) => {
    const cells = row.read({
      id: parseIdentifier,
      label: parseText,
      phrase: parseText,
      part_of: (text) => parseList(text, known.find),
    });
    if (cells === null) return null;
    const { part_of: partOf, ...rest } = cells;
    return { ...rest, partOf };
  });
}

export function readPlaces(file: string, table: Table<'places'>): Register<Place> {
  const known = idsOf('a place', file, table, 'id');
  refuseCircles(table, 'id', 'part_of');
  return register('a place', file, table, 'id', (row) => {
    const cells = row.read({
      id: parsePlaceId,
      label: parseText,
      in_phrase: parseText,
      to_phrase: parseText,
      kind: (text) => parseChoice(text, ['country', 'region', 'city', 'territory', 'group']),
      part_of: (text) => parseList(text, known.find),
      iso_numeric: optional(parseIsoNumeric),
      longitude: optional((text) => parseDegrees(text, 180)),
      latitude: optional((text) => parseDegrees(text, 90)),
    });
    if (cells === null) return null;
    const { id, label, kind, longitude, latitude } = cells;
    if ((longitude === null) !== (latitude === null)) {
      const lacking = longitude === null ? 'longitude' : 'latitude';
      row.refuse(lacking, badValue('both coordinates or none', '', 'add the other one').message);
      return null;
    }
    return {
      id,
      label,
      inPhrase: cells.in_phrase,
      toPhrase: cells.to_phrase,
      kind,
      partOf: cells.part_of,
      isoNumeric: cells.iso_numeric,
      at: longitude === null || latitude === null ? null : [longitude, latitude],
    };
  });
}

export function readPublishers(file: string, table: Table<'publishers'>): Register<Publisher> {
  /** Of one file: the shared publishers and a situation's own are put in order by what they are. */
  const orders = new Map<string, number>();
  return register('a publisher', file, table, 'id', (row) => {
    const cells = row.read({
      id: parseIdentifier,
      name: parseText,
      short: parseText,
      kind: parseOptionalText,
      part: parseText,
      is_party: (text) => parseChoice(text, ['yes', 'no']),
      order: parseWhole,
    });
    if (cells === null) return null;
    const place = `${row.file} ${cells.order}`;
    const first = orders.get(place);
    if (first !== undefined) {
      const wayOut = `line ${first} has it; two publishers cannot share one place`;
      row.refuse('order', badValue('each order once', row.raw('order'), wayOut).message);
    }
    orders.set(place, first ?? row.line);
    const { is_party: isParty, ...rest } = cells;
    return { ...rest, isParty: isParty === 'yes' };
  });
}
