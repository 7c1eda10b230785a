import { expect, test } from 'vitest';
import { caveat, day, definition, figure, madeBreak } from '../../../tests/support/made.ts';
import { whyRevised } from './why.ts';

const before = figure({ value: 111, published: '2030-01-06' });

test('the break between two values is the reason why one took the place of the other', () => {
  const lowered = madeBreak({ day: day('2030-02-01') });
  const rule = definition({ breaks: [lowered] });
  const [old, now] = ['2030-01-06', '2030-02-01'].map((published) =>
    figure({ published, definition: rule }),
  );
  if (!old || !now) throw new Error('made two');
  expect(whyRevised(old, now)).toEqual({ kind: 'break', break: lowered });
});

test('a caveat that tells of the jump is a reason; without one none was published', () => {
  const slip = caveat({ code: 'portal-slip' });
  expect(whyRevised(before, figure({ caveats: [caveat(), slip] }))).toEqual({
    kind: 'caveat',
    caveat: slip,
  });
  expect(whyRevised(figure({ caveats: [slip] }), figure())).toEqual({
    kind: 'caveat-before',
    caveat: slip,
  });
  expect(whyRevised(before, figure())).toEqual({ kind: 'not-published' });
});
