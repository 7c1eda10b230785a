import { dcatJson } from '#lib/downloads/data/dcat.ts';
import { revision } from '#lib/server/revision.ts';
import { site } from '#lib/server/site.ts';
import { figureSetsOf } from '#routes/figure-sets.server.ts';
import { situations } from '#routes/situations.server.ts';

/** The whole of each situation and each series as a catalogue; sizes and checksums come in once the files are there. */
export const GET = () =>
  new Response(
    dcatJson(
      situations.flatMap((situation) => figureSetsOf(situation).listed()),
      { site, revision },
    ),
    { headers: { 'content-type': 'application/ld+json' } },
  );
