import { Left, terminalAsker } from '../adding/asker.js';
import { draftPath, dropDraft, emptyDraft, keepDraft, readDraft } from '../adding/draft-file.js';
import { proposedFrame } from '../adding/frame.js';
import { addPublicationFlags, isFromFlags, learntFromFlags } from '../adding/from-flags.js';
import { askPlan } from '../adding/ask-plan.js';
import { interview } from '../adding/interview.js';
import { listOf, situationText } from '../adding/plan.js';
import { neighboursOf } from '../adding/countries.js';
import { openSession } from '../adding/session.js';
import { Trail } from '../adding/trail.js';
import { dayHere } from '../seed-reader.js';
import { refuseFaults } from '../seed-state.js';
import { askAndWrite, wantsToGoOn, write } from './add.js';
import { check } from './check.js';
import { opened } from './opened.js';

/** @typedef {import('../adding/session.js').Session} Session */
/** @typedef {import('../adding/draft-file.js').Draft} Draft */
/** @typedef {import('../tell.js').Tell} Tell */

const NEXT = `Next
  node src/commands/cut-map.js    cuts its map out of the atlas (after each change of its frame)
  npm run dev                     shows its pages
  npm run seeds -- publish        records it as published, when it is as you want it`;

/**
 * @param {import('commander').Command} program
 * @param {import('./program.js').Ended} ended
 * @param {import('./program.js').Terminal} terminal
 */
export function addNew(program, ended, terminal) {
  const command = program
    .command('new')
    .description('begins another situation with its map, counters and first publication')
    .argument('<situation>', 'its name, a permanent part of addresses, such as examplia-2034')
    .option('--situation-title <text>', 'its title, as readers see it')
    .option('--country <code>', 'the country it is about, of places.csv')
    .option('--start <day>', 'the day on which it begins')
    .option(
      '--neighbours <codes>',
      'the countries on its map, separated by ";"; those that have a border with it',
    )
    .option(
      '--measures <ids>',
      'the counters of the summary, in their order; without it all measures',
    )
    .option(
      '--middle <degrees>',
      'of the map: longitude;latitude (proposed if missing, as the next three)',
    )
    .option('--parallels <degrees>', 'of the map: two latitudes along which it is true to scale')
    .option('--scale <units>', 'of the map: units for one radius of the Earth')
    .option('--size <units>', 'of the map: width;height');
  addPublicationFlags(command);
  command
    .addHelpText(
      'after',
      `
A situation begins with its first publication, so that every page has something to show. Without flags it asks.
Missing words are added at the same time. Their flags: --new-place, --new-population, --new-publisher,
--new-definition, --new-caveat. All files are written, or none.

Examples
  npm run seeds -- new examplia-2034
  npm run seeds -- new examplia-2034 --situation-title 'Examplia from 3 February 2034' --country EXA --start 2034-02-03 \\
    --neighbours 'SAM;MOD' --new-place 'id=EXA,label=Examplia,…' --publisher … --figure …`,
    )
    .action(async (id, options, self) => {
      const { tell, seeds, isDone } = await opened(self, terminal);
      if (seeds === null) return ended(2);
      if (isDone) return ended(await check(seeds, tell));
      const situations = refuseFaults(seeds, tell);
      const [first] = situations ?? [];
      if (first === undefined) return ended(1);
      if (Object.keys(seeds.texts).some((path) => path.startsWith(`${id}/`))) {
        tell.warn(`There is a folder ${id} already: npm run seeds -- add adds to it.`);
        return ended(1);
      }
      const refusal = await nameRefusal(seeds, id);
      if (refusal !== null) {
        tell.warn(refusal);
        tell.object({ ok: false, error: refusal });
        return ended(1);
      }
      const session = await openSession(seeds, first.library, {
        id,
        country: options.country ?? '',
      });
      if (isFromFlags(options)) return ended(await newFromFlags(seeds, session, options, tell));
      if (terminal.stdin.isTTY !== true || tell.json) {
        tell.warn('This is no terminal: give the situation by flags (new --help).');
        tell.object({ ok: false, error: 'nobody can be asked' });
        return ended(2);
      }
      return ended(await newByAsking(seeds, session, terminalAsker(), tell));
    });
}

/**
 * @param {import('../adding/finish.js').Writing} seeds
 * @param {Session} session
 * @param {Record<string, unknown>} options
 * @param {Tell} tell
 */
async function newFromFlags(seeds, session, options, tell) {
  options['neighbours'] ??= neighboursOf(String(options['country'] ?? '')).join(';');
  const draft = await learntFromFlags(session, options, tell);
  if (typeof draft === 'number') return draft;
  const given = (/** @type {string} */ name) => String(options[name] ?? '');
  draft.plan = {
    id: session.situation,
    title: given('situationTitle'),
    country: given('country'),
    start: given('start'),
    neighbours: given('neighbours'),
    measures: given('measures'),
  };
  const frame = await frameOf(session, draft);
  for (const key of /** @type {const} */ (['middle', 'parallels', 'scale', 'size']))
    draft.plan[key] = options[key] === undefined ? frame[key] : given(key);
  return finish(seeds, session, draft, { tell, isDry: options['dryRun'] === true });
}

/**
 * @param {import('../adding/finish.js').Writing} seeds
 * @param {Session} session
 * @param {import('../adding/asker.js').Asker} ask
 * @param {Tell} tell
 */
export async function newByAsking(seeds, session, ask, tell) {
  const kept = readDraft(seeds.folder);
  let draft = emptyDraft();
  draft.plan['id'] = session.situation;
  const keep = () => keepDraft(seeds.folder, draft);
  const path = draftPath(seeds.folder);
  try {
    if (kept?.plan['id'] === session.situation && (await wantsToGoOn(ask, kept))) draft = kept;
    return await askAndWrite(new Trail(ask, draft, keep), session, {
      questions: async (trail) => {
        await askPlan(trail, session, () => frameOf(session, draft));
        if (!trail.isAnswered('source.publisher')) ask.say('Now its first publication.');
        await interview(trail, session, dayHere());
      },
      texts: async () => (await textsOf(session, draft)).texts,
      write: () => finish(seeds, session, draft, { tell, isShown: true, kept: path }),
      drop: () => dropDraft(seeds.folder),
      tell,
    });
  } catch (cause) {
    if (!(cause instanceof Left)) throw cause;
    tell.say(
      `Nothing was written. What you typed is kept in ${path}; npm run seeds -- new ${session.situation} continues with it.`,
    );
    return 1;
  }
}

/**
 * Why a situation cannot be called so; null when it can. Asked before anything is typed.
 * @param {import('../seed-state.js').Seeds} seeds
 * @param {string} id
 */
async function nameRefusal({ read, texts }, id) {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) || id.length > 64)
    return `expected a name of lower-case letters, digits and single hyphens, found "${id}"; as in examplia-2034`;
  const path = `${id}/situation.yaml`;
  const readings = await read({ ...texts, [path]: '' });
  const taken = readings
    .flatMap(({ faults }) => faults)
    .find(({ file, message }) => file === path && message.includes('a name that is free'));
  return taken === undefined ? null : taken.message;
}

/**
 * What a map of the country and its neighbours would be drawn in, as cells.
 * @param {Session} session
 * @param {Draft} draft
 */
async function frameOf({ words }, { plan }) {
  const ids = [plan['country'] ?? '', ...listOf(plan['neighbours'])];
  const points = ids.flatMap((id) => {
    const at = words.places.get(id)?.at;
    return at ? [at] : [];
  });
  const { middle, parallels, scale, size } = await proposedFrame(
    points.length === 0 ? [[0, 0]] : points,
  );
  return {
    middle: middle.join(';'),
    parallels: parallels.join(';'),
    scale: String(scale),
    size: size.join(';'),
  };
}

/**
 * All that would be written of a new situation.
 * @param {Session} session
 * @param {Draft} draft
 */
async function textsOf(session, draft) {
  const { source } = session.source(draft.source);
  const figures = draft.figures.flatMap(
    (cells) => (source && session.figure(source, cells).figure) ?? [],
  );
  const { columns, situation, words } = session;
  const country = words.places.get(draft.plan['country'] ?? '');
  const frameLabel = country ? `${country.label} and its neighbours` : undefined;
  const plan = frameLabel === undefined ? draft.plan : { ...draft.plan, frame_label: frameLabel };
  const table = (/** @type {'events' | 'corrections' | 'published'} */ name) => ({
    [`${situation}/${name}.csv`]: `${columns[name].join(',')}\n`,
  });
  const extra = {
    ...table('events'),
    ...table('corrections'),
    ...table('published'),
    [`${situation}/situation.yaml`]: await situationText(plan, figures),
  };
  return { extra, texts: session.compose(draft, extra) };
}

/**
 * @param {import('../adding/finish.js').Writing} seeds
 * @param {Session} session
 * @param {Draft} draft
 * @param {{ tell: Tell, isDry?: boolean, isShown?: boolean, kept?: string }} how
 */
async function finish(seeds, session, draft, how) {
  const { extra } = await textsOf(session, draft);
  const code = await write(seeds, session, draft, { ...how, extra });
  if (code !== 1 && !how.isDry) how.tell.say(`\n${NEXT}`);
  return code;
}
