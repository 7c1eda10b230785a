import { embedFlowsOf } from '#routes/embed-flows.server.ts';
import { mapEntries } from '#routes/flows.server.ts';
import { oembed } from '#routes/oembed.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = mapEntries;

export const GET: RequestHandler = ({ params }) =>
  oembed(embedFlowsOf(params.situation).framedFlows(params.map));
