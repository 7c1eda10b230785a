/** Bytes of a seed file at most. */
const FILE = 20_000_000;
/** The record of what was published is no publication of its own: it has a line for every figure of all of them. */
const RECORD = 200_000_000;

/** @param {string} file its path below the seeds */
export const isRecord = (file) => /(?:^|\/)published\.csv$/.test(file);

/**
 * How many bytes a seed file has at most.
 * @param {string} file its path below the seeds
 */
export const largestOf = (file) => (isRecord(file) ? RECORD : FILE);
