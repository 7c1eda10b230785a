import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test('a name becomes plain small letters parted by hyphens', () => {
  expect(slugOf('Examplia')).toBe('examplia');
  expect(slugOf('Examplian Federation (the north)')).toBe('examplian-federation-the-north');
  expect(slugOf('Türkłøy’s Côte')).toBe('turkloy-s-cote');
});
