import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { changeList } from '#lib/views/change-list.ts';
import { changeTitle } from './changes.ts';

const ours = changeList(library).flatMap((change) =>
  change.kind === 'correction' ? [{ change, title: changeTitle(change) }] : [],
);
const titleOf = (thing: string) =>
  ours.find(({ change }) => change.correction.thing === thing)?.title;

test('a reworded caveat or definition is called reworded, not corrected, by the name that readers see', () => {
  const { label } = library.definitions.get('unhcr-moldova-entries') ?? {};
  expect(titleOf('definition/unhcr-moldova-entries')).toMatch(new RegExp(`: ${label ?? ''}$`));
  const reworded = ours.filter(({ change }) => change.correction.kind === 'clarification');
  expect(reworded.length).toBeGreaterThan(100);
  expect(reworded.filter(({ title }) => !title.startsWith('Reworded by us'))).toEqual([]);
});

test('no title shows an id of the seeds', () => {
  expect(
    ours.filter(({ title }) => /\b(?:caveat|definition|source|break|event)\//.test(title)),
  ).toEqual([]);
});
