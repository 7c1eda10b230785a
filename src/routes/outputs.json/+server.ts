import { error } from '@sveltejs/kit';
import { outputs } from '#lib/pages/outputs.ts';
import type { RequestHandler } from './$types';

/** Every kind of output with its addresses, for the export and the tests of the site; a reader never needs them all. */
export const GET: RequestHandler = ({ platform }) => {
  if (platform?.isInProcess !== true) error(404, 'There is no page at this address.');
  return new Response(JSON.stringify(outputs()), {
    headers: { 'content-type': 'application/json' },
  });
};
