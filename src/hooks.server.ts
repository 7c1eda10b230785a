import type { HandleServerError } from '@sveltejs/kit';

/** What is not there is told by whoever asked for it: the build stops at a dead link, and pictures come after the pages. */
export const handleError: HandleServerError = ({ error, status, message }) => {
  if (status !== 404) console.error(error);
  return { message };
};
