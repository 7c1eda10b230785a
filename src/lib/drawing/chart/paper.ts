/** Paper that a chart is drawn on: in px of its picture. */
export interface ChartPaper {
  readonly width: number;
  readonly height: number;
  /** Px of the letters of labels, and of all others. */
  readonly label: number;
  readonly small: number;
  /** One of many small ones: two rules, and no name, which stands above it. */
  readonly isSmall?: boolean;
  /** Whether notes and letters of breaks and events are in it: where something beside it explains them. */
  readonly noted: boolean;
  /** Whether numbers are written in it: where all that belongs to them stands beside it. */
  readonly numbered: boolean;
}

/** Shown from some 650 px on, and below: two drawings, so that text is never smaller than 12 px. */
export const WIDE: ChartPaper = {
  width: 760,
  height: 400,
  label: 15,
  small: 14,
  noted: true,
  numbered: true,
};
export const PHONE: ChartPaper = {
  width: 344,
  height: 330,
  label: 13.5,
  small: 13,
  noted: true,
  numbered: true,
};
/** One of many, with its own scale; shown between some 250 and 340 px wide. */
export const SMALL: ChartPaper = {
  width: 272,
  height: 150,
  label: 13.5,
  small: 13,
  isSmall: true,
  noted: true,
  numbered: false,
};

/** From so many px on the wide drawing is shown; `components/chart/ChartDrawn.svelte` says the same. */
export const WIDE_FROM = 656;

/** On a sheet: units of which 680 are the width of its text, some 0.26 mm each. */
export const SHEET: ChartPaper = {
  width: 680,
  height: 132,
  label: 10,
  small: 9.5,
  noted: false,
  numbered: false,
};
