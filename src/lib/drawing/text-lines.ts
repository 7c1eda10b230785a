/** A stretch of text of one kind, as an SVG cannot break lines by itself. */
export interface Stretch<Kind> {
  readonly text: string;
  readonly kind: Kind;
}

/** Words with the space behind them; one that no line could hold, an address, is cut. */
const piecesOf = (text: string, letters: number): string[] =>
  unbroken(text)
    .split(/(?<= )/)
    .flatMap((word) => word.match(new RegExp(`.{1,${letters}} ?`, 'gsu')) ?? []);

/** A day is one word: its number, month and year stay on one line. */
export const unbroken = (text: string): string =>
  text.replace(/(?<=\d) (?=\p{L})|(?<=\p{L}) (?=\d{4}\b)/gu, '\u00a0');

/**
 * Lines of at most `letters` letters, broken at spaces and never at no-break ones or inside a day; a longer word is cut.
 * Of each stretch what stands on one line stays one.
 */
export function textLines<Kind>(
  stretches: readonly Stretch<Kind>[],
  letters: number,
): Stretch<Kind>[][] {
  const lines: Stretch<Kind>[][] = [[]];
  let room = letters;
  for (const { text, kind } of stretches)
    for (const piece of piecesOf(text, letters)) {
      const length = piece.trimEnd().length;
      let line = lines.at(-1) ?? [];
      const begins = line.at(-1)?.text.endsWith(' ') ?? true;
      if (length > room && (begins || length === letters || room <= 0) && line.length > 0) {
        line = [];
        lines.push(line);
        room = letters;
      }
      const last = line.at(-1);
      if (last && last.kind === kind) line.splice(-1, 1, { text: last.text + piece, kind });
      else line.push({ text: piece, kind });
      room -= piece.length;
    }
  return lines.filter((line) => line.length > 0);
}
