import type { EntryGenerator, RequestHandler } from './$types';
import { dataPackage } from '#lib/downloads/data/data-package.ts';
import { figureSetsOf } from '#lib/pages/figure-sets.ts';
import { libraryOf, situationEntries } from '#lib/pages/situations.ts';

export const entries: EntryGenerator = situationEntries;

/** The descriptor of the files of all figures; sizes and hashes come in once the files are there. */
export const GET: RequestHandler = ({ params: { situation } }) =>
  new Response(dataPackage(libraryOf(situation), figureSetsOf(situation).edition), {
    headers: { 'content-type': 'application/json' },
  });
