import { expect, test } from 'vitest';
import { source } from '../../../tests/support/made.ts';
import { knownFrom, publicationOf, saidOn } from './vintage.ts';

const published = (text: string, repeats: string | null = null) =>
  source({ published: text, repeats, retrieved: '2031-01-01' });

test('a paper is known from its day, one of a month when that is over, one without a day when we read it', () => {
  expect(knownFrom(published('2030-02-05'))).toBe('2030-02-05');
  expect(knownFrom(published('2030-02-05T18:00+02:00'))).toBe('2030-02-05');
  expect(knownFrom(published('2030-02'))).toBe('2030-03-01');
  expect(knownFrom(published('2030-12'))).toBe('2031-01-01');
  expect(knownFrom(published(''))).toBe('2031-01-01');
});

test('a paper of a month was said before every day of it, one without a day before all, one that repeats when that was said', () => {
  const inOrder = ['', '2030-01-31', '2030-02', '2030-02-01', '2030-02-05'].map((text) =>
    saidOn(published(text)),
  );
  expect([...inOrder].sort()).toEqual(inOrder);
  expect(saidOn(published('2030-02'))).toBe('2030-02-00');
  expect(saidOn(published('2030-02-05', '2030-01-07'))).toBe('2030-01-07');
});

test('a month of publication comes after each of its days, and what has none gives null', () => {
  const month = publicationOf(published('2030-02')) ?? '';
  expect(month > '2030-02-28').toBe(true);
  expect(month < '2030-03-01').toBe(true);
  expect(publicationOf(published('2030-02-05'))).toBe('2030-02-05');
  expect(publicationOf(published(''))).toBeNull();
});
