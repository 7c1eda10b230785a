import { addresses } from '#lib/wording/addresses.ts';
import { flowsOf } from './flows.ts';
import { written } from './written.ts';
import { perSituation } from './situations.ts';

/** What the newest summary says of itself where its address is shared; the picture is that of its map. */
export const newestShare = perSituation(({ situation: { id, maps } }) => ({
  url: written(addresses.summary(id)),
  image: maps[0] ? flowsOf(id).mapImage(maps[0].id) : null,
}));
