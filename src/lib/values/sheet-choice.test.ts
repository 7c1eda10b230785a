import fc from 'fast-check';
import { expect, test } from 'vitest';
import { choiceOf, PAPERS, queryOf, SHEET_PARTS } from './sheet-choice.ts';

test('the default has no query', () => {
  expect(queryOf(choiceOf(''))).toBe('');
});

test('every choice comes back from its address, and has one', () => {
  fc.assert(
    fc.property(
      fc.subarray([...SHEET_PARTS]),
      fc.constantFrom('full' as const, 'short' as const),
      fc.constantFrom(...PAPERS),
      (without, notes, paper) => {
        const choice = { without, notes, paper };
        expect(choiceOf(queryOf(choice))).toEqual(choice);
        expect(queryOf({ ...choice, without: [...without].reverse() })).toBe(queryOf(choice));
      },
    ),
  );
});

test('what an address says otherwise changes nothing', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const choice = choiceOf(`?x=${text}&paper=A4&without=the-map&notes=`);
      expect(choice).toEqual(choiceOf(''));
    }),
  );
});
