import { embedFlowsOf } from '#lib/pages/embed-flows.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) =>
  embedFlowsOf(params.situation).flowsEmbed(params.map, null);
