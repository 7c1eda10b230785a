import { CHART_STYLE, chartPart } from '#lib/downloads/chart-file.ts';
import { drawnOn } from '#lib/drawing/chart/drawn.ts';
import type { ChartPaper } from '#lib/drawing/chart/paper.ts';
import type { Scene } from '#lib/drawing/chart/scene.ts';
import { capital, countedText } from '#lib/wording/figures.ts';
import { shareTexts } from '#lib/wording/share.ts';
import { amountParagraph, figureParts, inFace, type SharedFigure } from './figure-parts.ts';
import { BOTTOM, footScale, MAST, mast, TOP } from './frame.ts';
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
} from './sheet.ts';

/** What a picture is told of the chart of a series: its scene, and the figure that stands newest. */
export interface SharedChart extends SharedFigure {
  readonly scene: Scene;
  /** How to read it, and what its marks mean. */
  readonly notes: readonly string[];
}

const SIZES = {
  wide: {
    number: 72,
    counted: 27,
    who: 20,
    gravest: 23,
    small: 18.5,
    how: 17,
    most: 1.1,
    least: 230,
  },
  square: {
    number: 96,
    counted: 36,
    who: 25,
    gravest: 29,
    small: 22.5,
    how: 21,
    most: 1.1,
    least: 330,
  },
} as const;

/** Where the chart begins on wide paper; the words stand to the left of it. */
const LEFT = 516;
/** Px of the letters of its axes, and what a line of them takes. */
const LETTERS = { wide: 18, square: 22 } as const;

/** A series over time with its newest value, and all that belongs to it. */
export function chartSharePicture(shared: SharedChart, shape: ShapeName): string {
  const { figure, scene, notes } = shared;
  const { width, height } = SHAPES[shape];
  const size = SIZES[shape];
  const parts = figureParts(shared);
  const isWide = shape === 'wide';
  const room = roomFor(MARGIN, width - MARGIN);
  const beside = isWide ? (LEFT - MARGIN) / 1.06 : room;
  const head: Paragraph[] = [
    { runs: [run(shareTexts.newest)], size: size.small, muted: true, leading: 1.2 },
    { ...amountParagraph(figure, size.number), leading: 1.05 },
    {
      runs: inFace(parts.counted, 'serif'),
      size: size.counted,
      leading: 1.2,
      even: true,
      before: 2,
    },
    { runs: inFace(parts.who, 'bold'), size: size.who, even: true, before: 8 },
  ];
  const hasBreak = scene.keys.some(({ kind }) => kind === 'break');
  const how: Paragraph = {
    runs: [run([...notes, ...(hasBreak ? [shareTexts.breaks] : [])].join(' '))],
    size: size.how,
    before: 6,
    muted: true,
  };
  const middle: Paragraph[] = [
    { runs: parts.gravest, size: size.gravest, leading: 1.28, even: true },
    ...(parts.also.length > 0
      ? [{ runs: parts.also, size: size.small, before: 5, muted: true }]
      : []),
    how,
  ];
  const foot: Paragraph[] = [
    { runs: parts.source, size: size.small, muted: true },
    { runs: parts.read, size: size.small, before: 2, muted: true },
  ];
  return largestThatFits(size.most, (scale) => {
    const small = footScale(scale);
    const [words, caveats, end] = [
      set(head, scale, beside),
      set(middle, small, room),
      set(foot, small, room),
    ];
    const gap = 14 * scale;
    const from = TOP + MAST;
    const endTop = height - BOTTOM - end.height;
    const caveatsTop = endTop - gap * 2 - caveats.height;
    const top = isWide ? from : from + words.height + gap;
    const tall = caveatsTop - gap - top;
    if (tall < size.least || (isWide && tall < words.height)) return null;
    const left = isWide ? LEFT : MARGIN;
    const paper = paperOf(width - MARGIN - left, Math.floor(tall), LETTERS[shape]);
    return () =>
      file(
        shape,
        capital(countedText(figure)),
        [
          mast(shape),
          words.at(MARGIN, from),
          chartPart(drawnOn(scene, paper), { x: left, y: Math.round(top) }),
          rule(caveatsTop - gap * 0.6, { width }),
          caveats.at(MARGIN, caveatsTop),
          rule(endTop - gap * 0.6, { width }),
          end.at(MARGIN, endTop),
        ],
        CHART_STYLE,
      );
  });
}

/** Nothing beside it explains its breaks and events, and its newest number stands above it. */
const paperOf = (width: number, height: number, letters: number): ChartPaper => ({
  width,
  height,
  label: letters,
  small: letters,
  noted: false,
  numbered: false,
});
