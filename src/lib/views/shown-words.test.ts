import { expect, test } from 'vitest';
import { definition, figure, library, publisher } from '../../../tests/support/made.ts';
import { shownWords } from './shown-words.ts';

const agency = publisher({ id: 'agency', name: 'Agency', order: 2 });
const office = publisher({ id: 'office', name: 'Office', order: 1 });
const ofAgency = definition({ id: 'of-agency', publisher: agency, label: 'Of the agency' });
const ofOffice = definition({ id: 'of-office', publisher: office, label: 'Of the office' });
const unused = definition({ id: 'unused', publisher: agency, label: 'Of another situation' });
const having = (...definitions: (typeof ofAgency)[]) => ({
  ...library(definitions.map((one) => figure({ definition: one }))),
  sources: [],
  definitions: new Map([...definitions, unused].map((one) => [one.id, one])),
  tables: [],
});

test('only what figures are counted by is listed, by the order of its publishers', () => {
  const { publishers, definitions } = shownWords([having(ofAgency, ofOffice)]);
  expect(publishers.map(({ name }) => name)).toEqual(['Office', 'Agency']);
  expect(definitions.map(({ id }) => id)).toEqual(['of-office', 'of-agency']);
});

test('what two situations say alike is listed once, what they say differently twice', () => {
  const mission = publisher({ ...office, name: 'Office, with its mission' });
  const other = definition({ ...ofOffice, publisher: mission });
  const { publishers, definitions } = shownWords([having(ofOffice, ofAgency), having(other, ofAgency)]); // prettier-ignore
  expect(publishers.map(({ name }) => name)).toEqual(['Office', 'Office, with its mission', 'Agency']); // prettier-ignore
  expect(definitions.map(({ id }) => id)).toEqual(['of-office', 'of-office', 'of-agency']);
});
