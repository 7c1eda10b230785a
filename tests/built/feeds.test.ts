import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { changeList } from '#lib/views/change-list.ts';
import { entriesOfAtom, faultsOfAtom, faultsOfJsonFeed } from '../support/feeds.ts';
import { inEach, textsOf } from '../support/parsed.ts';
import { filesOf, folder, useBrowser } from '../support/site.ts';

const home = useBrowser();
const text = (file: string) => readFileSync(join(folder, file), 'utf8');
const atoms = filesOf(folder, 'changes.xml');
const jsons = filesOf(folder, 'changes.json');
const whole = 'ukraine-2022/changes.xml';

test('every feed of the site is valid, one in each form for all and for every series', () => {
  expect(atoms.length).toBeGreaterThan(200);
  expect(jsons.length).toBe(atoms.length);
  expect(
    atoms.flatMap((file) => faultsOfAtom(text(file)).map((fault) => `${file}: ${fault}`)),
  ).toEqual([]);
  expect(
    jsons.flatMap((file) => faultsOfJsonFeed(text(file)).map((fault) => `${file}: ${fault}`)),
  ).toEqual([]);
});

test('both forms of a feed say the same', () => {
  const differing = atoms.filter((file) => {
    const { items } = JSON.parse(text(file.replace(/xml$/, 'json'))) as {
      items: { id: string; title: string; content_text: string }[];
    };
    const entries = entriesOfAtom(text(file));
    return (
      JSON.stringify(items.map((one) => [one.id, one.title, one.content_text])) !==
      JSON.stringify(entries.map((one) => [one.id, one.title, one.text]))
    );
  });
  expect(differing).toEqual([]);
});

test('the feed of all and the list of changes hold the same entries in the same order', async () => {
  const file = 'ukraine-2022/changes/index.html';
  const found = await inEach(
    home.browser,
    textsOf(folder, [file]),
    (document) => [...document.querySelectorAll('[data-change]')].map(({ id }) => id),
    null,
  );
  const listed = found.get(file) ?? [];
  const places = entriesOfAtom(text(whole)).map(({ address }) => address.split('#')[1]);
  expect(listed.length).toBeGreaterThan(400);
  expect(places).toEqual(listed);
  expect(listed).toEqual(changeList(library).map(({ id }) => id));
});

test('the pages narrowed to a measure or a publisher hold every entry of it and no other', async () => {
  const files = filesOf(folder, 'index.html').filter((file) =>
    /^ukraine-2022\/changes\/[mp]/.test(file),
  );
  const found = await inEach(
    home.browser,
    textsOf(folder, files),
    (document) => [...document.querySelectorAll('[data-change]')].map(({ id }) => id),
    null,
  );
  expect(files.length).toBeGreaterThan(30);
  for (const file of files) {
    const measure = /measure\/([^/]+)/.exec(file)?.[1];
    const publisher = /publisher\/([^/]+)/.exec(file)?.[1];
    const wanted = changeList(library).filter(
      ({ measures, publishers }) =>
        (measure === undefined || measures.includes(measure)) &&
        (publisher === undefined || publishers.includes(publisher)),
    );
    expect(found.get(file), file).toEqual(wanted.map(({ id }) => id));
  }
});
