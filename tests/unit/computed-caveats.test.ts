import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { BREAK_CAVEATS, OVERLAP_CAVEATS, TWICE_CAVEATS } from '#lib/views/unlike.ts';

test.each([...OVERLAP_CAVEATS, ...TWICE_CAVEATS, ...BREAK_CAVEATS, 'increase-not-daily'])(
  'the caveat %s, by which a computation is refused, is one that the seeds know',
  (code) => {
    expect(library.caveats.has(code)).toBe(true);
  },
);
