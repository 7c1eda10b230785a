import { embedFlowsOf } from '#lib/pages/embed-flows.ts';
import { mapEntries } from '#lib/pages/flows.ts';
import { oembed } from '#lib/pages/oembed.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = mapEntries;

export const GET: RequestHandler = ({ params }) =>
  oembed(embedFlowsOf(params.situation).framedFlows(params.map));
