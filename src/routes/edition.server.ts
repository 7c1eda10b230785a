import { library } from '#lib/server/library.ts';
import { revision } from '#lib/server/revision.ts';
import { site } from '#lib/server/site.ts';

/** Of which situation, site and state of the data a file of this build is. */
export const edition = { situation: library.situation.id, site, revision };
