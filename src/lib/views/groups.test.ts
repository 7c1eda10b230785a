import { expect, test } from 'vitest';
import { figure, source } from '../../../tests/support/made.ts';
import { groupsOf } from './groups.ts';

const paper = source({ id: 'paper' });
const relay = source({ id: 'relay', relayOf: 'the paper' });
const all = figure({ source: paper, measure: 'killed', value: 1111 });
const children = figure({ source: paper, measure: 'killed', population: 'children', value: 11 });

test('numbers of one document are one sentence', () => {
  const [group, ...others] = groupsOf([all, children]);
  expect(others).toEqual([]);
  expect(group).toMatchObject({ figures: [all, children], sources: [paper] });
});

test('documents that say the same are named beside one another, and none of their figures is lost', () => {
  const again = figure({ source: relay, measure: 'killed', value: 1111 });
  expect(groupsOf([all, again])).toEqual([
    { figures: [all], sources: [paper, relay], all: [all, again] },
  ]);
});

test('another number, period or verification is another sentence', () => {
  const more = figure({ source: relay, measure: 'killed', value: 1112 });
  const later = figure({ source: relay, measure: 'killed', value: 1111, asOf: '2030-01-09' });
  const claimed = figure({
    source: relay,
    measure: 'killed',
    value: 1111,
    verification: 'claimed',
  });
  expect(groupsOf([all, more, later, claimed])).toHaveLength(4);
});
