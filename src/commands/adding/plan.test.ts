import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { definition, figure, measure, place } from '../../../tests/support/made.ts';
import { situationText } from './plan.js';

const home = place({ id: 'EXA', label: 'Examplia' });
const samplia = place({
  id: 'SAM',
  label: 'Samplia Republic',
  inPhrase: 'in the Samplia Republic',
  toPhrase: 'to the Samplia Republic',
});
const abroad = place({
  id: 'ABROAD',
  label: 'Countries of arrival',
  inPhrase: 'in the countries of arrival',
  toPhrase: 'to other countries',
  kind: 'group',
  at: null,
});
const recorded = figure({
  place: samplia,
  origin: home,
  measure: measure({ id: 'refugees_recorded', label: 'Refugees recorded', drawnAs: 'circle' }),
  definition: definition({ id: 'recorded' }),
});
const [out, whole, back] = [
  { to: samplia, from: home, id: 'border_crossings', label: 'Border crossings' },
  { to: abroad, from: home, id: 'border_crossings', label: 'Border crossings' },
  { to: home, from: samplia, id: 'crossings_back', label: 'Crossings back' },
].map(({ to, from, id, label }) =>
  figure({
    place: to,
    origin: from,
    measure: measure({ id, label, drawnAs: 'arrow' }),
    definition: definition({ id: `by-${id.replaceAll('_', '-')}` }),
  }),
);
const figures = [recorded, back, out, whole].flatMap((one) => one ?? []);
interface Plan {
  counters: { id: string; label: string }[];
  chart: { place: string }[];
  maps: { id: string; measures: string[]; rules: string[] }[];
}
const plan = parse(await situationText({ country: 'EXA', neighbours: 'SAM' }, figures)) as Plan;

test('every counter says to where, and what goes back says from where', () => {
  expect(plan.counters.map(({ label }) => label)).toEqual([
    'Refugees recorded in the Samplia Republic',
    'Back from the Samplia Republic to Examplia',
    'To the Samplia Republic',
    'Border crossings to other countries',
  ]);
  expect(new Set(plan.counters.map(({ id }) => id)).size).toBe(4);
});

test('the chart of ways out of the country has no line of those back', () => {
  expect(plan.chart.map((line) => line.place)).toEqual(['SAM']);
});

test('the first map is that of ways, out and back; what is recorded has another', () => {
  expect(plan.maps).toMatchObject([
    {
      id: 'border-crossings',
      measures: ['border_crossings', 'crossings_back'],
      rules: ['by-border-crossings', 'by-crossings-back'],
    },
    { id: 'refugees-recorded', measures: ['refugees_recorded'], rules: ['recorded'] },
  ]);
});
