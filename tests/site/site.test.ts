import { beforeAll, expect, test } from 'vitest';
import { shapeOf } from './kinds.ts';
import { faultsBy, isWhole, listed, lookedAt, pass, type Found } from './pass.ts';
import type { Law } from './visitor.ts';

/*
 * The laws of every answer, one test a law: what an address answers with, in a page, a picture or a file. What belongs
 * to several answers at once, such as a link to a place on another page, is worked out here from what was found at each.
 */
let passes: readonly Found[];
let server: Found;
let exported: Found;
beforeAll(async () => {
  passes = await pass();
  const [first, second] = passes;
  if (!first || !second) throw new Error('Both modes are visited.');
  server = first;
  exported = second;
});

const pages = ({ visited }: Found) => visited.filter(({ title }) => title !== null);
/** A law is asked of at least so many answers of each pass, and none has a fault. */
function holds(law: Law, ofServer: number, ofExport: number) {
  // Faults first: they say more than a count that is too low.
  expect(faultsBy(law, passes)).toEqual([]);
  expect(lookedAt(law, server)).toBeGreaterThanOrEqual(ofServer);
  expect(lookedAt(law, exported)).toBeGreaterThanOrEqual(ofExport);
}

test('every address of the site is answered', () => {
  // Every day, series, source and figure, and two states of each day of each map.
  const of = (kind: string) => server.visited.filter((one) => one.kind === kind).length;
  expect(of('summary of a day')).toBeGreaterThan(300);
  expect(of('sheets of a day')).toBeGreaterThan(80);
  expect(of('map of a day')).toBeGreaterThan(600);
  expect(of('series')).toBeGreaterThan(250);
  expect(of('source')).toBeGreaterThan(500);
  expect(of('figure')).toBeGreaterThan(3800);
  expect(of('embeds that follow')).toBeGreaterThan(290);
  holds('answers', 9000, 300);
});

test('every answer has the headers of its kind', () => holds('headers', 9000, 0));

test('the policy of every page allows what stands in it and nothing more', () =>
  holds('policy', 6500, 300));

test('on no page, in no picture and in no file does a number travel alone', () =>
  holds('numbers', 9000, 300));

test('every page loads from this site alone, and has no script or style in an attribute', () =>
  holds('markup', 6500, 300));

test('every page says its language, has one first heading, and leaves out no level', () =>
  holds('headings', 6500, 300));

test('no id stands twice on a page', () => holds('ids', 6500, 300));

test('every link leads to an address of this site that its mode has', () => {
  holds('links', 6500, 300);
  // An export has fewer addresses, and names none of the others.
  expect(exported.known.size).toBeLessThan(server.known.size);
});

test('every link to a place on a page leads to an id on it', () => {
  const all = passes.flatMap(({ mode, at, visited, isLeftOut }) => {
    const ids = new Map<string, ReadonlySet<string>>();
    const idsOf = (address: string) => {
      const held = ids.get(address) ?? new Set((at.get(address)?.ids ?? '').split('\n'));
      ids.set(address, held);
      return held;
    };
    return visited.flatMap(({ address, places }) =>
      places.split('\n').flatMap((link) => {
        const [page = '', place = ''] = link.split('#');
        const path = page.split('?')[0] ?? '';
        if (place === '' || isLeftOut(path) || idsOf(path).has(decodeURIComponent(place)))
          return [];
        return [`${mode}: ${address} leads to ${link}`];
      }),
    );
  });
  expect(listed(all)).toEqual([]);
  expect(server.visited.filter(({ places }) => places !== '').length).toBeGreaterThan(3000);
});

test('no two pages have one title, but for those that name one page as theirs', () => {
  for (const found of passes) {
    const named = new Map<string, Set<string>>();
    for (const { title, canonical } of pages(found))
      named.set(title ?? '', (named.get(title ?? '') ?? new Set()).add(canonical ?? ''));
    const shared = [...named].filter(([, canonical]) => canonical.size > 1);
    expect(listed(shared.map(([title, of]) => `${title}: ${[...of].join(' ')}`))).toEqual([]);
  }
});

test('every embed opens its links outside of the frame, names its page, and asks for nothing', () =>
  holds('embeds', 1200, 20));

test('what announces a page is about today, and says the words and size of its picture', () => {
  holds('tags', 6500, 300);
  const pictured = server.visited.filter(({ picture }) => picture !== null);
  expect(pictured.length).toBeGreaterThan(280);
  expect(pictured.filter(({ kind }) => kind === 'series').length).toBeGreaterThan(250);
  expect(
    listed(
      passes.flatMap(({ known, visited }) =>
        visited.flatMap(({ address, picture }) =>
          picture === null || known.has(picture) ? [] : [`${address} names ${picture}`],
        ),
      ),
    ),
  ).toEqual([]);
});

test('every file of figures in JSON obeys the schema that it names', () => holds('schema', 340, 0));

test('every feed is valid', () => holds('feeds', 60, 0));

test('no page is larger than its kind may be, compressed at the best level', () =>
  holds('bytes', 5500, 0));

test('all pages of figures link to one style', () => {
  const of = pages(server).filter(({ kind }) => kind === 'figure');
  expect(new Set(of.map(({ styles }) => styles.join(' '))).size).toBe(1);
  expect(of[0]?.styles.length).toBe(1);
});

test('a page of each shape is visited in both modes', () => {
  const shapes = (found: Found) => new Set(pages(found).map(({ address }) => shapeOf(address)));
  expect(shapes(server).size).toBeGreaterThan(25);
  const missing = [...shapes(exported)].filter((shape) => !shapes(server).has(shape));
  expect(missing).toEqual([]);
  expect(shapes(exported).size).toBeGreaterThan(20);
});

test.runIf(isWhole)('an export has at most 9,000 files and 250 MB', () => {
  expect(exported.size?.files).toBeGreaterThan(5000);
  expect(exported.size?.files).toBeLessThanOrEqual(9000);
  expect(exported.size?.bytes).toBeLessThanOrEqual(250e6);
});
