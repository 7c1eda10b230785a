import { Stuck, codeOf, finishFound } from '../journal.js';
import { fileTrouble, openSeeds, seedsFolder } from '../seed-reader.js';
import { tellTo } from '../tell.js';

/**
 * What every verb begins with: how it talks, and the seeds, or null where the folder cannot be read; that is told already.
 * A step that an earlier command was killed in is finished or undone first. `isDone` says that it was this very command,
 * which then has nothing left to do.
 * @param {import('commander').Command} command
 * @param {import('./program.js').Terminal} terminal
 * @param {string} [folder] as a word of its own, in place of --folder
 */
export async function opened(command, terminal, folder) {
  const { json = false, folder: named, fetch = false } = command.optsWithGlobals();
  const tell = tellTo({ json, out: terminal.stdout, err: terminal.stderr, env: terminal.env });
  const step = { verb: command.name(), asked: JSON.stringify([command.args, command.opts()]) };
  const given = folder ?? named;
  try {
    const found = finishFound(seedsFolder(given));
    if (found !== null) tell.warn(saidOf(found));
    const seeds = await openSeeds(given, tell, fetch ? 'always' : 'never');
    const isDone =
      found?.isDone === true && found.step.verb === step.verb && found.step.asked === step.asked;
    return { tell, seeds: seeds === null ? null : { ...seeds, step }, isDone };
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause || cause instanceof Stuck)) throw cause;
    const error =
      cause instanceof Stuck
        ? cause.message
        : `The folder ${given ?? 'seeds'} cannot be read: ${fileTrouble(codeOf(cause))}.`;
    tell.warn(error);
    tell.object({ ok: false, error });
    return { tell, seeds: null, isDone: false };
  }
}

/** @param {import('../journal.js').Found} found */
function saidOf({ step: { verb }, paths, isDone }) {
  return isDone
    ? `"${verb}" was interrupted before; it is finished now: ${paths.join(', ')} written.`
    : `"${verb}" was interrupted before, and its files were changed since; nothing of it was written.`;
}
