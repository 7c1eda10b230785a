import { embedChartsOf } from '#lib/pages/embed-charts.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) =>
  embedChartsOf(params.situation).chartEmbed(params.series, params.known);
