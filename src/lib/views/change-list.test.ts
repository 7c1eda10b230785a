import { expect, test } from 'vitest';
import {
  correction,
  day,
  definition,
  figure,
  library,
  madeBreak,
  source,
} from '../../../tests/support/made.ts';
import { changeList } from './change-list.ts';

const rule = definition({ breaks: [madeBreak({ day: day('2030-03-01') })] });
const first = figure({ definition: rule, value: 111, published: '2030-01-06' });
const confirmed = figure({ definition: rule, value: 111, published: '2030-01-07' });
const revised = figure({ definition: rule, value: 222, published: '2030-02-06' });
const again = figure({ definition: rule, value: 111, published: '2030-02-08' });
const undated = figure({ definition: rule, value: 333, source: source({ published: '' }) });
const made = library([first, confirmed, revised, again, undated], {
  breaks: [...rule.breaks],
  corrections: [correction({ thing: first.id, day: day('2030-04-01') })],
});
const list = changeList(made);

test('revisions, breaks, new series and corrections stand in one list, the newest first', () => {
  expect(list.map(({ kind, day: on }) => [kind, on])).toEqual([
    ['correction', '2030-04-01'],
    ['break', '2030-03-01'],
    ['revision', '2030-02-08'],
    ['revision', '2030-02-06'],
    ['new-series', '2030-01-06'],
  ]);
});

test('a value confirmed, and one of a text without a day, is no revision', () => {
  const moved = list.flatMap((one) => (one.kind === 'revision' ? [one.vintage] : []));
  expect(moved.map(({ before, figure: now }) => [before.id, now.id])).toEqual([
    [revised.id, again.id],
    [confirmed.id, revised.id],
  ]);
});

test('every entry has an id of its own and says of which measure and publisher it is', () => {
  expect(new Set(list.map(({ id }) => id)).size).toBe(list.length);
  for (const { measures, publishers, series } of list) {
    expect(measures).toEqual([first.measure.id]);
    expect(publishers).toEqual([rule.publisher.id]);
    expect(series).toEqual([first.series]);
  }
});

test('a break of rules by which nothing was counted here is not listed: another situation has it', () => {
  const other = definition({ id: 'their-rule' });
  const theirs = madeBreak({ id: 'theirs', before: [other.id], after: [other.id] });
  const ours = madeBreak({ id: 'ours', day: day('2030-03-01') });
  const both = library([first], {
    definitions: new Map([rule, other].map((one) => [one.id, one])),
    breaks: [ours, theirs],
  });
  const breaks = changeList(both).filter(({ kind }) => kind === 'break');
  expect(breaks.map(({ id }) => id)).toEqual(['break-ours']);
});
