import { error } from '@sveltejs/kit';
import { bibtex, bibtexParts } from '#lib/downloads/cite/bibtex.ts';
import { cslJson, cslList } from '#lib/downloads/cite/csl.ts';
import { mediaTypes } from '#lib/downloads/data/file-kinds.ts';
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
import { fileIn } from './file-in.ts';
import { isOffered } from './outputs.ts';
import { perSituation } from './situations.ts';

/** Each as one citation, and as a list of many. */
const formats = {
  txt: { label: 'Text', type: mediaTypes['txt'] ?? '', write: plain, list: null },
  bib: { label: 'BibTeX', type: mediaTypes['bib'] ?? '', write: bibtex, list: listOf(bibtex) },
  ris: { label: 'RIS', type: mediaTypes['ris'] ?? '', write: ris, list: listOf(ris) },
  'csl.json': {
    label: 'CSL-JSON',
    type: mediaTypes['csl.json'] ?? '',
    write: cslJson,
    list: cslList,
  },
} as const;

function listOf(write: (citation: Citation) => string) {
  return (citations: readonly Citation[]) => citations.map(write).join('\n');
}

/** The citations of a situation. */
export const citationsOf = perSituation((library) => {
  const { id } = library.situation;
  const { readAt, readOn } = readingOf(id);
  const series = allSeries(library);
  const sources = new Map(library.sources.map((source) => [source.id, source]));
  const figures = new Map(library.figures.map((figure) => [figure.id, figure]));
  const pages = {
    summary: addresses.summary(id),
    flows: addresses.flows(id),
    changes: addresses.changes(id),
    caveats: addresses.caveats(id),
    methods: addresses.methods,
  } satisfies Record<keyof typeof citing.pages, string>;

  const isPage = (name: string): name is keyof typeof pages => Object.hasOwn(pages, name);

  function citationOf(kind: string, name: string): Citation {
    if (kind === 'pages' && isPage(name)) return citePage(name, library, readOn(pages[name]));
    const one = kind === 'series' ? series.get(name) : undefined;
    if (one) return citeSeries(one, readOn(addresses.series(id, name)));
    const source = kind === 'sources' ? sources.get(name) : undefined;
    if (source) return citeSource(source, readOn(addresses.source(id, name)));
    const figure = kind === 'figures' ? figures.get(name) : undefined;
    if (figure) return citeFigure(figure, readAt(figure));
    return error(404, 'There is no citation of this name.');
  }

  /** One citation as a file, by the name of the file; 404 for a format that there is not. */
  const citedFile = (kind: string, file: string): Promise<Response> => {
    // Ids of figures have dots.
    const format = Object.keys(formats).find((name) => file.endsWith(`.${name}`)) ?? '';
    const citation = citationOf(kind, file.slice(0, -format.length - 1));
    return fileIn(formats, format, (write) => write(citation));
  };

  /** All sources in one file for reference managers. */
  const allSources = (format: string): Promise<Response> => {
    const lists = Object.fromEntries(
      Object.entries(formats).flatMap(([name, { type, list }]) =>
        list === null ? [] : [[name, { type, write: list }]],
      ),
    );
    const citations = [...sources.keys()].map((name) => citationOf('sources', name));
    return fileIn(lists, format, (write) => write(citations));
  };

  /** What a section "Cite" shows: the texts, and the files where this copy of the site has them. */
  function cited(kind: 'pages' | 'series' | 'sources' | 'figures', name: string): Cited {
    const citation = citationOf(kind, name);
    return {
      plain: plainParts(citation),
      // The pages of figures are thousands, and light.
      bibtex: kind === 'figures' ? null : bibtexParts(citation),
      files: Object.entries(formats)
        .map(([format, { label }]) => ({ label, address: addresses.cite(id, kind, name, format) }))
        .filter(({ address }) => isOffered(address)),
    };
  }

  /** Every page that is cited beside series and sources. */
  const citedPages = () =>
    Object.keys(pages)
      .filter(isPage)
      .map((name) => ({ label: citing.pages[name], ...cited('pages', name) }));

  return { citedFile, allSources, cited, citedPages };
});
