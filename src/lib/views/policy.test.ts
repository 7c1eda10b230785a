import { expect, test } from 'vitest';
import { place, policyPoint } from '../../../tests/support/made.ts';
import { policyOf } from './policy.ts';

test('a point is told with the country of its number, not with a part of that country', () => {
  const part = place({ id: 'north', kind: 'region', isoNumeric: '900' });
  const country = place({ id: 'EXA', isoNumeric: '900' });
  const places = new Map([part, country].map((one) => [one.id, one]));
  const [known, unknown] = [policyPoint(), policyPoint({ name: 'Elsewhere', isoNumeric: '999' })];
  expect(policyOf({ mapPolicy: [known, unknown], places })).toEqual([
    { point: known, country },
    { point: unknown, country: null },
  ]);
});
