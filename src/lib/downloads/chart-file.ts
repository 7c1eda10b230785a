import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import ChartPicture from '#lib/components/chart/ChartPicture.svelte';
import { drawnOn } from '#lib/drawing/chart/drawn.ts';
import type { DrawnChart } from '#lib/drawing/chart/layout.ts';
import { WIDE } from '#lib/drawing/chart/paper.ts';
import type { Scene } from '#lib/drawing/chart/scene.ts';
import styles from '#styles/chart.css?raw';
import { escaped } from './escaped.ts';

/** A file cannot read the page's styles: the look's colours once more. */
const LIGHT = {
  paper: '#fdfcf9',
  ink: '#1b1f23',
  muted: '#59626b',
  rule: '#d9d5cb',
  accent: '#1d5c9e',
} as const;
const DARK = {
  paper: '#14171a',
  ink: '#e9e6df',
  muted: '#a5adb5',
  rule: '#343a40',
  accent: '#86b6ea',
} as const;
const INK = { paper: '#fff', ink: '#000', muted: '#333', rule: '#999', accent: '#000' } as const;

const asVariables = (colours: Readonly<Record<string, string>>): string =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');

const shortened = styles
  .replace(/\/\*.*?\*\//gs, '')
  .replace(/\s+/g, ' ')
  .replace(/\s*([{}:;])\s*/g, '$1')
  .trim();

const FILE_STYLE = `svg{font-family:system-ui,sans-serif;${asVariables(LIGHT)}}@media(prefers-color-scheme:dark){svg{${asVariables(DARK)}}}@media print{svg{${asVariables(INK)}}}${shortened}`;

/** For what makes pixels, which knows no variables and no media: the light colours alone. */
export const CHART_STYLE = shortened
  .replace(/@media.*$/s, '')
  .replace(/var\(--(\w+)\)/g, (_, name: string) => LIGHT[name as keyof typeof LIGHT]);

/** What the server writes for the browser's sake: no file has a browser that would take it up. */
const plain = (markup: string): string => markup.replace(/<!--.*?-->/gs, '');

/**
 * A chart as an SVG file. Its axes, names and notes are in it, no published number is: those stand with all that belongs
 * to them in the page.
 */
export function chartFile(scene: Scene, title: string): string {
  const drawn = drawnOn(scene, { ...WIDE, numbered: false });
  const children = createRawSnippet(() => ({
    render: () => `<title>${escaped(title)}</title><style>${FILE_STYLE}</style>`,
  }));
  const props = { drawn, label: '', file: true, children };
  return `${plain(render(ChartPicture, { props }).body)}\n`;
}

/** The same as a part of another picture, at its place. */
export function chartPart(drawn: DrawnChart, frame: { readonly x: number; readonly y: number }) {
  return plain(render(ChartPicture, { props: { drawn, label: '', name: 'chart', frame } }).body);
}
