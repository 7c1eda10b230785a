import { changesPage } from '#routes/ukraine-2022/changes.server.ts';

/** Everything that changed. */
export const load = () => changesPage(null, null);
