import { expect, test } from 'vitest';
import { brokenOnPath } from '#lib/drawing/map-policy.ts';
import { onGround } from '#lib/drawing/draw-base-map.ts';
import { library } from '#lib/server/library.ts';
import { useSite } from '../support/site.ts';

const site = useSite();

async function onMap<T>(
  look: (map: SVGSVGElement) => T,
  width = 1280,
  address = '/ukraine-2022/on/2022-02-28/',
): Promise<T> {
  return site.onPage(
    address,
    (page) => page.locator('svg:has(.home)').evaluate(look as never) as Promise<T>,
    { viewport: { width, height: 900 } },
  );
}

test('on the page as shown the country holds every place of the map policy, Crimea among them', async () => {
  const outline = await onMap((map) => map.querySelector('.home')?.getAttribute('d') ?? '');
  const { situation, mapPolicy } = library;
  const [first] = situation.frames;
  if (!first) throw new Error('expected a frame');
  const own = situation.country.isoNumeric ?? '';
  expect(outline.length).toBeGreaterThan(100);
  const broken = brokenOnPath(outline, onGround(first), mapPolicy, own);
  expect(broken.map(({ name }) => name)).toEqual([]);
});

test('the map says what it does with borders and that its arrows are schematic', async () => {
  const said = await onMap((map) => map.closest('figure')?.textContent ?? '');
  expect(said).toMatch(/Crimea is drawn with Ukraine/);
  expect(said).toMatch(/schematic/);
});

test('arrows, labels and list are the same items in the same order', async () => {
  const { marks, labels, entries } = await onMap((map) => ({
    marks: [...map.querySelectorAll('a[data-flow]')].map((mark) => ({
      to: mark.getAttribute('href')?.slice(1),
      figure: mark.getAttribute('data-flow'),
    })),
    labels: [...map.querySelectorAll('a[data-label]')].map((label) => ({
      to: label.getAttribute('href')?.slice(1),
      figure: label.querySelector('[data-figure]')?.getAttribute('data-figure'),
    })),
    entries: [...(map.closest('section')?.querySelectorAll('article[id]') ?? [])].map((entry) => ({
      to: entry.id,
      figure: entry.querySelector('[data-figure]')?.getAttribute('data-figure'),
    })),
  }));
  expect(marks.length).toBeGreaterThan(2);
  expect(marks).toEqual(entries);
  expect(labels).toEqual(entries);
});

test.each([360, 1280])('at %i px no two labels of the map lie over each other', async (width) => {
  const boxes = await onMap(
    (map) =>
      [...map.querySelectorAll('a text, .legend text')].map((label) => {
        const { left, right, top, bottom } = label.getBoundingClientRect();
        // A font's box reaches above its capitals and below its digits: by how much differs from font to font.
        return { said: label.textContent ?? '', left, right, top: top + 3, bottom: bottom - 3 };
      }),
    width,
  );
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
      .map((two) => `${one.said} / ${two.said}`),
  );
  expect(boxes.length).toBeGreaterThan(3);
  expect(over).toEqual([]);
});

/** Of publications the one with the longest labels is among them. */
const maps = [
  'on/2022-02-28',
  'on/2022-03-15',
  'sources/unhcr-grandi-2022-02-28-security-council',
  'sources/daily-sabah-2022-03-01',
];

test.each(maps.flatMap((page) => [360, 1280].map((width) => [page, width] as const)))(
  'on %s at %i px every label stays inside the map',
  async (page, width) => {
    const outside = await onMap(
      (map) => {
        const frame = map.getBoundingClientRect();
        return [...map.querySelectorAll('text')]
          .filter((label) => {
            const { left, right, top, bottom } = label.getBoundingClientRect();
            return (
              left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom
            );
          })
          .map((label) => label.textContent);
      },
      width,
      `/ukraine-2022/${page}/`,
    );
    expect(outside).toEqual([]);
  },
);

test('the founding article alone draws three dashed arrows to rows of its table, and no number', async () => {
  const founding = `/ukraine-2022/${maps.at(-1)}/`;
  const found = await onMap(
    (map) =>
      [...map.querySelectorAll('a[data-flow]')].map((mark) => {
        const shaft = mark.querySelector('.shaft');
        const row = document.getElementById((mark.getAttribute('href') ?? '').slice(1));
        const label = map.querySelector(`a[data-label][href="${mark.getAttribute('href')}"]`);
        return {
          dashed: shaft !== null && getComputedStyle(shaft).strokeDasharray !== 'none',
          row: row?.tagName,
          said: label?.querySelector('[data-figure]')?.textContent,
        };
      }),
    1280,
    founding,
  );
  expect(found).toEqual(Array(3).fill({ dashed: true, row: 'TR', said: '“many”' }));
});
