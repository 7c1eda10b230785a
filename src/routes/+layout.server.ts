import { isExport } from '#lib/server/mode.ts';
import { linkedDataOf } from '#lib/pages/linked-data.ts';
import { onlySituation, situationsWithoutMap } from '#lib/pages/situations.ts';
import type { LayoutServerLoad } from './$types';

/** What each page says to machines, found in one place for all. */
export const load: LayoutServerLoad = ({ route, params }) => ({
  linkedData: linkedDataOf(route.id, params),
  /** The page of an error has no other data. */
  onlySituation,
  isExport,
  withoutMap: situationsWithoutMap,
});
