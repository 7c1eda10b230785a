import { library } from '#lib/server/library.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { mapImage } from '#routes/flows.server.ts';
import { written } from '#routes/read-at.server.ts';

const { id, maps } = library.situation;

/** What the newest summary says of itself where its address is shared; the picture is that of its map. */
export const newestShare = {
  url: written(addresses.summary(id)),
  image: maps[0] ? mapImage(maps[0].id) : null,
} as const;
