import { feedFile } from '#lib/pages/feeds.ts';
import type { RequestHandler } from './$types';

/** What changed of one publisher's figures, as a feed. */
export const GET: RequestHandler = ({ params }) =>
  feedFile(params.situation, params.publisher, params.format);
