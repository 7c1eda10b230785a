import { describe, expect, test } from 'vitest';
import type { Figure } from '#lib/records/model.ts';
import type { Amount } from '#lib/values/amount.ts';
import { caveat, figure, library, publisher, source } from '../../../tests/support/made.ts';
import type { SourceCells } from '../../../tests/support/made.ts';
import {
  byPrecedence,
  foremost,
  inOwnText,
  minuteOf,
  roundedTo,
  sameAmount,
  sameSubject,
  saidLast,
  sourceOrder,
} from './precedence.ts';

const said = (id: string, cells: SourceCells = {}, amount?: Amount): Figure =>
  figure({ source: source({ id, ...cells }), ...(amount && { amount }) });
const about = (value: number): Amount => ({ kind: 'about', value });
/** Whatever the order in which they are found. */
const stands = (...figures: Figure[]) => {
  const order = new Map(figures.map(({ source: { id } }, index) => [id, index]));
  const first = foremost(figures, order);
  expect(foremost(figures.toReversed(), order)).toBe(first);
  return first.source.id;
};

describe('of what a publisher said on one day', () => {
  const relay = { relayOf: 'a speech' };

  test('the later time stands, in whatever offset it is written', () => {
    const morning = said('morning', { published: '2030-01-05T18:00+02:00' });
    const evening = said('evening', { published: '2030-01-05T16:30+00:00' });
    expect(stands(morning, evening)).toBe('evening');
  });

  test('a time beats only other times: an original without one stands before a timed relay', () => {
    const timed = said('timed', { ...relay, published: '2030-01-05T18:00+02:00' });
    const earlier = said('earlier', { published: '2030-01-05T09:00+02:00' });
    expect(stands(timed, said('untimed'))).toBe('untimed');
    expect(stands(earlier, timed)).toBe('timed');
    // Compared in pairs this would be a circle: untimed over timed over earlier, earlier as good as untimed.
    expect(stands(earlier, timed, said('untimed'))).toBe('untimed');
  });

  test('at least so many stands before so many where its publisher said both, and beside no other number', () => {
    const bare = said('report', { kind: 'report' }, { kind: 'exact', value: 102 });
    const floor: Amount = { kind: 'at_least', value: 102 };
    expect(stands(bare, said('speech', { kind: 'statement' }, floor))).toBe('speech');
    expect(stands(bare, said('relayed', relay, floor))).toBe('report');
    const other: Amount = { kind: 'at_least', value: 101 };
    expect(stands(bare, said('speech', { kind: 'statement' }, other))).toBe('report');
  });

  test('the hour of a paper that repeats an older vintage is not the hour of the number', () => {
    const late = { published: '2030-01-06T18:00+00:00', repeats: '2030-01-05', ...relay };
    const early = said('early', { published: '2030-01-05T09:00+00:00' });
    expect(stands(said('late', late), early)).toBe('early');
  });

  test('an original stands before a relay, however fine the number of the relay', () => {
    const fine = said('fine', relay, { kind: 'exact', value: 499_412 });
    const round = said('round', { kind: 'statement' }, { kind: 'more_than', value: 500_000 });
    expect(stands(fine, round)).toBe('round');
  });

  test('what stands in the paper of another publisher is no original', () => {
    const quoted = said('quoted', { publisher: publisher({ id: 'other-agency' }) });
    expect(stands(quoted, said('own', {}, about(1110)))).toBe('own');
  });

  test('a number to the unit stands before a rounded one, the finer before the coarser', () => {
    const [exact, tens, tenThousands] = [
      said('exact', relay, { kind: 'exact', value: 280_000 }),
      said('tens', relay, about(281_110)),
      said('ten-thousands', relay, { kind: 'more_than', value: 280_000 }),
    ];
    expect(stands(tenThousands, tens, exact)).toBe('exact');
    expect(stands(tenThousands, tens)).toBe('tens');
    expect(stands(said('word', relay, { kind: 'word', word: 'many' }), tens)).toBe('tens');
  });

  test('then a report stands before a dataset, a portal, a statement and the news', () => {
    const kinds = (['news', 'statement', 'portal_state', 'dataset', 'report'] as const).map(
      (kind) => said(kind, { kind }),
    );
    expect(stands(...kinds)).toBe('report');
    expect(stands(...kinds.slice(0, 4))).toBe('dataset');
    expect(stands(...kinds.slice(0, 3))).toBe('portal_state');
    expect(stands(...kinds.slice(0, 2))).toBe('statement');
  });

  test('where all is equal the order of sources.csv decides', () => {
    expect(stands(said('b'), said('a'))).toBe('b');
  });
});

test('nothing to choose from is an error of the caller', () => {
  expect(() => foremost([], new Map())).toThrow('nothing to choose from');
});

test('a range is as fine as its finer end; no number is as coarse as can be', () => {
  expect(roundedTo({ kind: 'between', low: 2000, high: 3100 })).toBe(100);
  expect(roundedTo({ kind: 'up_to', value: 0 })).toBe(1);
  expect(roundedTo({ kind: 'withheld' })).toBe(Infinity);
});

test('two amounts are the same only with the same qualifier', () => {
  expect(sameAmount(about(1111), about(1111))).toBe(true);
  expect(sameAmount(about(1111), { kind: 'exact', value: 1111 })).toBe(false);
  const range = (high: number): Amount => ({ kind: 'between', low: 1, high });
  expect(sameAmount(range(3), range(3))).toBe(true);
  expect(sameAmount(range(3), range(4))).toBe(false);
  const word = (text: string): Amount => ({ kind: 'word', word: text });
  expect(sameAmount(word('many'), word('millions'))).toBe(false);
  expect(sameAmount(word('many'), word('many'))).toBe(true);
  expect(sameAmount({ kind: 'unknown' }, { kind: 'unknown' })).toBe(true);
});

test('a range with another low end is another number', () => {
  const from = (low: number): Amount => ({ kind: 'between', low, high: 9 });
  expect(sameAmount(from(1), from(2))).toBe(false);
});

test('a relay that shows the publisher’s own words whole counts as the original', () => {
  const relay = { relayOf: 'a speech', kind: 'news' as const };
  const whole = said('whole', { ...relay, caveats: [caveat({ code: 'own-words' })] });
  const bare = said('bare', { ...relay, kind: 'statement', caveats: [caveat()] });
  expect(stands(bare, whole)).toBe('whole');
});

test('of several days only what was said on the last is left, and of an older number on a later paper its own day counts', () => {
  const [first, last] = [said('first'), said('last', { published: '2030-01-07' })];
  const repeats = said('repeats', { published: '2030-01-09', repeats: '2030-01-05' });
  const ids = (figures: readonly Figure[]) => figures.map(({ source: { id } }) => id);
  expect(ids(saidLast([first, last, repeats]))).toEqual(['last']);
  expect(ids(saidLast([last, said('same', { published: '2030-01-07' })]))).toEqual([
    'last',
    'same',
  ]);
  expect(ids(saidLast([said('undated', { published: '' })]))).toEqual(['undated']);
  expect(saidLast([])).toEqual([]);
});

test('the fixed order puts first what would be chosen, and equals by their names', () => {
  const relay = { relayOf: 'a speech' };
  const all = [
    said('relay', relay),
    said('round', {}, about(1000)),
    said('fine', {}, { kind: 'exact', value: 1111 }),
  ];
  const order = new Map(all.map(({ source: { id } }, index) => [id, index]));
  const sorted = [...all].sort(byPrecedence(order)).map(({ source: { id } }) => id);
  expect(sorted).toEqual(['fine', 'round', 'relay']);
  expect([...all].reverse().sort(byPrecedence(order))[0]).toBe(foremost(all, order));
  const [a, b] = [figure({ id: 'a' }), figure({ id: 'b' })];
  const compare = byPrecedence(new Map());
  expect([compare(a, b), compare(b, a), compare(a, a)]).toEqual([-1, 1, 0]);
});

test('sources are ordered as they lie in the file', () => {
  const made = library([said('one'), said('two')]);
  expect([...sourceOrder(made)]).toEqual(made.sources.map(({ id }, index) => [id, index]));
  expect(sourceOrder(made).size).toBe(2);
});

test('a source that is in no order comes after those that are', () => {
  const [known, unknown] = [said('known'), said('unknown')];
  const order = new Map([['known', 5]]);
  expect(foremost([unknown, known], order)).toBe(known);
});

test('figures are about the same thing only by series, beginning and as-of together', () => {
  const one = figure({ asOf: '2030-01-05' });
  expect(sameSubject(one, figure({ asOf: '2030-01-05', published: '2030-02-01' }))).toBe(true);
  expect(sameSubject(one, figure({ asOf: '2030-01-06' }))).toBe(false);
  expect(sameSubject(one, figure({ asOf: '2030-01-05', periodStart: '2029-12-01' }))).toBe(false);
  expect(sameSubject(one, figure({ asOf: '2030-01-05', place: 'MOD' }))).toBe(false);
});

test.each<[Amount, number]>([
  [{ kind: 'exact', value: 1000 }, 1],
  [{ kind: 'at_least', value: 1000 }, 1],
  [{ kind: 'more_than', value: 1000 }, 1000],
  [{ kind: 'nearly', value: 120 }, 10],
  [{ kind: 'up_to', value: 15_000 }, 1000],
  [{ kind: 'about', value: 7 }, 1],
  [{ kind: 'word', word: 'many' }, Infinity],
  [{ kind: 'unknown' }, Infinity],
  [{ kind: 'not_collected' }, Infinity],
])('%j is given to a unit of %i', (amount, unit) => {
  expect(roundedTo(amount)).toBe(unit);
});

test('the minute of a moment is its own, of a day or a repeated number there is none', () => {
  expect(minuteOf(said('moment', { published: '1970-01-02T00:05+00:00' }))).toBe(1445);
  expect(minuteOf(said('day'))).toBeNull();
  const repeats = { published: '1970-01-03T00:05+00:00', repeats: '1970-01-02' };
  expect(minuteOf(said('repeats', repeats))).toBeNull();
});

test('a relay gives way to the latest dated text of its publisher that says the same, and to no other', () => {
  const relay = said('relay', { relayOf: 'an update', published: '2030-01-06' });
  const own = (id: string, published: string, value = 1111) =>
    said(id, { published }, { kind: 'exact', value });
  const [first, last, other] = [
    own('first', '2030-01-04'),
    own('last', '2030-01-05'),
    own('other', '2030-01-05', 2222),
  ];
  expect(inOwnText(relay, [first, last, other, relay])).toBe(last);
  expect(inOwnText(relay, [other, own('undated', ''), relay])).toBe(relay);
  expect(inOwnText(first, [first, last])).toBe(first);
});
