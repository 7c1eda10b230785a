import { expect, test } from 'vitest';
import { publisher } from '../../../tests/support/made.ts';
import { byPlace } from './speakers.ts';

test('parties come last whatever place they have, and one place is shared by id', () => {
  const party = publisher({ id: 'party', isParty: true, order: 1 });
  const office = publisher({ id: 'office', isParty: false, order: 32 });
  const agency = publisher({ id: 'agency', isParty: false, order: 32 });
  const first = publisher({ id: 'first', isParty: false, order: 2 });
  expect([party, office, agency, first].sort(byPlace).map(({ id }) => id)).toEqual([
    'first',
    'agency',
    'office',
    'party',
  ]);
});
