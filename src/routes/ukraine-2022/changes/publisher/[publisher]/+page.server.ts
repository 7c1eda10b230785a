import { changesPage, publishers } from '#routes/ukraine-2022/changes.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => publishers;

export const load: PageServerLoad = ({ params }) => changesPage(null, params.publisher);
