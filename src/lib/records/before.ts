import { COLUMNS } from './columns.ts';
import type { Ledger } from './ledger.ts';
import type { Figure, Library, Source } from './model.ts';
import type { Recorded } from './published.ts';
import { figureAsRecorded } from './recorded-figure.ts';
import { Register } from './register.ts';
import { Row } from './row.ts';
import { sayState } from './says.ts';
import { readSources } from './source.ts';

/** The library with sources and figures as they were last published, in the words of today. */
export function libraryBefore(library: Library, ledger: Ledger): Library {
  const recorded = [...ledger.published.values()];
  const now = new Map(library.sources.map((source) => [source.id, source]));
  const sources = recorded
    .filter(({ thing }) => thing === 'source')
    .flatMap((one) => {
      const source = now.get(one.id);
      if (source !== undefined && isUnchanged(one, ledger)) return [source];
      return sourceAsRecorded(one, library);
    });
  const context = {
    sources: whole(new Map(sources.map((source) => [source.id, source]))),
    home: library.situation.country.id,
    words: {
      measures: whole(library.measures),
      populations: whole(library.populations),
      places: whole(library.places),
      definitions: whole(library.definitions),
      caveats: whole(library.caveats),
    },
  };
  const byId = new Map(library.figures.map((figure) => [figure.id, figure]));
  const figures = recorded
    .filter(({ thing, withdrawn }) => thing === 'figure' && !withdrawn)
    .flatMap((one): Figure[] => {
      const figure = byId.get(one.id);
      const sameSource = figure?.source === context.sources.records.get(figure?.source.id ?? '');
      if (figure !== undefined && sameSource && isUnchanged(one, ledger)) return [figure];
      const before = figureAsRecorded(one, context);
      return before === null ? [] : [before];
    });
  return { ...library, sources, figures };
}

function isUnchanged({ thing, id, state }: Recorded, { stated }: Ledger): boolean {
  const now = stated.get(thing === 'figure' ? id : `${thing}/${id}`);
  return now !== undefined && sayState(now.state) === sayState(state);
}

function sourceAsRecorded({ id, state, row }: Recorded, library: Library): Source[] {
  const headers = COLUMNS.sources;
  const cells = headers.map((column) => (column === 'id' ? id : (state[column] ?? '')));
  const parts = { file: 'published.csv', line: row.line, headers, cells, faults: [] };
  const asRow = new Row<'sources'>({ name: 'sources', ...parts });
  const { records } = readSources(
    'published.csv',
    { rows: [asRow], whole: true },
    whole(library.publishers),
    whole(library.caveats),
  );
  return [...records.values()];
}

/** Only for looking up what is known to be there. */
function whole<T>(records: ReadonlyMap<string, T>): Register<T> {
  return new Register('a word', 'published.csv', records, new Set(), true);
}
