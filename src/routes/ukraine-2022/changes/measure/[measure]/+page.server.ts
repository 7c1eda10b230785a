import { changesPage, measures } from '#routes/ukraine-2022/changes.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => measures;

export const load: PageServerLoad = ({ params }) => changesPage(params.measure, null);
