import { expect, test } from 'vitest';
import type { Amount } from '#lib/values/amount.ts';
import { definition, figure, population, publisher, source } from '../../../tests/support/made.ts';
import { groupsOf } from './groups.ts';
import { withRepetitions } from './repetitions.ts';

/* Two offices of a made-up party, and an agency that is none. */
const office = (id: string, isParty = true) =>
  definition({ id: `rule-${id}`, publisher: publisher({ id, isParty }) });
const [health, interior, agency] = [office('health'), office('interior'), office('agency', false)];
const said = (rule: typeof health, of: string, amount: Amount | number, asOf = '2030-01-04') =>
  figure({
    measure: 'killed',
    population: population({ id: of }).id === 'children' ? 'children' : population({ id: of, partOf: [] }), // prettier-ignore
    definition: rule,
    source: source({ id: `paper-${rule.id}` }),
    asOf,
    amount: typeof amount === 'number' ? { kind: 'exact', value: amount } : amount,
  });
const repeated = (...figures: readonly ReturnType<typeof said>[]) =>
  withRepetitions(groupsOf(figures)).map(({ repeats }) => repeats?.definition.publisher.id);
const floor: Amount = { kind: 'at_least', value: 1111 };

test('an office of a party that gives the numbers of another one for the same dates repeats it', () => {
  expect(repeated(said(health, 'persons', 1111), said(interior, 'persons', 1111))).toEqual([undefined, 'health']); // prettier-ignore
});

test('another word for all who are counted, or another qualifier, makes no claim of its own', () => {
  const own = [said(health, 'persons', 1111), said(health, 'children', 22)];
  expect(repeated(...own, said(interior, 'civilians', floor), said(interior, 'children', 22))).toEqual([undefined, 'health']); // prettier-ignore
});

test('one number more of its own, another date, or a part for the whole, is a claim', () => {
  const own = said(health, 'persons', 1111);
  expect(repeated(own, said(interior, 'persons', 1111), said(interior, 'children', 22))).toEqual([undefined, undefined]); // prettier-ignore
  expect(repeated(own, said(interior, 'persons', 1111, '2030-01-05'))).toEqual([undefined, undefined]); // prettier-ignore
  expect(repeated(own, said(interior, 'children', 1111))).toEqual([undefined, undefined]);
  expect(repeated(own, said(interior, 'persons', 1112))).toEqual([undefined, undefined]);
});

test('who is no party repeats no party: what it gives it may have checked', () => {
  expect(repeated(said(health, 'persons', 1111), said(agency, 'persons', 1111))).toEqual([undefined, undefined]); // prettier-ignore
});
