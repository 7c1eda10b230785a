import { expect, test } from 'vitest';
import { leftAside, leftAsideText } from './left-aside.ts';

test('what is left aside is said in words, one or several', () => {
  expect(leftAsideText(leftAside.noNumber('blank'), 1)).toBe('1 cell without a number (blank)');
  expect(leftAsideText(leftAside.noNumber('n/a'), 2)).toBe('2 cells without a number (n/a)');
  expect(leftAsideText(leftAside.notMeant, 1234)).toBe(
    '1,234 rows not meant by the mapping’s where',
  );
  expect(leftAsideText(leftAside.notCounted('Asylum-seekers', 'cells'), 1)).toBe(
    '1 cell of Asylum-seekers, which is known but has no measure here',
  );
});

test('each reason begins with what is counted', () => {
  const all = [
    leftAside.noNumber('-'),
    leftAside.elsewhere('EXA'),
    leftAside.notCounted('OOC', 'rows'),
    leftAside.notThere('IDP'),
    leftAside.bySexAndAge,
    leftAside.byRegion,
    leftAside.addsUp('Total'),
    leftAside.notMeant,
  ];
  expect(all).toHaveLength(Object.keys(leftAside).length);
  for (const why of all) expect(why).toMatch(/^(?:cells|rows|columns) /);
});
