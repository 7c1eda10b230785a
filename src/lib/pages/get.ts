import type { RequestEvent } from '@sveltejs/kit';
import { base } from '$app/paths';
import type { Get } from './data-files.ts';

/** The bytes of other addresses of the site, asked within this process. */
export const getFor =
  ({ fetch }: Pick<RequestEvent, 'fetch'>): Get =>
  async (address) => {
    const response = await fetch(`${base}${address}`);
    if (!response.ok) throw new Error(`${address} was answered with ${response.status}.`);
    return new Uint8Array(await response.arrayBuffer());
  };
