import { capital, countedText } from '#lib/wording/figures.ts';
import { amountParagraph, figureParts, inFace, type SharedFigure } from './figure-parts.ts';
import { BOTTOM, footScale, MAST, mast, TOP } from './frame.ts';
import {
  file,
  largestThatFits,
  MARGIN,
  roomFor,
  rule,
  set,
  SHAPES,
  type Paragraph,
  type ShapeName,
} from './sheet.ts';

/** Px at scale one, and how far texts may grow where there is room. */
const SIZES = {
  wide: { number: 110, counted: 36, who: 23, gravest: 27, also: 21, foot: 18.5, most: 1.3 },
  square: { number: 150, counted: 46, who: 28, gravest: 34, also: 26, foot: 22, most: 1.35 },
} as const;
/**
 * One figure as a picture that can leave the site: all that `quoteParts` says, the number large, the gravest caveat in
 * full. Everything is in it as text.
 */
export function figurePicture(shared: SharedFigure, shape: ShapeName): string {
  const { figure } = shared;
  const { width, height } = SHAPES[shape];
  const size = SIZES[shape];
  const parts = figureParts(shared);
  const room = roomFor(MARGIN, width - MARGIN);
  const top: Paragraph[] = [
    amountParagraph(figure, size.number),
    {
      runs: inFace(parts.counted, 'serif'),
      size: size.counted,
      leading: 1.2,
      even: true,
      before: 4,
    },
    { runs: inFace(parts.who, 'bold'), size: size.who, even: true, before: 10 },
  ];
  const middle: Paragraph[] = [
    { runs: parts.gravest, size: size.gravest, leading: 1.28, even: true },
    ...(parts.also.length > 0
      ? [{ runs: parts.also, size: size.also, before: 8, muted: true, even: true }]
      : []),
  ];
  const foot: Paragraph[] = [
    { runs: parts.source, size: size.foot, muted: true },
    { runs: parts.read, size: size.foot, before: 3, muted: true },
  ];
  return largestThatFits(size.most, (scale) => {
    const [head, caveats] = [set(top, scale, room), set(middle, scale, room)];
    const end = set(foot, footScale(scale), room);
    const gap = 18 * scale;
    const slack =
      height - TOP - BOTTOM - MAST - head.height - caveats.height - end.height - 4 * gap;
    if (slack < 0) return null;
    const line = TOP + MAST + head.height + gap + slack * 0.3;
    const endTop = height - BOTTOM - end.height;
    return () =>
      file(shape, capital(countedText(figure)), [
        mast(shape),
        head.at(MARGIN, TOP + MAST + slack * 0.12),
        rule(line, { width }),
        caveats.at(MARGIN, line + gap),
        rule(endTop - gap * 0.6, { width }),
        end.at(MARGIN, endTop),
      ]);
  });
}
