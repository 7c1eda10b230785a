import { feedFile } from '#lib/pages/feeds.ts';
import type { RequestHandler } from './$types';

/** What changed, as a feed. */
export const GET: RequestHandler = ({ params }) => feedFile(params.situation, null, params.format);
