import { expect, test } from 'vitest';
import { dcatJson } from '#lib/downloads/data/dcat.ts';
import { figure } from '../../../tests/support/made.ts';
import { faultsOfDcat } from '../../../tests/support/catalogue.ts';
import { turtleOf } from './turtle.ts';

test('the catalogue says the same in Turtle, with addresses from the top of the site', async () => {
  const set = {
    name: 'Examplia: all figures',
    page: '/examplia-2030/',
    figures: [figure({ value: 1_111 })],
    files: [{ address: '/data/examplia-2030/figures.csv', mediaType: 'text/csv' }],
  };
  const turtle = await turtleOf(dcatJson([set], { site: null, revision: 'abcdef0123' }));
  expect(await faultsOfDcat(turtle)).toEqual([]);
  expect(turtle).toContain('dcat:downloadURL </data/examplia-2030/figures.csv>');
});
