import { expect, test } from 'vitest';
import { caveat, figure, library, source } from '../../../tests/support/made.ts';
import { caveatUses, figuresOf, figuresWith } from './sources.ts';

const [grave, mild, unused] = [
  caveat({ code: 'grave', gravity: 1 }),
  caveat({ code: 'mild', gravity: 4 }),
  caveat({ code: 'unused', gravity: 2 }),
];
const paper = source({ id: 'paper' });
const first = figure({ source: paper, caveats: [grave, mild] });
const second = figure({ source: paper, asOf: '2030-01-04', caveats: [mild] });
const elsewhere = figure({ source: source({ id: 'other' }), place: 'MOD', caveats: [mild] });
const lib = library([first, elsewhere, second], {
  caveats: new Map([mild, unused, grave].map((one) => [one.code, one])),
});

test('a source has the figures taken from it, in their order', () => {
  expect(figuresOf(lib, paper)).toEqual([first, second]);
  expect(figuresOf(lib, source({ id: 'empty' }))).toEqual([]);
});

test('a caveat has every figure that carries it', () => {
  expect(figuresWith(lib, mild)).toEqual([first, elsewhere, second]);
  expect(figuresWith(lib, unused)).toEqual([]);
});

test('every caveat that a figure carries is listed, the gravest first, with the series it is on and how often', () => {
  const uses = caveatUses(lib).map((use) => [
    use.caveat.code,
    use.series.map(({ series, count }) => [series.id, count]),
  ]);
  expect(uses).toEqual([
    ['grave', [[first.series, 1]]],
    [
      'mild',
      [
        [first.series, 2],
        [elsewhere.series, 1],
      ],
    ],
  ]);
});
