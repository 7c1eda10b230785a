import type { EntryGenerator, RequestHandler } from './$types';
import { figureSetsOf } from '#lib/pages/figure-sets.ts';
import { mapEntries } from '#lib/pages/flows.ts';

export const entries: EntryGenerator = () =>
  mapEntries().flatMap((entry) => ['csv', 'json'].map((format) => ({ ...entry, format })));

/** All states of a map, each row with the states in which its figure stands. */
export const GET: RequestHandler = ({ params: { situation, map, format } }) =>
  figureSetsOf(situation).mapFile(map, format);
