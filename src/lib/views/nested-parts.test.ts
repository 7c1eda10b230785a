import { expect, test } from 'vitest';
import { figure, population } from '../../../tests/support/made.ts';
import { declaredSum } from './arithmetic.ts';
import { isFirstInside, nestedParts } from './nested-parts.ts';

const of = (id: string, value: number, ...partOf: string[]) =>
  figure({ measure: 'killed', population: population({ id, partOf }), value });
const [children, girls, boys, women] = [
  of('children', 7, 'civilians'),
  of('girls', 2, 'children'),
  of('boys', 5, 'children'),
  of('women', 9, 'civilians'),
];
const ids = (figures: readonly ReturnType<typeof of>[]) => figures.map((one) => one.population.id);

test('the parts of a part follow the part they are inside, and are not its equals', () => {
  const { parts } = nestedParts([children, women, girls, boys]);
  expect(parts.map((part) => [part.figure.population.id, ids(part.inside)])).toEqual([
    ['children', ['girls', 'boys']],
    ['women', []],
  ]);
});

test('what was added up here takes in the parts it was added up from', () => {
  const derived = declaredSum([girls, boys]);
  if (derived.kind !== 'derived') throw new Error('Nothing was added up.');
  const whole = population({ id: 'children', partOf: ['civilians'] });
  const { added, parts } = nestedParts([girls, boys, women], { population: whole, derived: { ...derived } }); // prettier-ignore
  expect(ids(added?.inside ?? [])).toEqual(['girls', 'boys']);
  expect(ids(parts.map((part) => part.figure))).toEqual(['women']);
});

test('parts without their whole are equals', () => {
  expect(ids(nestedParts([girls, boys]).parts.map((part) => part.figure))).toEqual(['girls', 'boys']); // prettier-ignore
});

test('in a sentence of several numbers only the first part of a whole says that it is one', () => {
  const civilians = of('civilians', 30);
  expect([0, 1, 2].map((at) => isFirstInside([civilians, children, women], at))).toEqual([false, true, false]); // prettier-ignore
  expect([0, 1].map((at) => isFirstInside([girls, boys], at))).toEqual([false, false]);
});
