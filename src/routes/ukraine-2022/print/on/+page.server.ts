/** The same days as the summary's. */
export { load } from '#routes/ukraine-2022/on/+page.server.ts';
