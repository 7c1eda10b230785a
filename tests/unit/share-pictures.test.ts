import { expect, test } from 'vitest';
import { figurePicture } from '#lib/downloads/share/figure-picture.ts';
import { SHAPES, type ShapeName } from '#lib/downloads/share/sheet.ts';
import { widthOf, type Face } from '#lib/drawing/type/measured-lines.ts';
import type { Figure } from '#lib/records/model.ts';
import { library } from '#lib/server/library.ts';
import { quoteParts } from '#lib/wording/quote.ts';
import { readingOf } from '#lib/pages/read-at.ts';
import { sharesOf } from '#lib/pages/share.ts';
import { flowsOf } from '#lib/pages/flows.ts';
import { newestDay } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { allSeries } from '#lib/views/series.ts';

const { id: situation } = library.situation;
const { readAt } = readingOf(situation);
const { chartSvg, figureImage, mapSvg, pictureFile, seriesImage } = sharesOf(situation);
const { drawnState } = flowsOf(situation);

const shapes = ['wide', 'square'] as const;
/** Of how many figures one is drawn: both shapes are set by the same lines of code, from the same words. */
const EVERY = process.env['PROVE'] ? { wide: 1, square: 1 } : { wide: 10, square: 30 };
/** Series of more than one day: those of a single day are shared with the picture of their figure. */
const charts = [...allSeries(library).keys()].filter((id) => seriesImage(id)?.includes('/series/'));
/** What fonts of readers are wider than ours. */
const WIDER = 1.12;
/** Px below which no word of a figure's picture is set, at 1,200 px; the sheet may be shown half as wide. */
const LEAST = 15.5;

const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const unescaped = (text: string) =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

/** What stands on a picture, without what breaks it into lines. */
const textIn = (svg: string) =>
  plain(
    unescaped(
      [...svg.matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)]
        .map(([, body = '']) => body.replace(/<[^>]*>/g, ''))
        .join('\n'),
    ),
  ).replaceAll(' ', '');

const codesIn = (svg: string) => [
  ...new Set([...svg.matchAll(/data-caveat="([^"]*)"/g)].map(([, code]) => code)),
];

/** What of a figure does not stand on its picture. */
function lackingOn(svg: string, figure: Figure, address: string): string[] {
  const text = textIn(svg);
  const parts = quoteParts(figure, { ...readAt(figure), address });
  const lacking = parts
    .map((part) =>
      plain(part.text)
        .replace(/^[ .:;,]+|[ .:;,]+$/g, '')
        .replaceAll(' ', ''),
    )
    .filter((words) => !text.includes(words));
  return [
    ...lacking,
    ...figure.caveats.map(({ code }) => code).filter((code) => !codesIn(svg).includes(code)),
  ];
}

/** Lines outside of maps and charts that would end beyond the paper in a wider font, or below its foot. */
function outside(svg: string, shape: ShapeName): string[] {
  const { width, height } = SHAPES[shape];
  const own = svg.replace(/<svg class="(?:map|chart)"[\s\S]*?<\/svg>/g, '');
  return [...own.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)">(.*?)<\/text>/g)]
    .filter(([, x, y, size, body]) => {
      const end = Number(x) + widthIn(body ?? '', Number(size)) * WIDER;
      return (
        end > width || Number(y) + Number(size) * 0.25 > height || Number(y) < Number(size) / 2
      );
    })
    .map(([line]) => line);
}

/** Px of a line with its faces and sizes. */
function widthIn(body: string, size: number): number {
  // The space behind which a line breaks takes no room.
  const shown = body.replace(/ (?=(?:<[^>]*>)*$)/, '');
  const open: { face: Face; size: number }[] = [{ face: 'sans', size }];
  let width = 0;
  for (const [tag] of shown.matchAll(/<[^>]*>|[^<]+/g)) {
    const now = open.at(-1) ?? { face: 'sans' as const, size };
    if (tag.startsWith('</')) open.pop();
    else if (tag.startsWith('<')) {
      const face = /class="(bold|serif|number)"/.exec(tag)?.[1] as Face | undefined;
      open.push({
        face: face ?? now.face,
        size: Number(/font-size="([\d.]+)"/.exec(tag)?.[1] ?? now.size),
      });
    } else width += widthOf(unescaped(tag), now.face, now.size);
  }
  return width;
}

const pictureOf = (figure: Figure, shape: ShapeName) =>
  figurePicture(
    { figure, read: readAt(figure), sourcePage: `/sources/${figure.source.id}/` },
    shape,
  );

test.each(shapes)(
  'every figure looked at has a %s picture with all that belongs to it, uncut',
  (shape) => {
    const looked = library.figures.filter((_, at) => at % EVERY[shape] === 0);
    const faults = looked.flatMap((figure) => {
      const svg = pictureOf(figure, shape);
      const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
      return [
        ...lackingOn(svg, figure, readAt(figure).address),
        ...codesIn(svg).filter((code) => !figure.caveats.some((one) => one.code === code)),
        ...outside(svg, shape),
        ...(Math.min(...sizes) < LEAST ? [`letters of ${Math.min(...sizes)} px`] : []),
      ].map((fault) => `${figure.id}: ${fault}`);
    });
    expect(faults.slice(0, 10)).toEqual([]);
  },
  300_000,
);

test('the test of the test: a picture that loses a caveat, a word or its edge is found', () => {
  const figure = library.figures.find(({ caveats }) => caveats.length > 2) as Figure;
  const svg = pictureOf(figure, 'wide');
  const { address } = readAt(figure);
  expect(lackingOn(svg, figure, address)).toEqual([]);
  const last = figure.caveats.at(-1);
  const without = svg.replace(/<tspan data-caveat="[^"]*">[^<]*<\/tspan>(?!.*data-caveat)/, '');
  expect(lackingOn(without, figure, address).length).toBeGreaterThan(0);
  expect(lackingOn(svg.replaceAll(last?.label ?? '', ''), figure, address).length).toBeGreaterThan(
    0,
  );
  expect(outside(svg, 'wide')).toEqual([]);
  expect(outside(svg.replaceAll('<text x="56"', '<text x="700"'), 'wide').length).toBeGreaterThan(
    0,
  );
});

test.each(shapes)(
  'every chart’s %s picture says all of its newest figure, uncut',
  (shape) => {
    const faults: string[] = [];
    for (const series of charts) {
      const svg = chartSvg(series, shape);
      const id = /data-figure="([^"]*)"/.exec(svg)?.[1];
      const figure = library.figures.find((one) => one.id === id);
      if (!figure || figure.series !== series) faults.push(`${series}: no figure of its own`);
      else {
        const { address } = readAt(figure);
        const its = address.replace(/figures\/.*$/, `series/${series}/`);
        faults.push(...lackingOn(svg, figure, its).map((fault) => `${series}: ${fault}`));
      }
      faults.push(...outside(svg, shape).map((fault) => `${series}: ${fault}`));
    }
    expect(charts.length).toBeGreaterThan(100);
    expect(faults.slice(0, 10)).toEqual([]);
  },
  300_000,
);

test.each(shapes)(
  'every map’s %s picture names the caveats, sources and days of all it draws',
  (shape) => {
    for (const { id } of library.situation.maps) {
      const svg = mapSvg(id, shape);
      const text = textIn(svg);
      const { drawn } = drawnState(id, null);
      const [out] = drawn.pictures;
      const figures = (out?.items ?? []).map(({ figure }) => figure);
      const shown = (out?.drawings ?? [])
        .filter(({ name }) => name === 'phone')
        .flatMap(({ labels }) => labels.flatMap(({ parts }) => parts.map(({ item }) => item)));
      expect(shown.length).toBeGreaterThan(3);
      const codes = new Set(figures.flatMap(({ caveats }) => caveats.map(({ code }) => code)));
      expect(codesIn(svg).sort()).toEqual([...codes].sort());
      for (const { source, definition } of figures) {
        expect(text).toContain(source.title.replaceAll(' ', ''));
        expect(text).toContain(definition.publisher.part.replaceAll(' ', ''));
      }
      for (const { figure } of shown) {
        expect(svg).toContain(`data-figure="${figure.id}"`);
        expect(svg).toContain(`data-day="${figure.asOf}"`);
      }
      expect(text).toContain('resolution68/262');
      expect(outside(svg, shape)).toEqual([]);
    }
  },
  300_000,
);

test('every figure, series with a chart and map has the pictures that pages name; no other name has any', async () => {
  const figure = library.figures.find(({ id }) => id.includes('.')) as Figure;
  const [series = ''] = charts;
  const map = library.situation.maps[0]?.id ?? '';
  expect(library.figures.filter((one) => figureImage(one) === null)).toEqual([]);
  expect(figureImage(figure)).toMatch(/\/share\/[\w-]+\/figures\//);
  // Of a series that was withdrawn whole nothing is newest.
  const { latest } = asKnownOn(library, newestDay(library));
  for (const one of allSeries(library).keys())
    expect(seriesImage(one) === null, one).toBe(!latest([one]));
  for (const [kind, id] of [
    ['figures', figure.id],
    ['series', series],
    ['flows', map],
  ] as const)
    for (const shape of shapes) {
      const answer = await pictureFile(kind, `${id}.${shape}.svg`);
      expect(answer.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
      expect(await answer.text()).toContain(` width="${SHAPES[shape].width}"`);
    }
  for (const [kind, name] of [
    ['figures', `${map}.wide.svg`],
    ['series', 'nothing.wide.png'],
    ['sources', `${figure.id}.wide.svg`],
    ['flows', `${map}.tall.svg`],
    ['flows', `${map}.wide.jpg`],
    ['flows', `${map}.svg`],
  ] as const)
    await expect(pictureFile(kind, name), `${kind}/${name}`).rejects.toMatchObject({ status: 404 });
});
