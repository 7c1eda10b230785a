import { sharesOf } from '#lib/pages/share.ts';
import type { RequestHandler } from './$types';

/** A picture to share of a figure, a series or a map: wide or square, as SVG or PNG. */
export const GET: RequestHandler = ({ params: { situation, kind, picture } }) =>
  sharesOf(situation).pictureFile(kind, picture);
