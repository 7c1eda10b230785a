import type { Frame, Library, PolicyPoint, Situation } from '#lib/records/model.ts';
import { drawBaseMap, type BaseMap } from './draw-base-map.ts';
import { pointsOn, type Region } from './map-policy.ts';

/** A region and the name and version of the atlas of which it was cut. */
export interface CutRegion extends Region {
  readonly atlas: string;
}

/** What `src/commands/cut-map.js` wrote, by file; it says more than the type of a JSON file can. */
const bundled = import.meta.glob<CutRegion>('./base-maps/*.json', {
  import: 'default',
  eager: true,
});

/** Every region, by the name of its file without the ending: `<situation>-<frame>`. */
const cut = new Map(
  Object.entries(bundled).map(([path, region]) => [path.replace(/^.*\/|\.json$/g, ''), region]),
);

/** Adds the regions of other seeds than the project's own, by the same names, before anything is drawn. */
export function addRegions(regions: ReadonlyMap<string, CutRegion>): void {
  for (const [name, region] of regions) cut.set(name, region);
}

/** Computed once: the same on every page. */
const drawn = new Map<Region, BaseMap>();

/** @throws {Error} where no map was cut for this frame. */
export function regionOf(situation: string, frame: string): CutRegion {
  const region = cut.get(`${situation}-${frame}`);
  if (region) return region;
  throw new Error(
    `expected a base map ${situation}-${frame}, found none; run node src/commands/cut-map.js`,
  );
}

/** The ground under the maps of one frame, with the situation's country drawn apart. */
export function baseMap({ id, country }: Pick<Situation, 'id' | 'country'>, frame: Frame): BaseMap {
  const region = regionOf(id, frame.id);
  const map = drawn.get(region) ?? drawBaseMap(region, frame, country.isoNumeric ?? '');
  drawn.set(region, map);
  return map;
}

/** What must be said of one border wherever it is drawn, and by whom it is settled so, or left open. */
export interface BorderNote {
  readonly text: string;
  readonly reason: string;
}

/** The ground under a map that readers see, with what must be said of its borders. */
export interface Ground extends BaseMap {
  /** In the order of the seeds, each once. */
  readonly notes: readonly BorderNote[];
}

/**
 * The points of the border policy of which a map must say something: those that lie on its paper, and all of the
 * situation's own country, of whose outline it may show the rest.
 */
export const pointsOf = (
  { country }: Pick<Situation, 'country'>,
  frame: Frame,
  points: readonly PolicyPoint[],
): PolicyPoint[] =>
  points.filter(
    (point) => point.isoNumeric === country.isoNumeric || pointsOn(frame, [point]).length > 0,
  );

/** The ground under the maps of one frame, and the notes of the border policy for it. */
export function groundOf(
  { situation, mapPolicy }: Pick<Library, 'situation' | 'mapPolicy'>,
  frame: Frame,
): Ground {
  const notes = new Map<string, BorderNote>();
  for (const { note: text, reason } of pointsOf(situation, frame, mapPolicy))
    if (text !== '' && !notes.has(text)) notes.set(text, { text, reason });
  return { ...baseMap(situation, frame), notes: [...notes.values()] };
}
