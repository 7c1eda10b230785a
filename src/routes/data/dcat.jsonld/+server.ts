import { dcatJson } from '#lib/downloads/data/dcat.ts';
import { revision } from '#lib/server/revision.ts';
import { site } from '#lib/server/site.ts';
import { figureSetsOf } from '#lib/pages/figure-sets.ts';
import { situations } from '#lib/pages/situations.ts';

/** The whole of each situation and each series as a catalogue; sizes and checksums come in once the files are there. */
export const GET = () =>
  new Response(
    dcatJson(
      situations.flatMap((situation) => figureSetsOf(situation).listed()),
      { site, revision },
    ),
    { headers: { 'content-type': 'application/ld+json' } },
  );
