import { addresses } from '#lib/wording/addresses.ts';
import { flowsOf } from '#routes/flows.server.ts';
import { written } from '#routes/written.server.ts';
import { perSituation } from '#routes/situations.server.ts';

/** What the newest summary says of itself where its address is shared; the picture is that of its map. */
export const newestShare = perSituation(({ situation: { id, maps } }) => ({
  url: written(addresses.summary(id)),
  image: maps[0] ? flowsOf(id).mapImage(maps[0].id) : null,
}));
