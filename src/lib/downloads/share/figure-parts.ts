import { around } from '#lib/downloads/svg-markup.ts';
import { widthOf } from '#lib/drawing/type/measured-lines.ts';
import type { Figure } from '#lib/records/model.ts';
import { sayAmount } from '#lib/wording/numbers.ts';
import { quoteParts, type QuotePart, type ReadAt } from '#lib/wording/quote.ts';
import { escaped } from '#lib/downloads/escaped.ts';
import { run, type Paragraph, type Text } from './sheet.ts';

/** What a picture is told of one figure. */
export interface SharedFigure {
  readonly figure: Figure;
  readonly read: ReadAt;
  /** Of the page of its source, as the file can name it. */
  readonly sourcePage: string;
}

/** The sentence to quote, in the parts in which a picture sets it. Put one behind another they are that sentence. */
export interface FigureParts {
  readonly who: readonly Text[];
  readonly counted: readonly Text[];
  readonly gravest: readonly Text[];
  /** The other caveats by their labels; empty without any. */
  readonly also: readonly Text[];
  readonly source: readonly Text[];
  readonly read: readonly Text[];
}

/** Px of the qualifier for one of the number, as on a page. */
const QUALIFIER = 0.45;

export function figureParts({ figure, read, sourcePage }: SharedFigure): FigureParts {
  const parts = quoteParts(figure, read);
  const at = (kind: QuotePart['kind']) => parts.findIndex((part) => part.kind === kind);
  const [amount, day, title, link] = [at('amount'), at('days'), at('title'), at('link')];
  // Behind the day a full stop, then what became of the number, the gravest caveat with a space, or that there is none.
  const caveats = parts.slice(day + 2, title - 1);
  const first = (read.since === undefined ? 0 : 1) + (figure.caveats.length > 0 ? 2 : 1);
  const texts = (some: readonly QuotePart[]) => some.map((part) => textOf(part, sourcePage));
  return {
    who: texts(trimmed(parts.slice(0, 1), /: $/)),
    // What is no number comes behind what it counts.
    counted: texts([
      ...trimmed(parts.slice(1, amount), /: $/),
      ...together(trimmed(parts.slice(amount + 1, day + 1), /^ /)),
    ]),
    gravest: texts(caveats.slice(0, first)),
    also: texts(caveats.slice(first)),
    source: texts(parts.slice(title - 1, link + 1)),
    read: texts(trimmed(parts.slice(link + 1), /^\. /)),
  };
}

/** Without what only joins it to its neighbours in the sentence. */
function trimmed(parts: readonly QuotePart[], end: RegExp): QuotePart[] {
  return parts.map((part) =>
    part.kind === 'words' ? { ...part, text: part.text.replace(end, '') } : part,
  );
}

/** The period, behind the last comma, stays on one line. */
function together(parts: readonly QuotePart[]): QuotePart[] {
  return parts.map((part) =>
    part.kind === 'words'
      ? {
          ...part,
          text: part.text.replace(/(?<=, )[^,]*$/, (days) => days.replaceAll(' ', '\u00a0')),
        }
      : part,
  );
}

function textOf({ kind, text, about }: QuotePart, sourcePage: string): Text {
  switch (kind) {
    case 'days':
      return run(text, 'sans', around('tspan', { 'data-day': about }));
    case 'caveat':
      return run(text, 'sans', around('tspan', { 'data-caveat': about }));
    case 'title':
      return run(text, 'sans', (said) => around('a', { href: sourcePage, 'data-cite': '' })(said));
    case 'published':
      // A day with its time stays on one line.
      return run(text.replaceAll(' ', '\u00a0'));
    case 'link':
    case 'address':
    case 'code':
      return run(text, 'sans', around('tspan', { 'data-cite': '' }));
    default:
      return run(text);
  }
}

/** The number, its qualifier smaller on the same line; a word is set as large as the line allows. */
export function amountParagraph(figure: Figure, size: number): Paragraph {
  const { qualifier, value } = sayAmount(figure.amount);
  const before = qualifier === '' ? '' : `${qualifier}\u00a0`;
  return {
    runs: [],
    size,
    leading: 1.0,
    oneLine: (full) => {
      const small = Math.round(full * QUALIFIER * 10) / 10;
      return {
        width: widthOf(before, 'serif', small) + widthOf(value, 'number', full),
        markup: `<tspan data-figure="${escaped(figure.id)}">${
          before === ''
            ? ''
            : `<tspan class="serif" font-size="${small}">${escaped(before)}</tspan>`
        }<tspan class="number">${escaped(value)}</tspan></tspan>`,
      };
    },
  };
}

/** The same text in another face. */
export const inFace = (texts: readonly Text[], face: Text['face']): Text[] =>
  texts.map((text) => ({ ...text, face }));
