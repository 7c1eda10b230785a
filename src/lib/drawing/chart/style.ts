/** Kinds of path in a chart, as `styles/chart.css` styles them by class: in the order in which they are painted. */
export type PathKind =
  /** A rule at a round number, the axis, a tick at it. */
  | 'c-r'
  | 'c-x'
  | 'c-k'
  /** The upright of a break, the tick of an event. */
  | 'c-b'
  | 'c-e'
  /** What was published earlier. */
  | 'c-v'
  /** A line that stands back, and the line in the accent colour. */
  | 'c-m'
  | 'c-l'
  /** Bars of marks, dots, rings, ticks of words; the same of lines that stand back. */
  | 'c-u'
  | 'c-d'
  | 'c-o'
  | 'c-w'
  | 'c-um'
  | 'c-dm'
  /** From a label to its line. */
  | 'c-h';

/** How a canvas draws each kind: the widths and dashes of the style sheet. */
export const STROKES: Readonly<
  Record<
    PathKind,
    {
      readonly ink: 'line' | 'text' | 'muted' | 'rule';
      readonly width: number;
      readonly dash?: readonly number[];
      readonly round?: boolean;
      readonly filled?: boolean;
    }
  >
> = {
  'c-r': { ink: 'rule', width: 1 },
  'c-x': { ink: 'text', width: 1 },
  'c-k': { ink: 'muted', width: 1 },
  'c-b': { ink: 'text', width: 1, dash: [3, 3] },
  'c-e': { ink: 'muted', width: 1 },
  'c-v': { ink: 'muted', width: 0.8 },
  'c-m': { ink: 'muted', width: 1.4 },
  'c-l': { ink: 'line', width: 2.2 },
  'c-u': { ink: 'line', width: 1.5 },
  'c-d': { ink: 'line', width: 4.4, round: true },
  'c-o': { ink: 'line', width: 1.5, dash: [2.2, 1.6], filled: true },
  'c-w': { ink: 'line', width: 3 },
  'c-um': { ink: 'muted', width: 1.2 },
  'c-dm': { ink: 'muted', width: 4, round: true },
  'c-h': { ink: 'muted', width: 0.8 },
};
