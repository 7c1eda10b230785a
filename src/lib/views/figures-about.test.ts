import { expect, test } from 'vitest';
import { caveat, definition, figure } from '../../../tests/support/made.ts';
import { figuresAbout } from './figures-about.ts';

const rule = definition({ id: 'example-recorded' });
const one = figure({ caveats: [caveat({ code: 'rounded' })] });
const other = figure({ place: 'MOD', definition: rule, measure: 'killed', origin: 'SAM' });

test.each([
  ['figure', one.id, [one]],
  ['caveat', 'rounded', [one]],
  ['definition', 'example-recorded', [other]],
  ['measure', 'killed', [other]],
  ['population', 'all_persons', [one, other]],
  ['place', 'SAM', [one, other]],
  ['place', 'MOD', [other]],
  ['publisher', 'example-agency', [one, other]],
  ['source', one.source.id, [one, other]],
  ['event', 'first-talks', []],
] as const)('the figures that a changed %s %s concerns', (thing, id, expected) => {
  expect(figuresAbout([one, other], thing, id)).toEqual(expected);
});
