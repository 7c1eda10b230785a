import { describe, expect, test } from 'vitest';
import type { Figure } from '#lib/records/model.ts';
import type { Amount } from '#lib/values/amount.ts';
import { figure, publisher, source } from '../../../tests/support/made.ts';
import type { SourceCells } from '../../../tests/support/made.ts';
import { foremost, roundedTo, sameAmount } from './precedence.ts';

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
  expect(sameAmount({ kind: 'unknown' }, { kind: 'unknown' })).toBe(true);
});
