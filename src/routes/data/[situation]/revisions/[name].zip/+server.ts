import { archiveFile } from '#lib/pages/data-files.ts';
import { getFor } from '#lib/pages/get.ts';
import type { RequestHandler } from './$types';

/** The data of one revision, kept for good. */
export const GET: RequestHandler = async (event) => {
  const { situation, name } = event.params;
  return new Response(await archiveFile(getFor(event), situation, name), {
    headers: { 'content-type': 'application/zip' },
  });
};
