import { unbroken } from '#lib/drawing/text-lines.ts';
import type { Scales } from './plot.ts';
import type { SceneKey } from './scene.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether two boxes share any room. */
const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Of some places for a text the first that is free and on the paper; null where none is. */
export function freePlace<Place extends { readonly box: Box }>(
  places: readonly Place[],
  taken: readonly Box[],
  paper: Box,
): Place | null {
  return places.find(({ box }) => isWithin(box, paper) && isFree(box, taken)) ?? null;
}

export const isFree = (box: Box, taken: readonly Box[]): boolean =>
  !taken.some((one) => overlap(box, one));

const isWithin = (box: Box, paper: Box): boolean =>
  box.left >= paper.left &&
  box.right <= paper.right &&
  box.top >= paper.top &&
  box.bottom <= paper.bottom;

/** How many of them a box runs into. */
export const hits = (box: Box, taken: readonly Box[]): number =>
  taken.reduce((sum, one) => sum + (overlap(box, one) ? 1 : 0), 0);

export interface PlacedLetters {
  readonly x: number;
  /** "a", or "b, c" and "b–e" where there is no room for each. */
  readonly text: string;
}

/** Letters of events in a row under the axis; those that would touch are set as one. */
export function placedLetters(
  keys: readonly SceneKey[],
  { x }: Scales,
  room: number,
): PlacedLetters[] {
  const groups: { from: number; to: number; letters: string[] }[] = [];
  for (const key of keys) {
    if (key.kind !== 'event') continue;
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

/** A text in lines of at most so many px, broken at spaces and never inside a day. */
export function linesWithin(text: string, room: number, width: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of unbroken(text).split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && width(longer) <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
