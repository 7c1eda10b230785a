import type { Figure, Library, Source, SourceKind } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import type { Published } from '#lib/values/published.ts';
import type { Series } from '#lib/views/series.ts';
import { citing } from './citing.ts';
import { publishedIso, sayDay, sayPublished } from './days.ts';
import { capital, countedText, periodText, relayText } from './figures.ts';
import type { ReadAt } from './quote.ts';
import { texts } from './texts.ts';

/** A page as it is cited, in one state; every format is made of this alone. */
export interface Citation {
  /** Unique in the site and stable: letters, digits, full stops, hyphens and underscores. */
  readonly key: string;
  readonly kind: 'page' | 'series' | 'source' | 'figure';
  readonly title: string;
  /** Whose numbers they are; of pages with many speakers the house itself; null of a text by somebody who only repeats them. */
  readonly author: string | null;
  /** What kind of publication a source is. */
  readonly genre: SourceKind | null;
  /** When it came out; a page and a series with the newest publication in them. */
  readonly published: Published;
  readonly address: string;
  readonly known: Day;
  /** The data revision. */
  readonly revision: string;
  /** The publication behind it; its title only where that is not the title cited. */
  readonly original: {
    readonly title: string | null;
    readonly relay: string | null;
    readonly address: string;
  } | null;
}

/** A stretch of a citation; `about` is the day that `days` names. */
export interface CitePart {
  readonly kind: 'words' | 'title' | 'days' | 'code' | 'link';
  readonly text: string;
  readonly about: string;
}

/** How one page is cited, ready to be shown. */
export interface Cited {
  readonly plain: readonly CitePart[];
  /** Null where it is a file only. */
  readonly bibtex: readonly CitePart[] | null;
  readonly files: readonly { readonly label: string; readonly address: string }[];
}

export const citePart = (kind: CitePart['kind'], text: string, about = ''): CitePart => ({
  kind,
  text,
  about,
});
export const citeText = (parts: readonly CitePart[]): string =>
  parts
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u00a0', ' ');

export const citePage = (
  page: keyof typeof citing.pages,
  { situation }: Pick<Library, 'situation'>,
  read: ReadAt,
): Citation => ({
  key: `caveat-page-${page}`,
  kind: 'page',
  title: `${citing.pages[page]}: ${situation.title}`,
  author: texts.siteName,
  genre: null,
  published: { kind: 'day', day: read.known },
  ...read,
  original: null,
});

export const citeSeries = (series: Series, read: ReadAt): Citation => ({
  key: `caveat-series-${series.id}`,
  kind: 'series',
  title: `${capital(countedText(series))}: ${series.definition.label}`,
  author: series.definition.publisher.name,
  genre: null,
  published: { kind: 'day', day: read.known },
  ...read,
  original: null,
});

export const citeSource = (source: Source, read: ReadAt): Citation => ({
  key: `caveat-source-${source.id}`,
  kind: 'source',
  title: source.title,
  // Who wrote a relay is told by its title alone.
  author: source.relayOf === null ? source.publisher.name : null,
  genre: source.kind,
  published: source.published,
  ...read,
  original: { title: null, relay: relayText(source), address: source.address },
});

/** Of one figure. Its number is not in it: that travels in the sentence to quote, with its caveats. */
export const citeFigure = (figure: Figure, read: ReadAt): Citation => ({
  key: `caveat-figure-${figure.id}`,
  kind: 'figure',
  title: `${capital(countedText(figure))}, ${periodText(figure)}`.replaceAll('\u00a0', ' '),
  author: figure.definition.publisher.name,
  genre: null,
  published: figure.source.published,
  ...read,
  original: {
    title: figure.source.title,
    relay: relayText(figure.source),
    address: figure.source.address,
  },
});

/** What stands behind the citation in a note: the publication itself, and that it gives no day. */
export function noteParts({ original, published }: Citation): CitePart[] {
  return [
    ...(published.kind === 'undated' ? [citePart('words', `${citing.undated} `)] : []),
    ...(original === null
      ? []
      : [
          citePart('words', `${citing.read} `),
          ...(original.title === null
            ? []
            : [citePart('title', original.title), citePart('words', ', ')]),
          citePart('link', original.address),
          citePart('words', original.relay === null ? '.' : ` (${original.relay}).`),
        ]),
  ];
}

/** As running text: author, title, container, day, state, address, and the publication itself. */
export function plainParts(citation: Citation): CitePart[] {
  const { author, title, published, known, revision, address } = citation;
  const iso = publishedIso(published);
  const when = sayPublished(published);
  return [
    ...(author === null ? [] : [citePart('words', `${author}. `)]),
    citePart('title', title),
    citePart('words', `. ${capital(texts.inSource)} ${texts.siteName}, `),
    iso === null ? citePart('words', citing.noDate) : citePart('days', when, iso),
    citePart('words', `, ${citing.knownOn} `),
    citePart('days', sayDay(known), known),
    citePart('words', `, ${citing.revision} `),
    citePart('code', revision),
    citePart('words', ', '),
    citePart('code', address),
    citePart('words', '. '),
    ...noteParts(citation),
  ];
}
