import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../lib/server/replace-file.js';

/** Between two lines of progress where there is no terminal to write over. */
const SPELL = 10_000;

/**
 * Prints the sheets of many days into a folder, some at once. Each file names its day, its choice and the data revision, so
 * what is already there is not made again, and a run that was cut off goes on where it stopped.
 * @param {{
 *   days: readonly string[], address: (day: string) => string, out: string, jobs: number, query: string, revision: string,
 *   press: { print: (address: string) => Promise<Uint8Array> }, tell?: (line: string) => void,
 * }} what
 * @returns {Promise<0 | 1>} 1 when any day could not be printed; the others are all the same
 */
export async function printAll({
  days,
  address,
  out,
  jobs,
  query,
  revision,
  press,
  tell = console.error,
}) {
  mkdirSync(out, { recursive: true });
  const choice = query.replace(/^\?/, '').replace(/[^\w]+/g, '-');
  const file = (/** @type {string} */ day) =>
    join(out, `${[day, ...(choice === '' ? [] : [choice]), revision].join('-')}.pdf`);
  const wanted = days.filter((day) => !existsSync(file(day)));
  const waiting = [...wanted];
  /** @type {string[]} */
  const faults = [];
  const start = performance.now();
  let [done, told] = [0, start];
  const worker = async () => {
    for (let day = waiting.shift(); day !== undefined; day = waiting.shift()) {
      try {
        replaceFile(file(day), await press.print(address(day)));
      } catch (cause) {
        faults.push(`${day}: ${cause instanceof Error ? cause.message : String(cause)}`);
      }
      done += 1;
      const now = performance.now();
      if (now - told < SPELL && done < wanted.length) continue;
      told = now;
      tell(`${done} of ${wanted.length} days, ${Math.round((now - start) / 1000)} s`);
    }
  };
  await Promise.all(Array.from({ length: jobs }, worker));
  for (const fault of faults.sort()) tell(`Not printed, ${fault}`);
  tell(
    `${wanted.length - faults.length} printed, ${days.length - wanted.length} were there, ${faults.length} failed.`,
  );
  return faults.length === 0 ? 0 : 1;
}
