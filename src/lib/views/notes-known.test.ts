import { expect, test } from 'vitest';
import { caveat, day, figure } from '../../../tests/support/made.ts';
import { notesKnownFrom } from './notes-known.ts';

test('a note is known from the first figure that carries it, a dated caveat not before its own day', () => {
  const dated = caveat({ code: 'value-withdrawn' });
  const first = figure({
    published: '2030-01-06',
    caveats: [caveat(), dated],
    caveatsFrom: { 'value-withdrawn': day('2030-01-08') },
  });
  const second = figure({ published: '2030-01-07', asOf: '2030-01-06', caveats: [caveat()] });
  expect(notesKnownFrom([second, first])).toEqual({
    [`s-${first.source.id}`]: '2030-01-06',
    [`s-${second.source.id}`]: '2030-01-07',
    [`d-${first.definition.id}`]: '2030-01-06',
    'c-real-higher': '2030-01-06',
    'c-value-withdrawn': '2030-01-08',
  });
});
