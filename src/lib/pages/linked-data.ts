import type { Thing } from 'schema-dts';
import { figureLd, pageLd } from '#lib/downloads/data/json-ld.ts';
import { scriptText } from '#lib/downloads/data/script-text.ts';
import { allSeries } from '#lib/views/series.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { figureSetsOf } from './figure-sets.ts';
import { libraryOf, perSituation, situations } from './situations.ts';

type Params = Readonly<Partial<Record<string, string>>>;

/** The page of a map is where its file is described; one of a state says that it shows some of that. */
function mapData(situation: string, map: string | undefined, state: string | undefined) {
  const name = map ?? libraryOf(situation).situation.maps[0]?.id;
  if (name === undefined) return null;
  const sets = figureSetsOf(situation);
  const set = sets.ofMap(name);
  // A map of which nothing is known yet.
  if (set.figures.length === 0) return null;
  return state === undefined
    ? sets.linkedData(set)
    : pageLd(addresses.flowState(situation, name, state), set, sets.edition);
}

/** A page whose every figure was withdrawn says nothing to machines. */
function seriesData(situation: string, series: string) {
  const sets = figureSetsOf(situation);
  return allSeries(libraryOf(situation)).has(series)
    ? sets.linkedData(sets.ofSeries(series))
    : null;
}

const figuresOf = perSituation(
  (library) => new Map(library.figures.map((figure) => [figure.id, figure])),
);

function figureData(situation: string, id: string) {
  const figure = figuresOf(situation).get(id);
  return figure ? figureLd(figure, figureSetsOf(situation).edition) : null;
}

/** What a page says to machines (schema.org), by its route; nothing where each byte of the page is counted, or in a frame. */
function dataOf(route: string, params: Params) {
  const { situation = '', series = '', figure = '', map, state } = params;
  switch (route) {
    case '/data':
      return situations.map((id) => {
        const sets = figureSetsOf(id);
        return sets.linkedData(sets.whole());
      });
    case '/[situation]/series/[series]':
      return seriesData(situation, series);
    case '/[situation]/figures/[figure]':
      return figureData(situation, figure);
    case '/[situation]/flows':
    case '/[situation]/flows/[map]':
    case '/[situation]/flows/[map]/[state]':
      return mapData(situation, map, state);
    case '/methods':
      return situations.map((id) => aboutWhole(id, addresses.methods));
    default:
      // A summary has no byte left; a file beside it says the same.
      return route.startsWith('/[situation]/') && route !== '/[situation]/on/[day]'
        ? aboutWhole(situation, addressOf(route, params))
        : null;
  }
}

/** What is said of a page that shows some of a situation's figures in its own way. */
function aboutWhole(situation: string, address: string) {
  const sets = figureSetsOf(situation);
  return pageLd(address, sets.whole(), sets.edition);
}

/** `/[situation]/sources/[source]` with its names in place. */
const addressOf = (route: string, params: Params): string =>
  `${route.replace(/\[(\w+)\]/g, (_, name: string) => params[name] ?? '')}/`;

/** The same as text that may stand inside a page. */
export function linkedDataOf(route: string | null, params: Params): string | null {
  const data: Thing | readonly Thing[] | null = route === null ? null : dataOf(route, params);
  return data === null ? null : scriptText(data);
}
