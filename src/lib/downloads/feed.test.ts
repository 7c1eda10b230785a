import { expect, test } from 'vitest';
import {
  caveat,
  day,
  definition,
  figure,
  library,
  madeBreak,
  publisher,
} from '../../../tests/support/made.ts';
import { entriesOfAtom, faultsOfAtom, faultsOfJsonFeed } from '../../../tests/support/feeds.ts';
import { addressFrom } from './feed-address.ts';
import { atomFeed } from './feed-atom.ts';
import { jsonFeed } from './feed-json.ts';
import { feedOfAll, feedOfPublisher } from './feed.ts';

const rule = definition({
  breaks: [madeBreak({ day: day('2030-03-01'), what: 'Lowered, <back> & "whole".' })],
});
const first = figure({ definition: rule, value: 111, published: '2030-01-06' });
const revised = figure({
  definition: rule,
  value: 222,
  published: '2030-02-06',
  caveats: [caveat()],
});
const elsewhere = figure({ definition: rule, value: 333, place: 'MOD', published: '2030-01-07' });
const made = library([first, revised, elsewhere], { breaks: [...rule.breaks] });
const feed = feedOfAll(made);

test('both forms are valid, with the site’s own address and without', () => {
  for (const site of [null, 'https://example.org/caveat']) {
    expect(faultsOfAtom(atomFeed(feed, site))).toEqual([]);
    expect(faultsOfJsonFeed(jsonFeed(feed, site))).toEqual([]);
  }
});

test('a feed that breaks the rules of its form is refused by the validators', () => {
  const atom = atomFeed(feed, null);
  expect(faultsOfAtom(atom.replace(/<updated>.*?<\/updated>/, ''))).not.toEqual([]);
  expect(faultsOfAtom(atom.replace('&#60;', '<'))).not.toEqual([]);
  expect(faultsOfAtom(atom.replace(/urn:uuid:\w/, 'urn:uuid:x'))).not.toEqual([]);
  expect(faultsOfJsonFeed(jsonFeed(feed, null).replace('"content_text"', '"content"'))).not.toEqual(
    [],
  );
});

test('ids are the same however often and with whatever else the feed is made', () => {
  const again = feedOfAll(library([first, revised], { breaks: [...rule.breaks] }));
  const ids = new Map(feed.entries.map(({ title, id }) => [title, id]));
  for (const { title, id } of again.entries) expect(ids.get(title)).toBe(id);
  expect(new Set(feed.entries.map(({ id }) => id)).size).toBe(feed.entries.length);
});

test('ids are those that were given before, when they were worked out by hand', () => {
  const plain = library([figure({ value: 111, published: '2030-01-06' })]);
  const { id, entries } = feedOfAll(plain);
  expect([id, ...entries.map((entry) => entry.id)]).toEqual([
    'urn:uuid:627f5adc-c233-59f1-975a-4f28d9d37d75',
    'urn:uuid:76a76867-51f7-5728-9e86-da3277161113',
  ]);
  const other = { ...plain.situation, id: 'exämple-é-日本-2034' };
  expect(feedOfAll(library([], { situation: other })).id).toBe(
    'urn:uuid:f931c1af-e358-5898-ad57-2d37e7ba3858',
  );
});

test('the feed of a publisher has the entries about its figures and no other', () => {
  const other = definition({ id: 'other-rule', publisher: publisher({ id: 'other-publisher' }) });
  const theirs = figure({ definition: other, value: 444, published: '2030-01-08' });
  const both = library([first, revised, elsewhere, theirs], { breaks: [...rule.breaks] });
  const own = feedOfPublisher(both, other.publisher);
  expect(own.entries.map(({ figures }) => figures)).toEqual([[theirs.id]]);
  expect(own.entries.length).toBeLessThan(feedOfAll(both).entries.length);
  expect(own.atom).toBe('/examplia-2030/changes/publisher/other-publisher/changes.xml');
});

test('an entry says old and new value with all that belongs to each', () => {
  const [entry] = entriesOfAtom(atomFeed(feed, null)).filter(({ title }) => /^Revised/.test(title));
  for (const said of [first, revised])
    for (const part of [said.source.title, said.source.address, said.definition.text])
      expect(entry?.text).toContain(part);
  expect(entry?.text).toMatch(/Before: 111 .*\nNow: 222 /);
  expect(entry?.text).toContain('What real-higher does not tell.');
  expect(entry?.title).not.toMatch(/111|222/);
});

test.each([
  ['/ex/changes.xml', '/ex/changes/#entry', 'changes/#entry'],
  ['/ex/changes/publisher/one/changes.xml', '/ex/changes/#entry', '../../#entry'],
  ['/ex/changes/publisher/one/changes.xml', '/ex/changes/publisher/one/', './'],
])('from %s to %s is %s', (from, to, relative) => {
  expect(addressFrom(from, to, null)).toBe(relative);
  expect(new URL(relative, `https://example.org${from}`).href).toBe(`https://example.org${to}`);
});
