import type { Figure } from '#lib/records/model.ts';
import { sayDay, sayPublished } from './days.ts';
import { capital, countedText, definedBy, periodText } from './figures.ts';

/** Texts of the embeds, of the snippets and of the page that explains them. No figure is typed here. */
export const embedTexts = {
  frozen: 'This figure stays as it is.',
  frozenChart: 'This chart stays as it is.',
  frozenMap: 'This map stays as it is.',
  follows: 'This figure is updated when a newer one is published.',
  followsChart: 'This chart is updated when newer figures are published.',
  followsMap: 'This map is updated when newer figures are published.',
  mapNow: 'This map keeps its date and is updated when figures for that date are revised.',
  also: 'and how it is counted',
  alone: 'How it is counted',
  became: 'What happened to it later',
  nothing: 'We know of no newer figure, revision or correction.',
  newer: 'A newer figure is known:',
  laterPeriod: 'A figure for a later period is known:',
  instead: 'Its publisher gave a different figure for these dates, which we use instead:',
  contradicted:
    'A running total should not fall. Its publisher later gave a higher one for an earlier date:',
  more: 'A newer figure is available: see below.',
  otherRule: 'By the same publisher under another definition, not comparable:',
  kinds: {
    revised: 'Its publisher revised it for the same dates. Now:',
    later: 'A later figure for the same date is known:',
    undated: 'An undated publication gives another figure for the same dates:',
    recounted: 'A later count of the same dates under another definition, not comparable:',
    corrected: 'Corrected by us on',
    withdrawn: 'Withdrawn by its publisher,',
    explained: 'Learnt later:',
  },
  newestFigure: 'the newest figure',
  claims: 'Other counts and claims',
  noHeadline: 'No verified or counted figure is known.',
  chartChanged:
    'Since that day a figure in this chart was revised or newer figures were published.',
  mapChanged: 'This map has changed since that day.',
  mapCorrected: 'Since that day we have corrected a figure of this map.',
  newestChart: 'The newest state of the chart',
  newestMap: 'The newest state of the map',
  last: 'The newest value in it:',
  keys: 'What the letters and marks mean',
  list: 'The same in words',
  notes: 'What these figures do not tell, and how they are counted',
  snippet: {
    heading: 'To embed',
    intro: 'Copy this into another page. The frame loads from this site only. More:',
    figure: 'The newest figure',
    chart: 'The chart',
    frozen: 'Frozen: it says when something newer is known',
    following: 'Following: it is updated as more becomes known',
    script:
      'The second line fits the height of the frame. Without it, the frame keeps the given height.',
    noHost: 'Put this site’s address before each address that begins with a slash.',
  },
  page: {
    title: 'Embeds',
    intro:
      'You can embed every figure, chart and map of this site in another page. It keeps what is counted, its dates, its publisher, its source and every caveat.',
    kinds:
      'A frozen embed never changes its number. It says when a newer one is known, or when it was revised, corrected or withdrawn. A following embed always shows the newest figure and the day on which it was known. For a text about one day, use the frozen one.',
    house:
      'An embed is a small page in a frame. It needs no script, sets no cookie and asks no other host. The sandbox attribute separates it from the page around it. With the script, the frame fits its content. Without it, the frame has a fixed height and scrolls.',
    export:
      'This copy of the site is made of files. It has the following embeds of every counter, series and map. Of the frozen embeds it has only those of the newest day.',
    server:
      'This copy of the site makes every embed on request. That includes frozen embeds of each figure, and of each chart and map as known on any day.',
    counters: 'Counters',
    maps: 'Maps',
    series: 'Figures and charts',
    seriesText: 'The code for figures and charts is at the end of the page of their series:',
    all: 'all series',
    look: 'Look at it',
  },
} as const;

/** What an embed of this figure is called; a day is its only number. */
export const figureTitle = (figure: Figure): string =>
  `${subjectTitle(figure)}, ${periodText(figure)}, ${sayPublished(figure.source.published)}`;

/** The same without days: of what follows. */
export const subjectTitle = (
  figure: Pick<Figure, 'measure' | 'population' | 'place' | 'origin' | 'definition'>,
): string => `${capital(countedText(figure))} (${definedBy(figure.definition)})`;

export const chartTitle = (
  series: Parameters<typeof subjectTitle>[0],
  known: Parameters<typeof sayDay>[0] | null,
): string =>
  `${subjectTitle(series)}: chart${known === null ? '' : `, as known on ${sayDay(known)}`}`;

/** What an embed needs for its frame. */
export interface Framed {
  /** Below the site's base. */
  readonly path: string;
  /** As written in another page. */
  readonly address: string;
  /** What it is, for who does not see it; a day is its only number. */
  readonly title: string;
  /** Px, where no script fits it. */
  readonly height: number;
}

/** Of the frames by what is in them, in px: most fit at 600 px of width. */
export const frameHeights = { figure: 480, counter: 640, chart: 820, map: 960 } as const;

/** Popups escape, or a page of ours opened from the frame would inherit its sandbox and be refused. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';

/** The frame as markup to be copied into another page. */
export const frameMarkup = ({ address, title, height }: Omit<Framed, 'path'>): string =>
  `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="${height}" sandbox="${SANDBOX}" loading="lazy" referrerpolicy="no-referrer"></iframe>`;

/** The script that fits the heights of all frames of a page. */
export const frameScript = (address: string): string =>
  `<script src="${attribute(address)}" async></script>`;

const attribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
