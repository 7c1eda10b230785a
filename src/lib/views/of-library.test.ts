import { expect, test, vi } from 'vitest';
import { library } from '../../../tests/support/made.ts';
import { ofLibrary } from './of-library.ts';

test('what follows from a library is worked out once for it, and anew for another', () => {
  const work = vi.fn(({ figures }: { figures: readonly unknown[] }) => ({ count: figures.length }));
  const counted = ofLibrary(work);
  const one = library([]);
  expect(counted(one)).toBe(counted(one));
  expect(work).toHaveBeenCalledTimes(1);
  expect(counted({ ...one })).not.toBe(counted(one));
  expect(work).toHaveBeenCalledTimes(2);
});

test('nothing found is an answer too, and is not looked for again', () => {
  const work = vi.fn(() => undefined);
  const found = ofLibrary(work);
  const one = library([]);
  found(one);
  found(one);
  expect(work).toHaveBeenCalledTimes(1);
});
