import { groundMarkup, mapMarks } from '#lib/downloads/map-marks.ts';
import { datesOf, mapNotes } from '#lib/downloads/map-notes.ts';
import type { MapPicture } from '#lib/downloads/map-picture.ts';
import { around } from '#lib/downloads/svg-markup.ts';
import { nameOf } from '#lib/drawing/flows/layout.ts';
import type { Picture } from '#lib/drawing/flows/map.ts';
import type { Source } from '#lib/records/model.ts';
import { gravestCaveats } from '#lib/views/flows.ts';
import { sayDay, sayPublished } from '#lib/wording/days.ts';
import { asOfText, relayText } from '#lib/wording/figures.ts';
import { flowTexts } from '#lib/wording/flows.ts';
import { shareTexts } from '#lib/wording/share.ts';
import { texts } from '#lib/wording/texts.ts';
import { BOTTOM, MAST, mast, TOP } from './frame.ts';
import {
  file,
  largestThatFits,
  MARGIN,
  roomFor,
  rule,
  run,
  set,
  SHAPES,
  type Paragraph,
  type ShapeName,
  type Text,
} from './sheet.ts';
import { MAP_STYLE } from './style.ts';

/** What a picture is told of a state of a map. */
export interface SharedMap extends MapPicture {
  /** The data revision. */
  readonly revision: string;
  /** Of the page of a source, as the file can name it. */
  readonly sourcePage: (source: Source) => string;
}

const SIZES = {
  wide: { title: 34, gravest: 21, small: 16.5, least: 390, most: 1.1 },
  square: { title: 44, gravest: 25, small: 20, least: 470, most: 1.15 },
} as const;
const BESIDE = 28;
/** Px by which a map is made smaller until the words beside it have room; and what those need at least. */
const STEP = 12;
const NARROWEST = 240;
/** The margin to the right takes part of what wider fonts need. */
const NARROWER = 1.08;

/**
 * A state of a map with its key, both days, the gravest caveats in full, all others by their labels, rules, sources and
 * address. What has no room for its number on the map has its letters there, as on the page.
 */
export function mapSharePicture(shared: SharedMap, shape: ShapeName): string {
  const { base } = shared;
  const out = outOf(shared);
  const { width, height } = SHAPES[shape];
  const size = SIZES[shape];
  const room = roomFor(MARGIN, width - MARGIN);
  const { title, told, how, end } = wordsOf(shared, size);
  const isWide = shape === 'wide';
  const from = TOP + MAST;
  return largestThatFits(size.most, (scale) => {
    const gap = 14 * scale;
    const head = set(isWide ? [] : title, scale, room);
    const foot = set(isWide ? end : [...how, ...end], scale, room);
    const top = from + head.height + (isWide ? 0 : gap);
    const endTop = height - BOTTOM - foot.height;
    const most = Math.floor(endTop - gap * 1.2 - top);
    const beside = besideMap(isWide ? [...title, ...told, ...how] : told, scale, shared, {
      least: size.least,
      most,
      right: width - MARGIN / 2,
    });
    if (beside === null) return null;
    const { tall, across, left, words } = beside;
    return () =>
      file(
        shape,
        `${shared.title}, ${shared.subtitle}`,
        [
          mast(shape),
          head.at(MARGIN, from),
          `<svg class="map" x="${MARGIN}" y="${Math.round(top)}" width="${across}" height="${tall}" viewBox="0 0 ${base.width} ${base.height}">`,
          `<rect class="water" width="${base.width}" height="${base.height}"/>`,
          `${groundMarkup(base)}${mapMarks(out, 'phone')}</svg>`,
          words.at(left, top),
          rule(endTop - gap * 0.5, { width }),
          foot.at(MARGIN, endTop),
        ],
        MAP_STYLE,
      );
  });
}

/** The map as tall as it can be with these words beside it; null where it would be too small. */
function besideMap(
  paragraphs: readonly Paragraph[],
  scale: number,
  { base }: SharedMap,
  { least, most, right }: { readonly least: number; readonly most: number; readonly right: number },
) {
  for (let tall = most; tall >= least; tall -= STEP) {
    const across = Math.round((tall * base.width) / base.height);
    const left = MARGIN + across + BESIDE;
    const room = (right - left) / NARROWER;
    if (room < NARROWEST) continue;
    const words = set(paragraphs, scale, room);
    if (words.height <= tall) return { tall, across, left, words };
  }
  return null;
}

/** Title and state; what the numbers leave out, with the key; how the map is drawn; rules, sources and address. */
function wordsOf(
  shared: SharedMap,
  size: { readonly title: number; readonly gravest: number; readonly small: number },
): Record<'title' | 'told' | 'how' | 'end', Paragraph[]> {
  const { notes, items, known } = shared;
  const gravest = gravestCaveats(items);
  const isGravest = new Set(gravest.map(({ caveat }) => caveat.code));
  const others = notes.caveats.filter(({ code }) => !isGravest.has(code));
  const out = outOf(shared);
  const [by, ...further] = [datesOf(shared, out), ...mapNotes(shared)].map((stretches) =>
    stretches.map(({ text, kind }) => run(text, 'sans', kind)),
  );
  const publishers = [
    ...new Set(notes.definitions.map(({ publisher: { name, part } }) => `${name} (${part})`)),
  ].join('; ');
  const small = { size: size.small, muted: true, before: 4 };
  return {
    title: [
      { runs: [run(shared.title, 'serif')], size: size.title, leading: 1.15 },
      { runs: [run(shared.subtitle, 'bold')], size: size.small, before: 4 },
      { runs: [run(publishers)], size: size.small, before: 4 },
      ...(by && by.length > 0 ? [{ ...small, runs: by, before: 0 }] : []),
      ...ownDays(out, small),
    ],
    told: [
      ...gravest.map(({ caveat, flows }): Paragraph => {
        const some = flows.length < items.length;
        return {
          runs: [
            caveatRun(caveat.code, caveat.text),
            ...(some ? share(flows.length, items.length) : []),
          ],
          size: size.gravest,
          before: 8,
          leading: 1.25,
        };
      }),
      ...(items.some(({ standing }) => standing.figure.caveats.length === 0)
        ? [{ ...small, runs: [run(texts.noCaveat)] }]
        : []),
      ...(others.length === 0
        ? []
        : [
            {
              ...small,
              before: 8,
              runs: listed(
                texts.quote.also,
                others.map(({ code, label }) => [caveatRun(code, label)]),
              ),
            },
          ]),
    ],
    how: further.map((runs, i): Paragraph => ({ ...small, runs, before: i === 0 ? 6 : 0 })),
    end: [
      {
        ...small,
        before: 0,
        runs: [
          ...listed(
            shareTexts.rules,
            notes.definitions.map(({ label }) => [run(label)]),
          ),
          run(' '),
          ...listed(
            shareTexts.sources,
            notes.sources.map((source) => sourceRuns(source, shared)),
          ),
        ],
      },
      {
        ...small,
        runs: [
          run(`${texts.seriesPage.quoteRead} ${texts.siteName}, `),
          run(shared.address, 'sans', around('tspan', { 'data-cite': '' })),
          run(`, ${texts.knownOn.toLowerCase()} `),
          run(sayDay(known), 'sans', around('tspan', { 'data-day': known })),
          run(`, ${texts.quote.revision} `),
          run(shared.revision, 'sans', around('tspan', { 'data-cite': '' })),
          run('.'),
        ],
      },
    ],
  };
}

/** A card shows what goes out; what goes back has other dates and stands on the map's page. */
function outOf({ drawn }: SharedMap): Picture {
  const [out] = drawn.pictures;
  if (!out) throw new Error('expected a picture of what goes out, found none');
  return out;
}

/** Of the numbers that stand on the card the days that are not the latest, as far as their labels do not say them. */
function ownDays({ drawings, asOf }: Picture, small: Omit<Paragraph, 'runs'>): Paragraph[] {
  const items = drawings
    .filter(({ name }) => name === 'phone')
    .flatMap(({ labels }) => labels.flatMap(({ parts }) => parts))
    .filter(({ lines }) => lines.every(({ day }) => day === null))
    .map(({ item }) => item)
    .filter(({ figure }) => figure.asOf !== asOf);
  if (items.length === 0) return [];
  const told = items.map(({ item, figure }) => [
    run(`${nameOf(item.flow)} `),
    run(asOfText(figure), 'sans', around('tspan', { 'data-day': figure.asOf })),
  ]);
  return [{ ...small, before: 0, runs: listed(shareTexts.days, told) }];
}

const caveatRun = (code: string, text: string): Text =>
  run(text, 'sans', around('tspan', { 'data-caveat': code }));

/** Of how many items of all it is told. */
const share = (some: number, all: number): Text[] => [
  run(' ('),
  run(String(some), 'sans', around('tspan', { 'data-count': '' })),
  run(` ${flowTexts.of} `),
  run(String(all), 'sans', around('tspan', { 'data-count': '' })),
  run(')'),
];

/** "Before: one; two." */
const listed = (before: string, entries: readonly (readonly Text[])[]): Text[] => [
  run(`${before} `),
  ...entries.flatMap((entry, i) => [...(i > 0 ? [run('; ')] : []), ...entry]),
  run('.'),
];

function sourceRuns(source: Source, { sourcePage }: SharedMap): Text[] {
  const relay = relayText(source);
  return [
    run(source.title, 'sans', around('a', { href: sourcePage(source), 'data-cite': '' })),
    run(
      `, ${sayPublished(source.published).replaceAll(' ', '\u00a0')}${relay === null ? '' : ` (${relay})`}`,
    ),
  ];
}
