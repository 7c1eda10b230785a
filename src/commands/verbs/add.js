import { join } from 'node:path';
import { Back, Left, terminalAsker } from '../adding/asker.js';
import { draftPath, dropDraft, emptyDraft, keepDraft, readDraft } from '../adding/draft-file.js';
import { preview, tellPreview, tellDry, tellRefused, writeIfValid } from '../adding/finish.js';
import { addPublicationFlags, isFromFlags, learntFromFlags } from '../adding/from-flags.js';
import { interview } from '../adding/interview.js';
import { review } from '../adding/review.js';
import { openSession } from '../adding/session.js';
import { Trail } from '../adding/trail.js';
import { dayHere, openSeeds } from '../seed-reader.js';
import { refuseFaults, situationOf } from '../seed-state.js';
import { check } from './check.js';
import { opened } from './opened.js';

/** @typedef {import('../adding/session.js').Session} Session */
/** @typedef {import('../adding/draft-file.js').Draft} Draft */
/** @typedef {import('../tell.js').Tell} Tell */
/** @typedef {import('../adding/finish.js').Writing} Writing */

/**
 * @param {import('commander').Command} program
 * @param {import('./program.js').Ended} ended
 * @param {import('./program.js').Terminal} terminal
 */
export function addAdd(program, ended, terminal) {
  const command = program
    .command('add')
    .description('adds one publication and its figures, step by step or from flags');
  addPublicationFlags(command);
  command
    .addHelpText(
      'after',
      `
Without flags it asks, and checks each answer at once. The last publication of the same publisher is a form to correct.
You type new numbers in the places of the old ones. Or paste a table, or name a CSV file. "<" goes back to the question before.
Your answers are kept beside the seeds until they are written. If you leave (Ctrl-C), the next add continues with them. All
files are written, or none.

Examples
  npm run seeds -- add
  npm run seeds -- add --publisher ohchr --published 2035-01-09 --title 'OHCHR, update of 9 January 2035' \\
    --kind report --address https://example.org/update --licence 'not stated' --redistribution cite \\
    --figure 'measure=killed,population=civilians,place=UKR,definition=ohchr-recorded,period_start=2022-02-24,as_of=2035-01-08,value=1234,qualifier=exact,verification=verified,status=P,caveats=none'
  npm run seeds -- add --publisher unhcr … --figures rows.csv --dry-run`,
    )
    .action(async (options, self) => {
      const { tell, seeds, isDone } = await opened(self, terminal);
      if (seeds === null) return ended(2);
      if (isDone) return ended(await check(seeds, tell));
      const situations = refuseFaults(seeds, tell);
      if (situations === null) return ended(1);
      const sound = situationOf(situations, options.situation, tell);
      if (sound === null) return ended(2);
      const session = await openSession(seeds, sound.library);
      if (isFromFlags(options)) return ended(await addFromFlags(seeds, session, options, tell));
      if (terminal.stdin.isTTY !== true || tell.json) {
        tell.warn('This is no terminal: give the publication by flags (add --help).');
        tell.object({ ok: false, error: 'nobody can be asked' });
        return ended(2);
      }
      return ended(await addByAsking(seeds, session, terminalAsker(), tell));
    });
}

/**
 * @param {import('../seed-state.js').Seeds} seeds
 * @param {Session} session
 * @param {Record<string, unknown>} options
 * @param {Tell} tell
 */
async function addFromFlags(seeds, session, options, tell) {
  const draft = await learntFromFlags(session, options, tell);
  if (typeof draft === 'number') return draft;
  return write(seeds, session, draft, { tell, isDry: options['dryRun'] === true });
}

/**
 * @param {Writing} seeds
 * @param {Session} session
 * @param {import('../adding/asker.js').Asker} ask
 * @param {Tell} tell
 */
export async function addByAsking(seeds, session, ask, tell) {
  const home = join(seeds.folder, session.situation);
  const kept = readDraft(home);
  let draft = emptyDraft();
  const keep = () => keepDraft(home, draft);
  try {
    if (kept !== null && (await wantsToGoOn(ask, kept))) draft = kept;
    return await askAndWrite(new Trail(ask, draft, keep), session, {
      questions: (trail) => interview(trail, session, dayHere()),
      texts: async () => session.compose(draft),
      write: () => write(seeds, session, draft, { tell, isShown: true, kept: draftPath(home) }),
      drop: () => dropDraft(home),
      tell,
    });
  } catch (cause) {
    if (!(cause instanceof Left)) throw cause;
    const isEmpty = draft.trail.length === 0;
    tell.say(
      isEmpty
        ? 'Nothing was written.'
        : `Nothing was written. What you typed is kept in ${draftPath(home)}. To continue: npm run seeds -- add, with the same --situation and --folder.`,
    );
    return 1;
  }
}

/**
 * @param {import('../adding/asker.js').Asker} ask
 * @param {Draft} kept
 */
export async function wantsToGoOn(ask, { plan, source }) {
  const named = plan['id'] ?? source['id'] ?? source['publisher'] ?? 'a publication';
  const message = `Continue with ${named}, which was not finished? (No discards it.)`;
  for (;;) {
    try {
      return await ask.confirm(message);
    } catch (cause) {
      if (!(cause instanceof Back)) throw cause;
      ask.say('This is the first question.');
    }
  }
}

/**
 * Asks, shows what would be written with what would be odd about it, and writes it; after a refusal asks again what is to be
 * corrected.
 * @param {Trail} trail
 * @param {Session} session
 * @param {{ questions: (trail: Trail) => Promise<void>, texts: () => Promise<Record<string, string>>, write: () => Promise<number>, drop: () => void, tell: Tell }} how
 * @returns {Promise<number>} the exit code
 */
export async function askAndWrite(trail, session, { questions, texts, write, drop, tell }) {
  for (;;) {
    await trail.walk(async () => {
      trail.draft.rows = [];
      await questions(trail);
      await review(trail, session, { texts, tell });
    });
    const code = await write();
    if (code !== 1) {
      drop();
      return code;
    }
  }
}

/**
 * Writes the publication and tells what the check says of all seeds with it.
 * @param {Writing} seeds
 * @param {Session} session
 * @param {Draft} draft
 * @param {{ tell: Tell, isDry?: boolean, isShown?: boolean, kept?: string, extra?: Record<string, string> }} how
 * @returns {Promise<number>} the exit code
 */
export async function write(seeds, session, draft, how) {
  const { tell, isDry = false, isShown = false, kept, extra = {} } = how;
  const texts = session.compose(draft, extra);
  const seen = preview(session, draft);
  if (!isShown) tellPreview(seen, tell);
  if (isDry) return tellDry(session, await session.ahead(texts), seen, tell);
  const outcome = await writeIfValid(seeds, session, texts, kept);
  if (tellRefused(outcome, tell, kept)) return 1;
  const written = Object.keys(texts);
  tell.say(`Written: ${written.join(', ')}`);
  const now = await openSeeds(seeds.folder, tell);
  if (now === null) return 1;
  /** @type {unknown} */
  let state = null;
  const code = await check(now, { ...tell, object: (value) => (state = value) });
  tell.object({ ok: code !== 1, written, figures: seen.sentences, rows: seen.rows, check: state });
  return code;
}
