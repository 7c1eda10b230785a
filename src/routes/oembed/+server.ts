import { oembedFile } from '#lib/pages/oembed.ts';
import type { RequestHandler } from './$types';

/** The frame of any embed, for programs that make frames. */
export const GET: RequestHandler = ({ url: { searchParams } }) =>
  oembedFile(searchParams.get('url'), searchParams.get('format'));
