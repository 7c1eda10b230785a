import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The page of an error, which the server makes once when it starts, to have it when nothing can be rendered. */
export const load: PageServerLoad = () => error(500, 'The server has made an error.');
