import { expect, test } from 'vitest';
import { definition, figure, place, publisher } from '../../../tests/support/made.ts';
import { exceedingOf } from './exceeding.ts';

/* Made-up countries of a made-up region. */
const region = place({ id: 'REGION', kind: 'region' });
const total = (value: number, asOf = '2030-01-04') => figure({ place: region, value, asOf });
const country = (id: string, value: number, asOf = '2030-01-04', rule = definition()) =>
  figure({ place: place({ id, partOf: ['REGION'] }), value, asOf, definition: rule });

test('countries of later dates that are together more than their total are told with their dates', () => {
  const whole = total(100);
  const [last, first] = [country('SAM', 80, '2031-02-03'), country('MOD', 40, '2030-06-05')];
  expect(exceedingOf([whole], [last, first])).toEqual({ total: whole, first, last });
});

test('nothing is told where they are no more, or of the very date of the total', () => {
  expect(exceedingOf([total(120)], [country('SAM', 80, '2031-02-03'), country('MOD', 40)])).toBe(null); // prettier-ignore
  expect(exceedingOf([total(100)], [country('SAM', 80), country('MOD', 40)])).toBe(null);
});

test('numbers by another publisher, of another measure or from beyond the total are not among them', () => {
  const other = definition({ id: 'other', publisher: publisher({ id: 'other-agency' }) });
  expect(exceedingOf([total(100)], [country('SAM', 80, '2031-02-03'), country('MOD', 40, '2031-02-03', other)])).toBe(null); // prettier-ignore
  const beyond = figure({ place: place({ id: 'FAR' }), value: 400, asOf: '2031-02-03' });
  expect(exceedingOf([total(100)], [country('SAM', 80, '2031-02-03'), beyond])).toBe(null);
});

test('a total that is open upwards may be as much as its countries', () => {
  const open = figure({ place: region, amount: { kind: 'at_least', value: 100 }, asOf: '2030-01-04' }); // prettier-ignore
  expect(exceedingOf([open], [country('SAM', 80, '2031-02-03'), country('MOD', 40)])).toBe(null);
});
