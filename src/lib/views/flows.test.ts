import { expect, test } from 'vitest';
import { figure, library, place, situation } from '../../../tests/support/made.ts';
import { flowsAmong } from './flows.ts';

test('a publication alone draws the latest flow to each destination, in the order of the map, words included', () => {
  const word = figure({ place: 'SAM', amount: { kind: 'word', word: 'many' } });
  const number = figure({ place: 'MOD', value: 1111 });
  const later = figure({ place: 'MOD', value: 2222, asOf: '2030-01-09' });
  const other = figure({ place: 'MOD', measure: 'refugees_recorded' });
  const flows = [
    { place: place({ id: 'SAM' }), series: [word.series] },
    { place: place({ id: 'MOD' }), series: [number.series] },
    { place: place({ id: 'EXB' }), series: ['border_crossings-all_persons-exb-nobody'] },
  ];
  const made = library([], { situation: situation({ flows }) });
  expect(
    flowsAmong(made, [other, number, later, word]).map((flow) => flow.standing.figure),
  ).toEqual([word, later]);
});
