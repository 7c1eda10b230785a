import { escaped } from '#lib/downloads/escaped.ts';
import type { Around } from '#lib/downloads/svg-markup.ts';
import { measuredLines, type Face, type Run } from '#lib/drawing/type/measured-lines.ts';
import { SHARE_WIDE } from '#lib/wording/share.ts';
import { SHARE_STYLE } from './style.ts';

/** The two sizes of paper that places where pictures are shared ask for, in px. */
export const SHAPES = {
  wide: SHARE_WIDE,
  square: { width: 1080, height: 1080 },
} as const;
export type ShapeName = keyof typeof SHAPES;

export const MARGIN = 56;
/** Fonts of a reader who lacks ours run up to so much wider; a line must end on the paper in them too. */
const WIDER = 1.12;
const EDGE = 8;

/** Px that a line beginning at `left` may take, so that it ends before `right` in any font. */
export const roomFor = (left: number, right: number): number =>
  Math.min(right - left, (right + MARGIN - EDGE - left) / WIDER);

export type Text = Run<Around>;
export const run = (text: string, face: Face = 'sans', kind: Around = null): Text => ({
  text,
  face,
  kind,
});

/** One text as it is to be set: at scale one, in px. */
export interface Paragraph {
  readonly runs: readonly Text[];
  readonly size: number;
  /** From line to line, as a factor of the size. */
  readonly leading?: number;
  /** Space before it, unless it comes first. */
  readonly before?: number;
  readonly muted?: boolean;
  /** Its lines are to be of about one length, so that no single word stands alone. */
  readonly even?: boolean;
  /** A sign before its first line, drawn in `SIGN` units; its lines then stand to the right of it. */
  readonly sign?: string;
  /** Set as large as the line allows, no larger than `size`; never broken. */
  readonly oneLine?: (size: number) => { readonly width: number; readonly markup: string };
}

/** Paragraphs set in lines: what they take in height, and how they are written from a place on. */
export interface SetText {
  readonly height: number;
  at(left: number, top: number): string;
}

const tenth = (number: number): number => Math.round(number * 10) / 10;

/** Units of a sign, whose text has 13 of them. */
const SIGN = { width: 52, text: 13, middle: 9 } as const;

export function set(paragraphs: readonly Paragraph[], scale: number, room: number): SetText {
  let height = 0;
  const lines: Line[] = [];
  paragraphs.forEach((paragraph, i) => {
    const { runs, size, leading = 1.3, before = 0, muted, even, oneLine, sign } = paragraph;
    if (i > 0) height += before * scale;
    const name = muted ? ' class="muted"' : '';
    if (oneLine) {
      const full = size * scale;
      const fitting = tenth(Math.min(full, (full * room) / oneLine(full).width));
      height += fitting * leading;
      // Figures have no letters below the line: they stand on the foot of theirs.
      lines.push({
        y: height - fitting * (leading - 0.8),
        x: 0,
        size: fitting,
        body: () => oneLine(fitting).markup,
        sign: '',
      });
      return;
    }
    const fitting = tenth(size * scale);
    const x = sign === undefined ? 0 : (SIGN.width * fitting) / SIGN.text;
    let drawn = sign ?? '';
    const broken = measuredLines(runs, fitting, room - x);
    // Asked for only where it is written: most scales are only tried.
    const shown = lazily(() => (even ? evened(runs, fitting, room - x, broken) : broken));
    for (const index of broken.keys()) {
      height += fitting * leading;
      lines.push({
        y: height - fitting * (leading - 0.97),
        x,
        size: fitting,
        body: () => `<tspan${name}>${(shown()[index] ?? []).map(markup).join('')}</tspan>`,
        sign: drawn,
      });
      drawn = '';
    }
  });
  return {
    height,
    at: (left, top) =>
      lines
        .map(
          ({ x, y, size, body, sign }) =>
            `${signAt(sign, left, top + y, size)}<text x="${tenth(left + x)}" y="${tenth(top + y)}" font-size="${size}">${body()}</text>`,
        )
        .join('\n'),
  };
}

/** Worked out when first asked for, and once. */
function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The same number of lines in the narrowest room that gives it. */
function evened(
  runs: readonly Text[],
  size: number,
  room: number,
  broken: readonly Text[][],
): readonly Text[][] {
  if (broken.length < 2) return broken;
  let even = broken;
  for (let narrower = room * 0.95; narrower > room / 2; narrower -= room * 0.05) {
    const lines = measuredLines(runs, size, narrower);
    if (lines.length > broken.length) break;
    even = lines;
  }
  return even;
}

interface Line {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly body: () => string;
  readonly sign: string;
}

/** In the middle of the small letters of its line. */
function signAt(sign: string, left: number, baseline: number, size: number): string {
  if (sign === '') return '';
  const scale = size / SIGN.text;
  return `<g transform="translate(${left} ${tenth(baseline - size * 0.26 - SIGN.middle * scale)}) scale(${Math.round(scale * 100) / 100})">${sign}</g>`;
}

function markup({ text, face, kind }: Text): string {
  const said = kind ? kind(text) : escaped(text);
  return face === 'sans' ? said : `<tspan class="${face}">${said}</tspan>`;
}

/** Between two scales that are tried. */
const STEP = 0.025;
/** Below it nobody reads on a phone; no text of the seeds needs it (`share-pictures.test.ts`). */
const SMALLEST = 0.5;
/** Texts many times as long as any are still whole in the file, for readers who enlarge it. */
const LAST = SMALLEST / 16;

/**
 * The largest scale, of steps up to `most`, at which `lay` finds room: found by halving, since what has room has it
 * smaller too. @throws {Error} where none does: nothing may be cut.
 */
export function largestThatFits(
  most: number,
  lay: (scale: number) => (() => string) | null,
): string {
  let [low, high] = [0, Math.round((most - SMALLEST) / STEP)];
  let best = lay(SMALLEST);
  if (best === null) {
    for (let scale = SMALLEST / 2; scale >= LAST; scale /= 2) {
      const laid = lay(scale);
      if (laid) return laid();
    }
    throw new Error('No room on the picture for all that belongs to it.');
  }
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const laid = lay(SMALLEST + middle * STEP);
    if (laid === null) high = middle - 1;
    else [low, best] = [middle, laid];
  }
  return best();
}

export const rule = (y: number, { width }: { readonly width: number }, name = 'rule'): string =>
  `<path class="${name}" d="M${MARGIN} ${tenth(y)}H${width - MARGIN}"/>`;

/** The whole file. Its text is text, so it says by itself what it shows; the title only names it. */
export function file(
  shape: ShapeName,
  title: string,
  parts: readonly string[],
  style = '',
): string {
  const { width, height } = SHAPES[shape];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" lang="en" data-block="">`,
    `<title>${escaped(title)}</title><style>${SHARE_STYLE}${style}</style>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    ...parts.filter((part) => part !== ''),
    '</svg>\n',
  ].join('\n');
}
