import { byCause, MOST_PLACES, oddCauses, oddLines } from '../lib/wording/causes.js';
import { faultCauses, faultCount, faultLines } from './fault-causes.js';
import { count, load } from './seed-reader.js';

/** @typedef {NonNullable<Awaited<ReturnType<typeof import('./seed-reader.js').openSeeds>>> & { step?: import('./journal.js').Step }} Seeds the seeds, and the command that has them */
/** @typedef {import('../lib/views/quality/finding.ts').Finding} Finding */
/** @typedef {import('../lib/records/signature.ts').Signature} Signature */
/**
 * What was read of one situation, all of it lawful.
 * @typedef {object} Sound
 * @property {import('../lib/records/model.ts').Library} library
 * @property {import('../lib/records/ledger.ts').Ledger} ledger
 * @property {readonly Signature[]} signatures
 */

/**
 * What was read of each situation, when all of it is lawful; otherwise the faults are told.
 * @param {Seeds} seeds
 * @param {import('./tell.js').Tell} tell
 * @returns {Sound[] | null}
 */
export function refuseFaults({ readings, faults }, tell) {
  const sound = soundOf({ readings, faults });
  if (sound !== null) return sound;
  tell.say(faultLines(faults).join('\n'));
  tell.say(
    tell.paint.red(`\n${faultCount(faults)}. Nothing is published until all are corrected.`),
  );
  tell.object({ ok: false, faults: faultCauses(faults) });
  return null;
}

/**
 * What was read of each situation; null while anything is wrong with any.
 * @param {Pick<Seeds, 'readings' | 'faults'>} seeds
 * @returns {Sound[] | null}
 */
export function soundOf({ readings, faults }) {
  const sound = readings.flatMap(({ library, ledger, signatures }) =>
    library === null || ledger === null ? [] : [{ library, ledger, signatures }],
  );
  return faults.length === 0 && sound.length === readings.length ? sound : null;
}

/**
 * What readers will see otherwise. A word that all share is new once, and not when another situation has published it.
 * @param {readonly Sound[]} situations
 */
export function allChanges(situations) {
  const told = new Set();
  return situations.flatMap(({ library: { situation }, ledger }, at) =>
    ledger.changes().flatMap((change) => {
      const name = `${change.thing}/${change.id}`;
      const isShared = !['source', 'event', 'figure', 'table', 'correction'].includes(change.thing);
      const isPublished = situations.some(
        (other, index) => index !== at && other.ledger.published.has(name),
      );
      if (isShared && (told.has(name) || (change.was === null && isPublished))) return [];
      told.add(name);
      return [{ situation: situation.id, ...change }];
    }),
  );
}

/**
 * The one meant where a verb writes to one.
 * @param {readonly Sound[]} situations
 * @param {string | undefined} wanted
 * @param {import('./tell.js').Tell} tell
 * @returns {Sound | null} null, and told, when it cannot be known
 */
export function situationOf(situations, wanted, tell) {
  const ids = situations.map(({ library }) => library.situation.id);
  const found =
    wanted === undefined && situations.length === 1
      ? situations[0]
      : situations.find(({ library }) => library.situation.id === wanted);
  if (found !== undefined) return found;
  const error =
    wanted === undefined
      ? `There are several situations: say which with --situation (${ids.join(', ')}).`
      : `There is no situation ${wanted}; there are ${ids.join(', ')}.`;
  tell.warn(error);
  tell.object({ ok: false, error });
  return null;
}

/** @typedef {Omit<import('../lib/wording/findings.ts').FindingRecord, 'state'> & { state: string }} OddRecord */

/**
 * @typedef {object} LookedAt
 * @property {readonly Finding[]} unsigned
 * @property {readonly Finding[]} signed
 * @property {readonly Finding[]} old
 * @property {readonly Signature[]} idle
 * @property {(finding: Finding) => string} text
 * @property {(finding: Finding, by?: [day: string, signedBy: string, reason: string]) => string} line
 * @property {(all: boolean) => OddRecord[]} records for machines
 * @property {string} file of signatures, below the folder
 */

/**
 * What is odd about a situation, and whether somebody has signed it.
 * @param {Sound} sound
 * @returns {Promise<LookedAt>}
 */
export async function lookAt({ library, ledger, signatures }) {
  const { isFreshIn, isNewIn, lookedAt } =
    /** @type {typeof import('../lib/views/quality/findings.ts')} */ (
      await load('views/quality/findings.ts')
    );
  const { findingRecord, findingText, lineToSign } =
    /** @type {typeof import('../lib/wording/findings.ts')} */ (await load('wording/findings.ts'));
  const looked = lookedAt(library, signatures, isFreshIn(ledger), isNewIn(ledger));
  /** @param {import('../lib/wording/findings.ts').FindingState} state */
  const record = (state) => (/** @type {Finding} */ finding) => findingRecord(finding, state);
  return {
    ...looked,
    text: findingText,
    line: lineToSign,
    records: (all) => [
      ...looked.unsigned.map(record('unsigned')),
      ...(all ? looked.signed.map(record('signed')) : []),
      ...(all ? looked.old.map(record('published before')) : []),
      ...looked.idle.map(({ rule, figure, other, line }) => ({
        state: 'no longer signs anything',
        rule,
        figure,
        other: other === '' ? null : other,
        text: '',
        line: String(line),
      })),
    ],
    file: `${library.situation.id}/signed.csv`,
  };
}

/**
 * Headlines that would move as slips do, and that nobody has signed: with old and new sentence.
 * @param {Sound} sound
 * @returns {Promise<{ counter: string, before: string, now: string | null, text: string }[]>}
 */
export async function headlinesToConfirm({ library, ledger, signatures }) {
  const changes = ledger.changes();
  if (!changes.some(({ thing }) => thing === 'figure' || thing === 'source')) return [];
  const [{ libraryBefore }, { movedHeadlines }, { movedText }] = await Promise.all([
    /** @type {Promise<typeof import('../lib/records/before.ts')>} */ (load('records/before.ts')),
    /** @type {Promise<typeof import('../lib/views/quality/moved.ts')>} */ (
      load('views/quality/moved.ts')
    ),
    /** @type {Promise<typeof import('../lib/wording/findings.ts')>} */ (
      load('wording/findings.ts')
    ),
  ]);
  const signed = new Set(signatures.map(({ figure }) => figure));
  return movedHeadlines(libraryBefore(library, ledger), library)
    .filter(({ now }) => now === null || !signed.has(now.id))
    .map((moved) => ({
      counter: moved.counter,
      before: moved.before.id,
      now: moved.now?.id ?? null,
      text: movedText(moved),
    }));
}

/**
 * @typedef {object} Listed what of the odd things is listed
 * @property {boolean} [all] also those on figures published before
 * @property {boolean} [each] every one by itself, and not each cause once
 */

/**
 * @param {LookedAt} looked
 * @param {import('./tell.js').Tell} tell
 * @param {Listed} [listed]
 */
export function tellFindings(looked, tell, { all = false, each = false } = {}) {
  const { unsigned, old, idle, file } = looked;
  const records = looked.records(true);
  const having = (/** @type {string} */ state) => records.filter((one) => one.state === state);
  if (all) tellOddThings(having('published before'), tell, each, '--all --each');
  if (old.length > 0) {
    const about = `${count(old.length, 'odd thing')} about figures published before`;
    tell.say(all ? `\n${about}.` : `${about}: npm run seeds -- check --all lists them`);
  }
  for (const { figure, line: at } of idle)
    tell.say(`${file}:${at}:1: no longer signs anything (${figure}); delete the line`);
  if (unsigned.length === 0) return;
  tellOddThings(having('unsigned'), tell, each);
  tell.say(
    tell.paint.yellow(
      `\n${count(unsigned.length, 'odd thing')} to look at. If the publication does say so, sign it: npm run seeds -- sign adds its line to ${file}. If not, correct the row.`,
    ),
  );
}

/**
 * What is odd for one reason is listed below it: the reason, how often, and the first three.
 * @param {readonly OddRecord[]} records
 * @param {import('./tell.js').Tell} tell
 * @param {boolean} [each] whether every one is listed, each with its reason
 * @param {string} [words] with which check lists every one
 */
export function tellOddThings(records, tell, each = false, words = '--each') {
  for (const list of each ? records.map((one) => [one]) : oddCauses(records)) {
    for (const { text, isToSign } of oddLines(list))
      tell.say(isToSign ? tell.paint.dim(text) : text);
    const more = list.length - MOST_PLACES;
    if (more > 0)
      tell.say(
        `  and ${count(more, 'more', 'more')}; npm run seeds -- check ${words} lists every one`,
      );
  }
}

/**
 * Records of odd things, each cause once: the first of them, how often, and the first three.
 * @param {readonly OddRecord[]} records
 */
export const oddRecords = (records) =>
  byCause(records, ({ state }) => state)
    .flatMap((alike) => oddCauses(alike))
    .map((list) => ({ ...list[0], count: list.length, places: list.slice(0, MOST_PLACES) }));

/**
 * "12 things new, 1 changed, 1 figure withdrawn"
 * @param {readonly import('../lib/records/ledger.ts').LedgerChange[]} changes
 */
export function said(changes) {
  const records = changes.filter(({ thing }) => thing === 'correction');
  const things = changes.filter(({ thing }) => thing !== 'correction');
  const fresh = things.filter(({ was }) => was === null).length;
  const withdrawn = things.filter(({ is }) => is === null).length;
  const changed = things.length - fresh - withdrawn;
  const parts = [
    ...(fresh > 0 ? [`${count(fresh, 'thing')} new`] : []),
    ...(changed > 0 ? [`${count(changed, 'thing')} changed`] : []),
    ...(withdrawn > 0 ? [`${count(withdrawn, 'figure')} withdrawn`] : []),
    ...(records.length > 0 ? [`${count(records.length, 'line')} of corrections`] : []),
  ];
  return parts.join(', ');
}
