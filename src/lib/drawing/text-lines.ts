/** A stretch of text of one kind, as an SVG cannot break lines by itself. */
export interface Stretch<Kind> {
  readonly text: string;
  readonly kind: Kind;
}

/**
 * Lines of at most `letters` letters, broken at spaces and never at no-break ones; a longer word has a line of its own.
 * Of each stretch what stands on one line stays one.
 */
export function textLines<Kind>(
  stretches: readonly Stretch<Kind>[],
  letters: number,
): Stretch<Kind>[][] {
  const lines: Stretch<Kind>[][] = [[]];
  let room = letters;
  for (const { text, kind } of stretches)
    for (const piece of text.split(/(?<= )/)) {
      const length = piece.trimEnd().length;
      let line = lines.at(-1) ?? [];
      const begins = line.at(-1)?.text.endsWith(' ') ?? true;
      if (length > room && begins && line.length > 0) {
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
