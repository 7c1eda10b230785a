import type { Shape, Signs } from './map.ts';
import type { Look } from './look.ts';
import { arrowStrokes, circleStrokes, type Stroke } from './strokes.ts';

/** One line of the key to a map's patterns, drawn by the functions that draw the map. */
export interface SignSample {
  readonly name: Look | 'back' | 'beside' | 'onward' | 'otherDate';
  readonly look: Look;
  readonly strokes: readonly Stroke[];
  readonly pale: boolean;
}

const WAY = { from: [3, 9], over: [20, 9], to: [41, 9] } as const;
const WIDTH = 4;

/** Only what occurs on the map; nothing for numbers as stated, whose scale stands on the map itself. */
export function signSamples(signs: Signs, shape: Shape): SignSample[] {
  const sample = (name: SignSample['name'], look: Look, more = {}): SignSample => {
    const size = shape === 'arrow' ? WIDTH : 11;
    const fixed = look === 'word' || look === 'missing';
    const width = fixed ? (shape === 'arrow' ? 2 : 12) : size;
    const drawn = {
      look,
      width,
      upper: look === 'range' ? width * 1.8 : width,
      hollow: false,
      back: false,
      ...more,
    };
    return {
      name,
      look,
      pale: name === 'otherDate',
      strokes:
        shape === 'arrow'
          ? arrowStrokes(WAY, drawn)
          : circleStrokes([22, 9], drawn, shape === 'ring'),
    };
  };
  return [
    ...signs.looks.filter((look) => look !== 'sharp').map((look) => sample(look, look)),
    ...(signs.back ? [sample('back', 'sharp', { back: true })] : []),
    ...(signs.beside ? [sample('beside', 'sharp', { hollow: true })] : []),
    ...(signs.onward ? [sample('onward', 'sharp', { width: 1.4, upper: 1.4 })] : []),
    ...(signs.otherDate ? [sample('otherDate', 'sharp')] : []),
  ];
}
