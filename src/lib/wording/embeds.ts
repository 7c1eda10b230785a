import type { Figure } from '#lib/records/model.ts';
import { sayDay, sayPublished } from './days.ts';
import { capital, countedText, periodText } from './figures.ts';

/** Texts of the embeds, of the snippets and of the page that explains them. No figure is typed here. */
export const embedTexts = {
  frozen: 'This number stays as it is.',
  frozenChart: 'This chart stays as it is.',
  frozenMap: 'This map stays as it is.',
  follows: 'This number follows: it changes when a newer one comes out.',
  followsChart: 'This chart follows: it changes when something newer comes out.',
  followsMap: 'This map follows: it changes when something newer comes out.',
  mapNow:
    'This map stays with its day and follows what is known of it: a later revision changes it.',
  also: 'and how it is counted',
  alone: 'How it is counted',
  became: 'What became of it since',
  nothing: 'Nothing newer is known, and it has been neither revised nor corrected.',
  newer: 'A newer figure is known:',
  laterPeriod: 'Of a later period is known:',
  instead: 'It did not stand. For the same days stands:',
  more: 'This number did not stay the last word: see below.',
  otherRule: 'By another rule of the same publisher, not to be compared with it:',
  kinds: {
    revised: 'Its publisher revised it for the same days. Now:',
    later: 'Of the same days a later state is known:',
    undated: 'A text without a publication day gives another value for the same days:',
    recounted: 'Its publisher counted the same days by another rule, not to be compared:',
    corrected: 'Corrected by us on',
    withdrawn: 'Taken back by its publisher,',
    explained: 'Learnt later:',
  },
  newestFigure: 'the newest figure',
  claims: 'Others say',
  noHeadline: 'No verified or counted figure is known.',
  chartChanged: 'Since that day something in this chart was revised, or newer figures came out.',
  mapChanged: 'Since that day this map became another.',
  mapCorrected: 'Since that day a figure of this map was corrected by us.',
  newestChart: 'The newest state of the chart',
  newestMap: 'The newest state of the map',
  last: 'The newest value in it:',
  keys: 'What the letters and marks mean',
  list: 'The same in words',
  notes: 'What these figures do not tell, and how they are counted',
  snippet: {
    heading: 'To embed',
    intro:
      'To be copied into another page. The frame loads from this site and from nowhere else. More:',
    figure: 'The newest figure',
    chart: 'The chart',
    frozen: 'Frozen: it stays as it is, and says when something newer is known',
    following: 'Following: it changes as more becomes known',
    script:
      'The second line is a script that fits the height of the frame. Without it the frame keeps the height given.',
    noHost:
      'This copy of the site was not told its own address: put it before each address that begins with a stroke.',
  },
  page: {
    title: 'Embeds',
    intro:
      'Every figure, chart and map of this site can stand in a page of another. It takes along all that belongs to it: what is counted, its days, who says so, the source and every caveat.',
    kinds:
      'A frozen embed stays as it was taken: its number never changes, and it says when a newer one is known or when it was revised, corrected or withdrawn. A following embed always shows the newest, and says as known on which day. For a text about a day take the frozen one.',
    house:
      'An embed is a small page in a frame. It works without any script, sets no cookie, asks no other host, and is shut off from the page around it (the attribute sandbox). With the script the frame takes the height of what is in it; without it the frame has the height given and scrolls.',
    export:
      'This copy of the site is made of files. It has every embed that follows, of each counter, series and map; of the frozen ones it has those of its newest day.',
    server:
      'This copy of the site makes every embed on request: those that follow, and the frozen ones of each figure, and of each chart and map as known on any day.',
    counters: 'Counters',
    maps: 'Maps',
    series: 'Figures and charts',
    seriesText:
      'Figures and charts are found on the page of their series, at its end, each frozen and following:',
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
): string =>
  `${capital(countedText(figure))} (${figure.definition.publisher.short}, ${figure.definition.label})`;

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
