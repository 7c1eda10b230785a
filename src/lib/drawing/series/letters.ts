import { apart } from '#lib/drawing/label-column.ts';
import type { Plot, Scales } from './plot.ts';
import type { SceneKey, SceneLine } from './scene.ts';

export interface PlacedLetters {
  readonly x: number;
  /** "a", or "b, c" and "b–e" where there is no room for each. */
  readonly text: string;
}

/** Letters of one kind in a row; those that would touch are set as one. Keys without letter are only told. */
export function placedLetters(
  keys: readonly SceneKey[],
  kind: SceneKey['kind'],
  { x }: Scales,
  room: number,
): PlacedLetters[] {
  const groups: { from: number; to: number; letters: string[] }[] = [];
  for (const key of keys) {
    if (key.kind !== kind || key.letter === '') continue;
    const at = x(key.at);
    const group = groups.at(-1);
    if (group && at - group.to < room) {
      group.to = at;
      group.letters.push(key.letter);
    } else groups.push({ from: at, to: at, letters: [key.letter] });
  }
  return groups.map(({ from, to, letters }) => ({
    x: Math.round((from + to) / 2),
    text: letters.length > 2 ? `${letters[0]}–${letters.at(-1)}` : letters.join(', '),
  }));
}

export interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  /** Whether the text ends or begins at `x`. */
  readonly anchor: 'end' | 'start';
  readonly text: string;
}

/** The name of each line above its end, no two upon each other, none out of the plot. */
export function placedLabels(
  lines: readonly SceneLine[],
  { x, y }: Scales,
  plot: Plot,
  letterWidth: number,
  lineHeight: number,
): PlacedLabel[] {
  const ends = lines.flatMap(({ label, runs }) => {
    const end = runs.at(-1)?.at(-1);
    return label === '' || !end ? [] : [{ label, x: x(end.day), y: y(end.value) }];
  });
  const heights = apart(
    ends.map((end) => end.y - lineHeight),
    lineHeight,
    plot.top,
    plot.bottom - lineHeight,
  );
  return ends.map(({ label, x: endX }, index) => {
    const width = label.length * letterWidth;
    const fits = endX - width >= plot.left;
    return {
      x: fits ? endX : Math.max(plot.left, Math.min(endX, plot.right - width)),
      y: heights[index] ?? plot.top,
      anchor: fits ? 'end' : 'start',
      text: label,
    };
  });
}
