import type { Thing } from 'schema-dts';
import { figureLd, pageLd } from '#lib/downloads/data/json-ld.ts';
import { scriptText } from '#lib/downloads/data/script-text.ts';
import { allSeries } from '#lib/views/series.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { figureSetsOf } from '#routes/figure-sets.server.ts';
import { flowsOf } from '#routes/flows.server.ts';
import { libraryOf, perSituation, situations } from '#routes/situations.server.ts';

type Params = Readonly<Partial<Record<string, string>>>;

/** The pages of a map's newest state tell what it became last, which has files. */
function mapData(situation: string, map: string | undefined, state: string | undefined) {
  const { mapOf, newestState } = flowsOf(situation);
  const plan = map === undefined ? libraryOf(situation).situation.maps[0] : mapOf(map);
  if (plan === undefined) return null;
  const sets = figureSetsOf(situation);
  const name = state ?? newestState(plan);
  // A map of which nothing is known yet.
  if (name === '') return null;
  const set = sets.ofState(plan.id, name);
  const own = state === undefined ? addresses.flowState(situation, plan.id, '') : set.page;
  return sets.linkedData({ ...set, page: own });
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
function dataOf(route: string, { situation = '', series = '', figure = '', map, state }: Params) {
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
    case '/[situation]/series':
    case '/[situation]/sources':
    case '/[situation]/caveats':
    case '/[situation]/changes': {
      const sets = figureSetsOf(situation);
      return pageLd(`/${situation}/${route.split('/').at(-1) ?? ''}/`, sets.whole(), sets.edition);
    }
    default:
      return null;
  }
}

/** The same as text that may stand inside a page. */
export function linkedDataOf(route: string | null, params: Params): string | null {
  const data: Thing | readonly Thing[] | null = route === null ? null : dataOf(route, params);
  return data === null ? null : scriptText(data);
}
