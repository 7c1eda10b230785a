import { changesPage } from '#lib/pages/changes.ts';
import type { PageServerLoad } from './$types';

/** Everything that changed, or what changed of a measure, a publisher, or both. */
export const load: PageServerLoad = ({ params }) => changesPage(params.situation, params.choice);
