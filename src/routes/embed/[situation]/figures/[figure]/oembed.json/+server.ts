import { embedsOf, figureEntries } from '#routes/embeds.server.ts';
import { oembed } from '#routes/oembed.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = figureEntries;

export const GET: RequestHandler = ({ params }) =>
  oembed(embedsOf(params.situation).framedFigure(params.figure));
