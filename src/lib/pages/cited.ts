import { error } from '@sveltejs/kit';
import { bibtex, bibtexParts } from '#lib/downloads/cite/bibtex.ts';
import { cslJson, cslList } from '#lib/downloads/cite/csl.ts';
import { plain } from '#lib/downloads/cite/plain.ts';
import { ris } from '#lib/downloads/cite/ris.ts';
import { allSeries } from '#lib/views/series.ts';
import { addresses } from '#lib/wording/addresses.ts';
import {
  citeFigure,
  citePage,
  citeSeries,
  citeSource,
  plainParts,
  type Citation,
  type Cited,
} from '#lib/wording/citation.ts';
import { citing } from '#lib/wording/citing.ts';
import { readingOf } from './read-at.ts';
import { everywhere, perSituation } from './situations.ts';

const formats = {
  txt: { label: 'Text', type: 'text/plain; charset=utf-8', write: plain },
  bib: { label: 'BibTeX', type: 'application/x-bibtex; charset=utf-8', write: bibtex },
  ris: {
    label: 'RIS',
    type: 'application/x-research-info-systems; charset=utf-8',
    write: ris,
  },
  'csl.json': {
    label: 'CSL-JSON',
    type: 'application/vnd.citationstyles.csl+json',
    write: cslJson,
  },
} as const;

/** The citations of a situation. */
export const citationsOf = perSituation((library) => {
  const { id } = library.situation;
  const { readAt, readOn } = readingOf(id);
  const series = allSeries(library);
  const sources = new Map(library.sources.map((source) => [source.id, source]));
  const pages = {
    summary: addresses.summary(id),
    flows: addresses.flows(id),
    changes: addresses.changes(id),
    caveats: addresses.caveats(id),
    methods: addresses.methods,
  } satisfies Record<keyof typeof citing.pages, string>;

  const isPage = (name: string): name is keyof typeof pages => Object.hasOwn(pages, name);

  /** What has files of its citation: pages, series and sources. */
  const citedNames = () => [
    ...Object.keys(pages).map((name) => ({ kind: 'pages', id: name })),
    ...[...series.keys()].map((name) => ({ kind: 'series', id: name })),
    ...[...sources.keys()].map((name) => ({ kind: 'sources', id: name })),
  ];

  function citationOf(kind: string, name: string): Citation {
    if (kind === 'pages' && isPage(name)) return citePage(name, library, readOn(pages[name]));
    const one = kind === 'series' ? series.get(name) : undefined;
    if (one) return citeSeries(one, readOn(addresses.series(id, name)));
    const source = kind === 'sources' ? sources.get(name) : undefined;
    if (source) return citeSource(source, readOn(addresses.source(id, name)));
    return error(404, 'There is no citation of this name.');
  }

  const citedFile = (
    { kind, id: name }: { kind: string; id: string },
    format: keyof typeof formats,
  ): Response =>
    new Response(formats[format].write(citationOf(kind, name)), {
      headers: { 'content-type': formats[format].type },
    });

  /** All sources in one file for reference managers. */
  const allSources = (): string =>
    cslList([...sources.keys()].map((name) => citationOf('sources', name)));

  /** What a section "Cite" shows of a page with files. */
  const cited = (kind: 'pages' | 'series' | 'sources', name: string): Cited => ({
    plain: plainParts(citationOf(kind, name)),
    bibtex: null,
    files: Object.entries(formats).map(([format, { label }]) => ({
      label,
      address: addresses.cite(id, kind, name, format),
    })),
  });

  /** Every page that has files of its citation beside series and sources. */
  const citedPages = () =>
    Object.keys(pages)
      .filter(isPage)
      .map((name) => ({ label: citing.pages[name], ...cited('pages', name) }));

  /** The same of one figure, which has no files. */
  function citedFigure(figure: Parameters<typeof citeFigure>[0]): Cited {
    const citation = citeFigure(figure, readAt(figure));
    return { plain: plainParts(citation), bibtex: bibtexParts(citation), files: [] };
  }

  return { citedNames, citedFile, allSources, cited, citedPages, citedFigure };
});

export const citedEntries = everywhere((situation) => citationsOf(situation).citedNames());
