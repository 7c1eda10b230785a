import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { useSite } from '../support/site.ts';

const site = useSite();
/** Relative luminance (WCAG 2.2) of a shade of grey from 0 to 255. */
const luminance = (shade: number) => {
  const part = shade / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
const contrast = (a: number, b: number) => {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
};
/** What a graphic needs to be seen (WCAG 1.4.11). */
const SEEN = 3;
/** Px of the picture for one of the page: enough for the middle of a hairline to have its own shade. */
const SCALE = 6;

test.each(['2022-03-03', '2022-06-15', '2026-09-16'])(
  'copied in grey, every flow of %s stands out from the ground it crosses',
  async (day) => {
    const { found, picture } = await site.withUsedPage(
      { deviceScaleFactor: SCALE },
      async (page) => {
        await page.emulateMedia({ media: 'print' });
        await page.goto(`${site.address}/ukraine-2022/print/on/${day}/`);
        const map = page.locator('.part-map .map').first();
        const picture = await map.screenshot();
        const found = await map.evaluate((svg: SVGSVGElement) => {
          const box = svg.getBoundingClientRect();
          const place = (path: SVGGeometryElement, part: number) => {
            const at = path.getPointAtLength(path.getTotalLength() * part);
            const { x, y } = at.matrixTransform(path.getScreenCTM() ?? undefined);
            return { x: (x - box.x) / box.width, y: (y - box.y) / box.height };
          };
          return {
            flows: [...svg.querySelectorAll<SVGPathElement>('[data-flow] .rib')].map((path) => ({
              name: path.closest('[data-flow]')?.getAttribute('data-flow') ?? '',
              // Along its outline: the sides where it has its width, and the head.
              at: [0.36, 0.4, 0.5, 0.6].map((part) => place(path, part)),
            })),
            grounds: ['land', 'home'].map((name) => {
              const fill = getComputedStyle(svg.querySelector(`.${name}`) ?? svg).fill;
              return Number(/\d+/.exec(fill)?.[0]);
            }),
          };
        });
        return { found, picture };
      },
    );
    const image = await loadImage(picture);
    const canvas = createCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    // A picture of an element begins on a whole px, and the thinnest lines are one: of all within that the darkest counts.
    const around = 2 * SCALE + 1;
    const greyAt = ({ x, y }: { x: number; y: number }) => {
      const [left, top] = [Math.round(x * image.width), Math.round(y * image.height)];
      const { data } = context.getImageData(left - SCALE, top - SCALE, around, around);
      const greys = Array.from({ length: around ** 2 }, (_, i) => {
        const [red = 0, green = 0, blue = 0] = data.subarray(i * 4, i * 4 + 3);
        return Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue);
      });
      return Math.min(...greys);
    };
    const [land = 0, ground = 0] = found.grounds;
    // Beside an outline lies the ground, so the darkest of a few places counts.
    const faint = found.flows.filter(({ at }) => {
      const darkest = Math.min(...at.map(greyAt));
      return contrast(darkest, land) < SEEN || contrast(darkest, ground) < SEEN;
    });
    expect(found.flows.length).toBeGreaterThan(4);
    expect(contrast(land, ground)).toBeGreaterThan(1.1);
    expect(faint.map(({ name }) => name)).toEqual([]);
  },
);

test('copied in grey, the lines of the chart are told apart by their dashes and named at their ends', async () => {
  const { dashes, shades, names } = await site.onPage('/ukraine-2022/print/', async (page) => {
    await page.emulateMedia({ media: 'print' });
    return page.locator('.part-chart svg').evaluate((svg) => {
      const lines = [...svg.querySelectorAll('.c-l, .c-m')];
      return {
        dashes: [...new Set(lines.map((line) => getComputedStyle(line).strokeDasharray))],
        shades: [...new Set(lines.map((line) => getComputedStyle(line).stroke))],
        names: [...svg.querySelectorAll('.c-t')].map((text) => text.textContent),
      };
    });
  });
  expect(names.length).toBeGreaterThan(5);
  expect(dashes.length).toBe(names.length);
  expect(shades).toEqual(['rgb(0, 0, 0)']);
});

test('nothing on the sheets has a colour', async () => {
  const picture = await site.onPage(
    '/ukraine-2022/print/',
    async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      return page.locator('.sheets').screenshot();
    },
    { viewport: { width: 900, height: 1200 } },
  );
  const image = await loadImage(picture);
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let coloured = 0;
  let light = 0;
  for (let i = 0; i < data.length; i += 4) {
    const [red = 0, green = 0, blue = 0] = data.subarray(i, i + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 2) coloured += 1;
    if (red > 250) light += 1;
  }
  expect(coloured).toBe(0);
  // Paper stays paper where the reader's screen is dark.
  expect(light / (data.length / 4)).toBeGreaterThan(0.7);
});
