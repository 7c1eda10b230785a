import { both, changesPage } from '#routes/ukraine-2022/changes.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => both;

export const load: PageServerLoad = ({ params }) => changesPage(params.measure, params.publisher);
