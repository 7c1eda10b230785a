import { embedsOf, figureEntries } from '#lib/pages/embeds.ts';
import { oembed } from '#lib/pages/oembed.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = figureEntries;

export const GET: RequestHandler = ({ params }) =>
  oembed(embedsOf(params.situation).framedFigure(params.figure));
