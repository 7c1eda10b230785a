import { expect, test } from 'vitest';
import { brokenOnPath } from '#lib/drawing/map-policy.ts';
import { projectionOf } from '#lib/drawing/projection.ts';
import { library } from '#lib/server/library.ts';
import { useSite } from '../support/site.ts';

const home = useSite();
const address = '/ukraine-2022/on/2022-02-28/';

async function onMap<T>(look: (map: SVGSVGElement) => T, width = 1280): Promise<T> {
  const page = await home.browser.newPage({ viewport: { width, height: 900 } });
  await page.goto(home.site + address);
  const found = await page.locator('svg:has(.home)').evaluate(look as never);
  await page.close();
  return found as T;
}

test('on the page as shown the country holds every place of the map policy, Crimea among them', async () => {
  const outline = await onMap((map) => map.querySelector('.home')?.getAttribute('d') ?? '');
  const { situation, mapPolicy } = library;
  const [first] = situation.frames;
  const project = first && projectionOf(first);
  const own = situation.country.isoNumeric ?? '';
  expect(outline.length).toBeGreaterThan(100);
  expect(
    brokenOnPath(outline, ([lon, lat]) => project?.([lon, lat]) ?? null, mapPolicy, own).map(
      ({ name }) => name,
    ),
  ).toEqual([]);
});

test('the map says what it does with borders and that its arrows are schematic', async () => {
  const said = await onMap((map) => map.closest('figure')?.textContent ?? '');
  expect(said).toMatch(/Crimea is drawn with Ukraine/);
  expect(said).toMatch(/schematic/);
});

test('arrows and list are the same items in the same order', async () => {
  const { arrows, entries } = await onMap((map) => ({
    arrows: [...map.querySelectorAll('a[href^="#"]')].map((arrow) => ({
      to: arrow.getAttribute('href')?.slice(1),
      figure: arrow.querySelector('[data-figure]')?.getAttribute('data-figure'),
    })),
    entries: [...(map.closest('section')?.querySelectorAll('article[id]') ?? [])].map((entry) => ({
      to: entry.id,
      figure: entry.querySelector('[data-figure]')?.getAttribute('data-figure'),
    })),
  }));
  expect(arrows.length).toBeGreaterThan(2);
  expect(arrows).toEqual(entries);
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

test.each([360, 1280])('at %i px every label stays inside the map', async (width) => {
  const outside = await onMap((map) => {
    const frame = map.getBoundingClientRect();
    return [...map.querySelectorAll('text')]
      .filter((label) => {
        const { left, right, top, bottom } = label.getBoundingClientRect();
        return left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom;
      })
      .map((label) => label.textContent);
  }, width);
  expect(outside).toEqual([]);
});
