import { expect, test } from 'vitest';
import { brokenOnPath } from '#lib/drawing/map-policy.ts';
import { onGround } from '#lib/drawing/draw-base-map.ts';
import { library } from '#lib/server/library.ts';
import { documentOf } from '../support/dom.ts';
import { useSite } from '../support/site.ts';

const site = useSite();

const summary = '/ukraine-2022/on/2022-02-28/';
const phone = { width: 360, height: 900 };
const screen = { width: 1280, height: 900 };

/** The map of a page, at the width of a phone and of a screen. */
const atBothWidths = <T>(
  address: string,
  look: (map: SVGSVGElement) => T,
): Promise<{ width: number; found: T }[]> =>
  site.onPage(
    address,
    async (page) => {
      const both = [];
      for (const sight of [phone, screen]) {
        await page.setViewportSize(sight);
        const found = await page.locator('svg:has(.home)').evaluate(look as never);
        both.push({ width: sight.width, found: found as T });
      }
      return both;
    },
    { viewport: phone },
  );

/** The map of the summary as it is sent; for what needs no layout. */
async function sentMap(): Promise<Element> {
  const map = documentOf((await site.fetch(summary)).text)
    .querySelector('svg .home')
    ?.closest('svg');
  if (!map) throw new Error('The summary has no map.');
  return map;
}

test('on the page as shown the country holds every place of the map policy, Crimea among them', async () => {
  const outline = (await sentMap()).querySelector('.home')?.getAttribute('d') ?? '';
  const { situation, mapPolicy } = library;
  const [first] = situation.frames;
  if (!first) throw new Error('expected a frame');
  const own = situation.country.isoNumeric ?? '';
  expect(outline.length).toBeGreaterThan(100);
  const broken = brokenOnPath(outline, onGround(first), mapPolicy, own);
  expect(broken.map(({ name }) => name)).toEqual([]);
});

test('the map says what it does with borders and that its arrows are schematic', async () => {
  const said = (await sentMap()).closest('figure')?.textContent ?? '';
  expect(said).toMatch(/Crimea is drawn with Ukraine/);
  expect(said).toMatch(/schematic/);
});

test('arrows, labels and list are the same items in the same order', async () => {
  const map = await sentMap();
  const marks = [...map.querySelectorAll('a[data-flow]')].map((mark) => ({
    to: mark.getAttribute('href')?.slice(1),
    figure: mark.getAttribute('data-flow'),
  }));
  const labels = [...map.querySelectorAll('.wide a[data-label]')].map((label) => ({
    to: label.getAttribute('href')?.slice(1),
    figure: label.querySelector('[data-figure]')?.getAttribute('data-figure'),
  }));
  const entries = [...map.ownerDocument.querySelectorAll('article.way')].map((entry) => ({
    to: entry.id,
    figure: entry.querySelector('[data-figure]')?.getAttribute('data-figure'),
  }));
  expect(marks.length).toBeGreaterThan(2);
  expect(marks).toEqual(entries);
  expect(labels).toEqual(entries);
});

test('at 360 and 1280 px no two labels of the map lie over each other', async () => {
  const both = await atBothWidths(summary, (map) =>
    [...map.querySelectorAll('a text, .legend text')]
      .filter((label) => label.getClientRects().length > 0)
      .map((label) => {
        const { left, right, top, bottom } = label.getBoundingClientRect();
        // A font's box reaches above its capitals and below its digits: by how much differs from font to font.
        return { said: label.textContent ?? '', left, right, top: top + 3, bottom: bottom - 3 };
      }),
  );
  for (const { width, found: boxes } of both) {
    const over = boxes.flatMap((one, i) =>
      boxes
        .slice(i + 1)
        .filter(
          (two) =>
            one.left < two.right &&
            two.left < one.right &&
            one.top < two.bottom &&
            two.top < one.bottom,
        )
        .map((two) => `${one.said} / ${two.said} at ${width} px`),
    );
    expect(boxes.length).toBeGreaterThan(3);
    expect(over).toEqual([]);
  }
});

/** Of publications the one with the longest labels is among them. */
const maps = [
  'on/2022-02-28',
  'on/2022-03-15',
  'sources/unhcr-grandi-2022-02-28-security-council',
  'sources/daily-sabah-2022-03-01',
];

test('at 360 and 1280 px every label stays inside its map', async () => {
  const outside: string[] = [];
  for (const path of maps) {
    const both = await atBothWidths(`/ukraine-2022/${path}/`, (map) => {
      const frame = map.getBoundingClientRect();
      return [...map.querySelectorAll('text')]
        .filter((label) => label.getClientRects().length > 0)
        .filter((label) => {
          const { left, right, top, bottom } = label.getBoundingClientRect();
          // A font's box may reach above its capitals by a fraction of a pixel more than was planned for.
          return (
            left < frame.left ||
            right > frame.right ||
            top < frame.top - 1 ||
            bottom > frame.bottom + 1
          );
        })
        .map((label) => label.textContent);
    });
    for (const { width, found } of both)
      outside.push(...found.map((label) => `${path} at ${width} px: ${label}`));
  }
  expect(outside).toEqual([]);
});

test('the founding article alone draws three dashed ribbons to rows of its table, and no number', async () => {
  const founding = `/ukraine-2022/${maps.at(-1)}/`;
  const found = await site.onPage(
    founding,
    (page) =>
      page.locator('svg:has(.home)').evaluate((map) =>
        [...map.querySelectorAll('a[data-flow]')].map((mark) => {
          const ribbon = mark.querySelector('.word');
          const row = document.getElementById((mark.getAttribute('href') ?? '').slice(1));
          const label = map.querySelector(`a[data-label][href="${mark.getAttribute('href')}"]`);
          return {
            dashed: ribbon !== null && getComputedStyle(ribbon).strokeDasharray !== 'none',
            row: row?.tagName,
            said: label?.querySelector('[data-figure]')?.textContent,
          };
        }),
      ),
    { viewport: screen },
  );
  expect(found).toEqual(Array(3).fill({ dashed: true, row: 'TR', said: '“many”' }));
});
