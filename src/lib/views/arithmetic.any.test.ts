import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figure } from '#lib/records/model.ts';
import { bounds } from '#lib/values/amount.ts';
import type { Amount } from '#lib/values/amount.ts';
import { caveat, definition, figure, measure, population } from '../../../tests/support/made.ts';
import { difference, share, sum } from './arithmetic.ts';
import type { Derived, Refused } from './arithmetic.ts';

const group = (id: string, partOf = ['civilians']) => population({ id, partOf });
const persons = fc.integer({ min: 0, max: 10_000 });
const anyAmount: fc.Arbitrary<Amount> = fc.oneof(
  fc
    .tuple(fc.constantFrom('exact', 'at_least', 'more_than', 'nearly', 'up_to'), persons)
    .map(([kind, value]): Amount => ({ kind, value })),
  fc
    .tuple(persons, fc.integer({ min: 1, max: 99 }))
    .map(([low, more]): Amount => ({ kind: 'between', low, high: low + more })),
);
/** An amount and a number that it allows to be the true one. */
const withTruth = anyAmount.chain((one) => {
  const { low, high } = bounds(one);
  const min = low ?? 0;
  return fc.tuple(fc.constant(one), fc.integer({ min, max: high ?? min + 10_000 }));
});
const holds = (result: Derived | Refused, truth: number) =>
  result.kind === 'refused'
    ? result.reason === 'no-number' || result.reason === 'open-ended'
    : (result.low ?? -Infinity) <= truth && truth <= (result.high ?? Infinity);

test('whatever the true numbers are, the result holds them', () => {
  fc.assert(
    fc.property(withTruth, withTruth, ([a, trueA], [b, trueB]) => {
      expect(
        holds(sum([figure({ amount: a }), figure({ place: 'MOD', amount: b })]), trueA + trueB),
      ).toBe(true);
      const revised = figure({ amount: a, published: '2030-02-05' });
      expect(holds(difference(revised, figure({ amount: b })), trueA - trueB)).toBe(true);
      fc.pre(trueA <= trueB && trueB > 0);
      const part = figure({ amount: a, population: group('children') });
      const whole = figure({ amount: b, population: group('civilians', []) });
      expect(holds(share(part, whole), trueA / trueB)).toBe(true);
    }),
  );
});

const anyFigure: fc.Arbitrary<Figure> = fc
  .record({
    measure: fc.constantFrom('border_crossings', 'killed').map((id) => measure({ id })),
    place: fc.constantFrom('SAM', 'MOD'),
    population: fc.constantFrom(group('civilians', []), group('children'), group('women')),
    definition: fc.constantFrom(
      definition(),
      definition({ id: 'stock-rule', statistic: 'stock' }),
      definition({ id: 'next-rule', replaces: 'example-crossings' }),
    ),
    asOf: fc.constantFrom('2030-01-05', '2030-01-06'),
    amount: anyAmount,
    caveats: fc.constantFrom([], [caveat({ code: 'part-of-larger-count' })]),
  })
  .map((cells) => figure(cells));

test('a refusal does not depend on the order of the figures', () => {
  const reason = (result: Derived | Refused) => (result.kind === 'refused' ? result.reason : null);
  fc.assert(
    fc.property(fc.array(anyFigure, { minLength: 2, maxLength: 4 }), (figures) => {
      const [a, b] = figures;
      if (!a || !b) return;
      expect(reason(sum(figures.toReversed()))).toBe(reason(sum(figures)));
      for (const dates of ['same', 'declared'] as const) {
        expect(reason(difference(b, a, { dates }))).toBe(reason(difference(a, b, { dates })));
      }
    }),
  );
});
