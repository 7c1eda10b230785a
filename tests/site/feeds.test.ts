import { beforeAll, expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { changeList } from '#lib/views/change-list.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { listed, pass, type Found } from './pass.ts';

let site: Found;
beforeAll(async () => {
  const [first] = await pass();
  if (!first) throw new Error('The site is visited.');
  site = first;
});
const { id } = library.situation;
const feeds = () => site.visited.filter(({ kind }) => kind === 'feeds');
const changes = changeList(library);

test('there is a feed of the situation and one of each publisher, each in both forms', () => {
  const publishers = new Set(changes.flatMap(({ publishers: of }) => of));
  expect(publishers.size).toBeGreaterThan(20);
  const wanted = ['xml', 'json'].flatMap((format) => [
    `/${id}/changes.${format}`,
    ...[...publishers].map((publisher) => addresses.publisherFeed(id, publisher, format)),
  ]);
  expect(
    feeds()
      .map(({ address }) => address)
      .sort(),
  ).toEqual(wanted.sort());
});

test('both forms of a feed say the same', () => {
  const atoms = feeds().filter(({ address }) => address.endsWith('.xml'));
  const differing = atoms.filter(
    ({ address, said }) =>
      said === null || said !== site.at.get(address.replace(/xml$/, 'json'))?.said,
  );
  expect(listed(differing.map(({ address }) => address))).toEqual([]);
});

test('the feed of all and the list of changes hold the same entries in the same order', () => {
  const all = site.at.get(addresses.changes(id))?.entries ?? [];
  expect(all.length).toBeGreaterThan(400);
  expect(site.at.get(addresses.changesAtom(id))?.entries).toEqual(all);
  expect(all).toEqual(changes.map((entry) => entry.id));
});

test('lists and feeds narrowed to a measure or a publisher hold every entry of it and no other', () => {
  const narrowed = site.visited.filter(
    ({ address, entries }) => entries !== null && /\/changes\/[mp]/.test(address),
  );
  expect(narrowed.filter(({ kind }) => kind === 'changes').length).toBeGreaterThan(30);
  expect(narrowed.filter(({ kind }) => kind === 'feeds').length).toBeGreaterThan(30);
  const faults = narrowed.flatMap(({ address, entries }) => {
    const measure = /measure\/([^/]+)/.exec(address)?.[1];
    const publisher = /publisher\/([^/]+)/.exec(address)?.[1];
    const wanted = changes.filter(
      ({ measures, publishers }) =>
        (measure === undefined || measures.includes(measure)) &&
        (publisher === undefined || publishers.includes(publisher)),
    );
    const said = (entries ?? []).join(' ');
    const right = wanted.map((entry) => entry.id).join(' ');
    return said === right ? [] : [`${address}: ${said.slice(0, 200)}, not ${right.slice(0, 200)}`];
  });
  expect(listed(faults)).toEqual([]);
});
