import letterWidths from './widths.json' with { type: 'json' };

/** Faces of the fonts that share pictures are set in: text, the same in bold, and two for large letters. */
export type Face = 'sans' | 'bold' | 'serif' | 'number';

/** A stretch of text of one kind in one face. */
export interface Run<Kind> {
  readonly text: string;
  readonly face: Face;
  readonly kind: Kind;
}

/** A letter that no width is known of takes the whole size, which none of these fonts exceeds by much. */
const UNKNOWN = 1000;

/** The widths of a face by code unit: all its letters have one. */
function widthsByUnit(letters: Readonly<Record<string, number>>): Uint16Array {
  const widths = new Uint16Array(0x10000).fill(UNKNOWN);
  // A letter of two code units is one letter.
  widths.fill(0, 0xdc00, 0xe000);
  for (const [letter, width] of Object.entries(letters)) widths[letter.charCodeAt(0)] = width;
  return widths;
}

const WIDTHS: Readonly<Record<Face, Uint16Array>> = {
  sans: widthsByUnit(letterWidths.sans),
  bold: widthsByUnit(letterWidths.bold),
  serif: widthsByUnit(letterWidths.serif),
  number: widthsByUnit(letterWidths.number),
};

/** Units that a text takes in one line; pairs set closer together make it a little less. */
export function widthOf(text: string, face: Face, size: number): number {
  const widths = WIDTHS[face];
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += widths[text.charCodeAt(at)] ?? UNKNOWN;
  return (sum * size) / 1000;
}

/** A day is one word: its number, month and year stay on one line. */
const unbroken = (text: string): string =>
  text.replace(/(?<=\d) (?=\p{L})|(?<=\p{L}) (?=\d{4}\b)/gu, '\u00a0');

/** The words of runs that were asked for: sizes are tried one after the other, with the same words. */
const known = new WeakMap<Run<unknown>, readonly string[]>();

/** The words of a run, each with the space behind it. */
function spacedWords(run: Run<unknown>): readonly string[] {
  const words = known.get(run) ?? unbroken(run.text).split(/(?<= )/);
  known.set(run, words);
  return words;
}

/** Where a run may break: behind a space, in an address behind its signs, and where no line could hold it anywhere. */
function piecesOf(run: Run<unknown>, size: number, room: number): string[] {
  const fits = (piece: string) => widthOf(piece.trimEnd(), run.face, size) <= room;
  return spacedWords(run).flatMap((word) => {
    if (!word.includes('/') && fits(word)) return word;
    return word.split(BEHIND_SIGN).flatMap((piece) => (fits(piece) ? piece : [...piece]));
  });
}

/** Never between two strokes, nor so that a line begins with the stroke or space that ends the word. A letter written as bytes begins one. */
const BEHIND_SIGN = /(?<=[/.\-_?&=])(?![/\s])(?=.{4})|(?=%)/u;

/** Lines no wider than `room` at this size. Of each run what stands on one line stays one. */
export function measuredLines<Kind>(
  runs: readonly Run<Kind>[],
  size: number,
  room: number,
): Run<Kind>[][] {
  const lines: Run<Kind>[][] = [];
  let line: Run<Kind>[] = [];
  let used = 0;
  for (const word of wordsOf(runs, size, room)) {
    if (line.length > 0 && used + shownWidth(word, size) > room) {
      lines.push(line);
      line = [];
      used = 0;
    }
    for (const run of word) {
      const before = line.at(-1);
      if (before && before.kind === run.kind && before.face === run.face)
        line[line.length - 1] = { ...before, text: before.text + run.text };
      else line.push(run);
    }
    used += widthOfRuns(word, size);
  }
  return line.length > 0 ? [...lines, line] : lines;
}

const widthOfRuns = (runs: readonly Run<unknown>[], size: number): number =>
  runs.reduce((sum, { text, face }) => sum + widthOf(text, face, size), 0);

/** The space behind a word takes no room at the end of a line. */
function shownWidth(word: readonly Run<unknown>[], size: number): number {
  const last = word.length - 1;
  return word.reduce(
    (sum, { text, face }, at) => sum + widthOf(at === last ? text.trimEnd() : text, face, size),
    0,
  );
}

/** What must stay together: a sign right behind a word of another run is part of that word. */
function wordsOf<Kind>(runs: readonly Run<Kind>[], size: number, room: number): Run<Kind>[][] {
  const words: Run<Kind>[][] = [];
  let isOpen = false;
  for (const run of runs) {
    const pieces = piecesOf(run, size, room);
    pieces.forEach((text, i) => {
      const piece = { ...run, text };
      const word = words.at(-1);
      if (i === 0 && isOpen && word) word.push(piece);
      else words.push([piece]);
    });
    const end = pieces.at(-1);
    if (end !== undefined) isOpen = !end.endsWith(' ');
  }
  return words.flatMap((word) => (widthOfRuns(word, size) <= room ? [word] : split(word)));
}

/** Runs that only together are too wide part where they meet. */
const split = <Kind>(word: readonly Run<Kind>[]): Run<Kind>[][] => word.map((run) => [run]);
