import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { parse } from 'csv-parse/sync';
import { BaseSequencer, createVitest } from 'vitest/node';
import { root, runProgram } from './run.js';

/*
 * npm run mutate [-- file …]
 *
 * Changes one small thing at a time (`>` to `>=`, a condition to true, a block to nothing) in the modules that decide what a
 * number is and which number applies, and runs the tests of their room. A change that no test notices is listed with its line.
 * The changes are Stryker's own (its instrumenter, without those of texts: words are the catalogue's tests to keep); its runner
 * cannot load what this project's modules work out as they are read, such as their patterns, once for each change.
 */

const VALUES = 'src/lib/values';
const VIEWS = 'src/lib/views';
/** Modules that decide on vintages, breaks and precedence. */
const DECIDING = ['vintage', 'vintages', 'breaks', 'precedence', 'known', 'comparisons'].map(
  (name) => `${VIEWS}/${name}.ts`,
);
/** A test that needs this long, in ms, is in an endless loop. */
const ENDLESS = 30_000;
/** Changes that no reader and no caller can see, each with its reason. */
const EQUIVALENT = 'tests/equivalent-mutants.csv';

/**
 * @typedef {object} Mutant
 * @property {string} what
 * @property {number} line from 1
 * @property {string} was
 * @property {string} is
 * @property {string} source the whole module with the change
 * @property {string | null} reason why nobody can see it
 */

const silent = () => undefined;
/** @type {any} */
const logger = { debug: silent, info: silent, isDebugEnabled: () => false };
const instrumenter = new Instrumenter(logger);

/**
 * @param {string} file below the root
 * @returns {Promise<Mutant[]>}
 */
async function mutantsOf(file) {
  const content = readFileSync(join(root, file), 'utf8');
  const lines = content.split('\n');
  /** @type {number[]} */
  const starts = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  const { mutants } = await instrumenter.instrument([{ name: file, mutate: true, content }], {
    plugins: null,
    excludedMutations: ['StringLiteral'],
    ignorers: [],
    noHeader: true,
  });
  return mutants
    .filter(({ status }) => status !== 'Ignored')
    .map(({ mutatorName, replacement, location: { start, end } }) => {
      const from = (starts[start.line] ?? 0) + start.column;
      const to = (starts[end.line] ?? 0) + end.column;
      return {
        what: mutatorName,
        line: start.line + 1,
        was: content.slice(from, to),
        is: replacement,
        source: content.slice(0, from) + replacement + content.slice(to),
        reason: reasonFor(file, content.slice(from, to), replacement),
      };
    });
}

/** @type {readonly { file: string, was: string, is: string, reason: string }[]} */
const equivalent = parse(readFileSync(join(root, EQUIVALENT), 'utf8'), { columns: true });

const oneLine = (/** @type {string} */ text) => text.replace(/\s+/g, ' ');

/**
 * @param {string} file
 * @param {string} was
 * @param {string} is
 */
const reasonFor = (file, was, is) =>
  equivalent.find((one) => one.file === file && one.was === oneLine(was) && one.is === oneLine(is))
    ?.reason ?? null;

/** Which module is changed, and to what. @type {{ file: string, source: string | null }} */
const change = { file: '', source: null };

/**
 * The test files of a room that reach a module: its own first, then those that import it or what imports it.
 * @param {string} file
 */
function testsOf(file) {
  const folder = dirname(file);
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts'));
  const texts = new Map(
    names.map((name) => [name, readFileSync(join(root, folder, name), 'utf8')]),
  );
  /** @param {readonly string[]} wanted */
  const importing = (wanted) =>
    names.filter((name) => wanted.some((one) => texts.get(name)?.includes(`/${one}'`) === true));
  const own = basename(file);
  const direct = [own, ...importing([own]).filter((name) => !name.endsWith('.test.ts'))];
  const isOwn = (/** @type {string} */ name) => name.startsWith(`${basename(own, '.ts')}.`);
  return (
    [...new Set(importing(direct))]
      .filter((name) => name.endsWith('.test.ts'))
      // What reads the seeds of the site needs SvelteKit, which takes longer to start than all of these tests.
      .filter((name) => texts.get(name)?.includes('#lib/server/') === false)
      .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
      .map((name) => join(root, folder, name))
  );
}

/** The module's own tests come first: most changes are noticed there. */
class AsGiven extends BaseSequencer {
  /** @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    return files;
  }
}

const start = () =>
  createVitest(
    'test',
    {
      config: false,
      root,
      watch: false,
      environment: 'node',
      setupFiles: ['tests/support/property-tests.ts'],
      pool: 'threads',
      isolate: false,
      maxWorkers: 1,
      fileParallelism: false,
      bail: 1,
      testTimeout: ENDLESS,
      include: ['src/**/*.test.ts'],
      reporters: [{}],
      sequence: { sequencer: AsGiven },
      silent: true,
      env: { INSTALLED: 'yes' },
    },
    {
      plugins: [
        {
          name: 'one-change',
          enforce: 'pre',
          transform: (_code, id) =>
            change.source !== null && id.split('?')[0] === join(root, change.file)
              ? { code: change.source, map: null }
              : null,
        },
      ],
    },
  );

/**
 * @param {import('vitest/node').Vitest} vitest
 * @param {readonly string[]} tests
 */
const run = (vitest, tests) => {
  const project = vitest.getRootProject();
  return vitest.runTestSpecifications(tests.map((test) => project.createSpecification(test)));
};

/**
 * Those of these tests that can be loaded here. What reads the seeds of the site needs SvelteKit, which takes longer to start
 * than all the others.
 * @param {import('vitest/node').Vitest} vitest
 * @param {readonly string[]} tests
 * @throws {Error} where one fails before anything is changed
 */
async function loadable(vitest, tests) {
  /** @type {string[]} */
  const found = [];
  // Each by itself: the first that fails would end the run.
  for (const test of tests) {
    const { testModules } = await run(vitest, [test]);
    const [module] = testModules;
    if (module?.ok() === true) found.push(test);
    else if (!module?.errors().some(({ message }) => message.includes("'$app/")))
      throw new Error(`${test} fails before anything is changed.`);
  }
  return found;
}

/**
 * Whether all tests pass with a module as it is changed now.
 * @param {import('vitest/node').Vitest} vitest
 * @param {readonly string[]} tests
 * @returns {Promise<'passed' | 'failed' | 'endless'>}
 */
async function outcome(vitest, tests) {
  vitest.invalidateFile(join(root, change.file));
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<'endless'>} */
  const endless = new Promise((resolve) => {
    timer = setTimeout(resolve, ENDLESS + 15_000, 'endless');
  });
  const ran = run(vitest, tests).then(({ testModules, unhandledErrors }) =>
    unhandledErrors.length === 0 && testModules.every((module) => module.ok())
      ? 'passed'
      : 'failed',
  );
  const found = await Promise.race([ran, endless]);
  clearTimeout(timer);
  return found;
}

/** @param {readonly string[]} files */
async function mutate(files) {
  let [all, killed, known] = [0, 0, 0];
  for (const file of files) {
    const began = Date.now();
    const mutants = await mutantsOf(file);
    change.file = file;
    change.source = null;
    // Anew for each file: a failure in a test that is not run again would end every later run.
    let vitest = await start();
    const tests = await loadable(vitest, testsOf(file));
    const left = [];
    for (const mutant of mutants) {
      if (mutant.reason !== null) continue;
      change.source = mutant.source;
      const found = await outcome(vitest, tests);
      if (found === 'endless') {
        void vitest.close().catch(silent);
        vitest = await start();
      }
      if (found === 'passed') left.push(mutant);
    }
    const unseen = mutants.filter(({ reason }) => reason !== null).length;
    const count = mutants.length - unseen;
    all += count;
    known += unseen;
    killed += count - left.length;
    for (const { line, what, was, is } of left)
      console.log(`  ${file}:${line} ${what}: ${short(was)} → ${short(is)}`);
    console.log(
      `${file}: ${share(count - left.length, count)}; ${unseen} that nobody can see; ${Math.round((Date.now() - began) / 1000)} s`,
    );
    await vitest.close();
  }
  console.log(`All: ${share(killed, all)}; ${known} that nobody can see`);
}

const short = (/** @type {string} */ text) => oneLine(text).slice(0, 300);
const share = (/** @type {number} */ part, /** @type {number} */ of) =>
  `${part} of ${of} noticed (${of === 0 ? 100 : Math.floor((1000 * part) / of) / 10} %)`;

// What the types of the routes are extends the settings of TypeScript.
if ((await runProgram('kit', ['sync'])) !== 0) process.exit(1);
const asked = process.argv.slice(2);
const values = readdirSync(join(root, VALUES))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => `${VALUES}/${name}`);
await mutate(
  asked.length > 0 ? asked.map((file) => relative(root, file)) : [...values, ...DECIDING],
);
process.exit();
