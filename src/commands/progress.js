/** Milliseconds between two lines where no terminal shows one line changing. */
const PAUSE = 5_000;

/**
 * Says how far a step is: on a terminal in one line that changes, otherwise a line every five seconds.
 * @param {string} what a word such as "Writing"
 * @param {{ isTTY?: boolean, write: (text: string) => unknown }} [out]
 * @param {() => number} [now] milliseconds
 */
export function progressOf(what, out = process.stdout, now = Date.now) {
  let last = now();
  let isOpen = false;
  return {
    /** @param {number} done @param {number} all */
    at(done, all) {
      const pause = out.isTTY ? 100 : PAUSE;
      if (now() - last < pause) return;
      last = now();
      isOpen = out.isTTY === true;
      out.write(`${isOpen ? '\r' : ''}${what} ${done} of ${all}${isOpen ? '' : '\n'}`);
    },
    end() {
      if (isOpen) out.write('\n');
    },
  };
}
