import { expect, test } from 'vitest';
import { caveat, day, figure, library } from '../../../tests/support/made.ts';
import { asKnownOn } from './known.ts';
import { knowing } from './knowing.ts';

const withdrawn = caveat({ code: 'value-withdrawn' });
const shown = figure({
  value: 1111,
  published: '2030-01-06',
  caveats: [caveat(), withdrawn],
  caveatsFrom: { 'value-withdrawn': day('2030-01-09') },
});

test('a caveat known only from a later day is not on a page of an earlier day', () => {
  const codes = (text: string) =>
    asKnownOn(library([shown]), day(text))
      .latest([shown.series])
      ?.figure.caveats.map(({ code }) => code);
  expect(codes('2030-01-08')).toEqual(['real-higher']);
  expect(codes('2030-01-09')).toEqual(['real-higher', 'value-withdrawn']);
});

test('the same knowledge is the same record', () => {
  expect(knowing(shown, day('2030-01-07'))).toBe(knowing(shown, day('2030-01-08')));
  expect(knowing(shown, day('2030-01-09'))).toBe(shown);
});

test('what was shown on an earlier day is told on a later one with what is known by then', () => {
  const early = knowing(shown, day('2030-01-07'));
  expect(knowing(early, day('2030-01-09'))).toBe(shown);
});
