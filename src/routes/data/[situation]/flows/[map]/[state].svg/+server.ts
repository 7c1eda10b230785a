import { mapPicture } from '#lib/downloads/map-picture.ts';
import { flowsOf } from '#lib/pages/flows.ts';
import type { RequestHandler } from './$types';

/** Exactly this state of a map as a picture that can stand alone. */
export const GET: RequestHandler = ({ params }) =>
  new Response(mapPicture(flowsOf(params.situation).pictureOf(params.map, params.state)), {
    headers: { 'content-type': 'image/svg+xml; charset=utf-8' },
  });
