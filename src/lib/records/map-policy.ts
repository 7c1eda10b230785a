import { parseDegrees } from '#lib/values/degrees.ts';
import { parseIsoNumeric } from '#lib/values/iso-numeric.ts';
import { parseOptionalText, parseText } from '#lib/values/text.ts';
import type { PolicyPoint } from './model.ts';
import { register } from './register.ts';
import type { Register } from './register.ts';
import type { Table } from './table.ts';

export function readMapPolicy(file: string, table: Table<'map-policy'>): Register<PolicyPoint> {
  return register('a point', file, table, 'name', (row) => {
    const cells = row.read({
      name: parseText,
      longitude: (text) => parseDegrees(text, 180),
      latitude: (text) => parseDegrees(text, 90),
      iso_numeric: parseIsoNumeric,
      reason: parseText,
      note: parseOptionalText,
    });
    if (cells === null) return null;
    const { name, longitude, latitude, iso_numeric: isoNumeric, reason, note } = cells;
    return { name, at: [longitude, latitude], isoNumeric, reason, note };
  });
}
