import { parseArgs } from 'node:util';
import { load } from './seed-reader.js';

/**
 * @typedef {{ help: boolean, situation: string | null, on: string | null, all: boolean, out: string, jobs: number, query: string }} Wanted
 * `query` is what the address of such sheets ends with.
 */

/**
 * What the words of a command line ask of the press.
 * @param {string[]} args
 * @returns {Promise<{ wanted: Wanted, faults: string[] }>} all that is wrong with them at once, each with the way out
 */
export async function readOptions(args) {
  const { PAPERS, queryOf, SHEET_PARTS } =
    /** @type {typeof import('../lib/values/sheet-choice.ts')} */ (
      await load('values/sheet-choice.ts')
    );
  const none = { help: false, situation: null, on: null, all: false, out: '', jobs: 2, query: '' };
  /** @type {{ values: Record<string, string | boolean | undefined> }} */
  let read;
  try {
    read = parseArgs({
      args,
      options: {
        ...Object.fromEntries(
          ['situation', 'on', 'size', 'without', 'notes', 'out', 'jobs'].map((name) => [
            name,
            { type: /** @type {const} */ ('string') },
          ]),
        ),
        all: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (cause) {
    return { wanted: none, faults: [cause instanceof Error ? cause.message : String(cause)] };
  }
  const said = (/** @type {string} */ name) => {
    const value = read.values[name];
    return typeof value === 'string' ? value : null;
  };
  const { help = false, all = false } = read.values;
  const parts = (said('without') ?? '').split(',').filter((part) => part !== '');
  const size = (said('size') ?? 'A4').toLowerCase();
  const notes = said('notes') ?? 'full';
  const jobs = Number(said('jobs') ?? 2);
  const on = said('on');
  const paper = PAPERS.find((one) => one === size);
  const out = said('out') ?? '';
  const faults = [
    ...parts
      .filter((part) => !SHEET_PARTS.some((one) => one === part))
      .map((part) => `--without: there is no part "${part}"; there are ${SHEET_PARTS.join(', ')}.`),
    ...(paper ? [] : [`--size: "${said('size')}" is neither A4 nor Letter.`]),
    ...(['full', 'short'].includes(notes)
      ? []
      : [`--notes: "${notes}" is neither full nor short.`]),
    ...(on === null || /^\d{4}-\d{2}-\d{2}$/.test(on)
      ? []
      : [`--on: "${on}" is no day; write it like 2022-02-28.`]),
    ...(on !== null && all ? ['--on and --all: one day or all of them.'] : []),
    ...(Number.isInteger(jobs) && jobs > 0 && jobs <= 16
      ? []
      : [`--jobs: "${said('jobs')}" is no number from 1 to 16.`]),
    ...(out === '' && !help
      ? [`--out: say where to, such as ${all ? 'sheets/' : 'summary.pdf'}.`]
      : []),
  ];
  const query = queryOf({
    without: SHEET_PARTS.filter((part) => parts.includes(part)),
    notes: notes === 'short' ? 'short' : 'full',
    paper: paper ?? 'a4',
  });
  return {
    wanted: {
      help: help === true,
      situation: said('situation'),
      on,
      all: all === true,
      out,
      jobs,
      query,
    },
    faults,
  };
}
