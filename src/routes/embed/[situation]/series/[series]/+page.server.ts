import { embedsOf } from '#lib/pages/embeds.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) =>
  embedsOf(params.situation).seriesEmbed(params.series);
