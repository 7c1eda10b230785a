import { styleText } from 'node:util';

/**
 * How a command talks: to people in lines, to machines as one JSON document, never both.
 * @typedef {object} Tell
 * @property {boolean} json whether one JSON document is wanted in place of lines
 * @property {(line?: string) => void} say a line on standard output; nothing when JSON is wanted
 * @property {(line: string) => void} warn a line on the error output, in either case
 * @property {(value: unknown) => void} object the document on standard output; nothing unless JSON is wanted
 * @property {Readonly<Record<'bold' | 'dim' | 'red' | 'yellow' | 'green', (text: string) => string>>} paint
 *   letters in colour on a terminal, as they are anywhere else
 * @property {(label: string, isLong?: boolean) => Progress} progress a line on the error output for what takes over a second;
 *   at once where that is known before
 *
 * @typedef {object} Progress
 * @property {(done: number, of?: number) => void} at how far it is
 * @property {() => void} end
 *
 * @typedef {object} Stream
 * @property {(text: string) => unknown} write
 * @property {boolean} [isTTY]
 */

const SLOW_MS = 1000;
const EVERY_MS = 250;

/**
 * @param {{ json?: boolean, out?: Stream, err?: Stream, env?: NodeJS.ProcessEnv, now?: () => number }} [how]
 * @returns {Tell}
 */
export function tellTo({
  json = false,
  out = process.stdout,
  err = process.stderr,
  env = process.env,
  now = () => performance.now(),
} = {}) {
  // https://no-color.org: any value but an empty one.
  const coloured = out.isTTY === true && !env['NO_COLOR'] && !json;
  /** @param {Parameters<typeof styleText>[0]} format */
  const painter = (format) => (/** @type {string} */ text) =>
    coloured ? styleText(format, text, { validateStream: false }) : text;
  return {
    json,
    say: (line = '') => {
      if (!json) out.write(`${line}\n`);
    },
    warn: (line) => {
      err.write(`${line}\n`);
    },
    object: (value) => {
      if (json) out.write(`${JSON.stringify(value, null, 2)}\n`);
    },
    paint: {
      bold: painter('bold'),
      dim: painter('dim'),
      red: painter('red'),
      yellow: painter('yellow'),
      green: painter('green'),
    },
    progress: (label, isLong = false) => progressOn(err, label, now, isLong),
  };
}

/**
 * Silent for the first second. After it a terminal's line is written over, and a log gets one line, so that whoever waits
 * knows that something goes on.
 * @param {Stream} err
 * @param {string} label
 * @param {() => number} now
 * @param {boolean} isLong
 * @returns {Progress}
 */
function progressOn(err, label, now, isLong) {
  const begun = now();
  let last = begun - EVERY_MS + (isLong ? 0 : SLOW_MS);
  let isShown = false;
  return {
    at(done, of) {
      const time = now();
      if (time - last < EVERY_MS) return;
      last = time;
      if (err.isTTY === true) {
        const share = of === undefined || of === 0 ? '' : ` ${Math.floor((100 * done) / of)} %`;
        err.write(`\r${label}${share}`);
      } else if (!isShown) {
        err.write(`${label} …\n`);
      }
      isShown = true;
    },
    end() {
      if (isShown && err.isTTY === true) err.write('\r\u001b[K');
    },
  };
}
