/** A table that could not be had. The message is what follows "expected …, ": what was found, and the way out. */
export class NotFetched extends Error {
  override name = 'NotFetched';
}
