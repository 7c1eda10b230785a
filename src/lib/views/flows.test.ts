import { expect, test } from 'vitest';
import { caveat, figure } from '../../../tests/support/made.ts';
import { gravestCaveats, sharedCaveat } from './flows.ts';

const shown = (...codes: (string | null)[]) =>
  codes.map((code) => ({
    standing: {
      figure: figure({
        caveats: code === null ? [] : [caveat({ code }), caveat({ code: 'minor' })],
      }),
      alsoSaid: [],
    },
  }));

test('the gravest caveat of each flow is told once, the one on most first', () => {
  const told = gravestCaveats(shown('rare', 'common', 'common', null));
  expect(told.map(({ caveat: { code }, flows }) => [code, flows.length])).toEqual([
    ['common', 2],
    ['rare', 1],
  ]);
});

test('a caveat is shared only where it is the gravest of all', () => {
  expect(sharedCaveat(shown('common', 'common'))?.code).toBe('common');
  expect(sharedCaveat(shown('common', 'rare'))).toBeUndefined();
  expect(sharedCaveat(shown('common', null))).toBeUndefined();
});
