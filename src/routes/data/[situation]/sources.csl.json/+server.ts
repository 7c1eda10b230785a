import type { EntryGenerator, RequestHandler } from './$types';
import { citationsOf } from '#lib/pages/cited.ts';
import { situationEntries } from '#lib/pages/situations.ts';

export const entries: EntryGenerator = situationEntries;

/** Every publication as reference managers take it. */
export const GET: RequestHandler = ({ params }) =>
  new Response(citationsOf(params.situation).allSources(), {
    headers: { 'content-type': 'application/vnd.citationstyles.csl+json' },
  });
