import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, runProgram } from './run.js';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {(text: string) => void} Write takes what a step prints
 * @typedef {{ name: string, run: (write: Write) => Promise<Count> }} Step
 * @typedef {{ status: string, assertionResults: readonly { status: string }[] }} TestFile
 */

/** Milliseconds between two lines that say which steps are at work. */
const PAUSE = 15_000;

/**
 * A step that either passes or fails.
 * @param {string} name
 * @param {(write: Write) => Promise<number>} program gives its exit code
 * @returns {Step}
 */
const one = (name, program) => ({
  name,
  run: async (write) =>
    (await program(write)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
});

/** What needs no build. @type {readonly Step[]} */
export const checks = [
  one('format', (write) => runProgram('prettier', ['--check', '.'], { write })),
  one('lint', (write) => runProgram('eslint', ['.'], { write })),
  one('types', (write) => {
    const flags = ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'];
    return runProgram('svelte-check', flags, { write });
  }),
  one('seeds', (write) => runCommand('seeds', ['check'], { write })),
];

/** @type {Step} */
export const build = one('build', (write) => runCommand('build', [], { write }));

/** @type {Step} */
export const unitTests = { name: 'unit tests', run: (write) => vitest(['unit', 'alone'], write) };

/** What visits all of the built server. @type {Step} */
export const siteTests = { name: 'site', run: (write) => vitest(['site'], write) };

/** What asks it for some pages, and starts it over other seeds. @type {Step} */
export const pageTests = { name: 'pages', run: (write) => vitest(['pages'], write) };

/** What looks at it in a browser and on paper. @type {Step} */
export const browserTests = {
  name: 'browser and paper',
  run: (write) => vitest(['browser'], write),
};

/**
 * @param {readonly string[]} projects
 * @param {Write} write
 * @returns {Promise<Count>}
 */
async function vitest(projects, write) {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-'));
  const file = join(folder, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const named = projects.flatMap((project) => ['--project', project]);
    const args = ['run', ...named, '--silent=passed-only', ...reporters];
    const code = await runProgram('vitest', args, { write });
    return countTests(resultsIn(file), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @returns {TestFile[]} none where the run ended before it wrote any
 */
function resultsIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).testResults;
  } catch {
    return [];
  }
}

/**
 * Counts the tests of a run. A file that could not be read, and a run that failed although each of its tests passed,
 * count as one failure: no red run is ever reported as green. A skipped test counts as neither.
 * @param {readonly TestFile[]} files
 * @param {number} exitCode of the whole run
 * @returns {Count}
 */
export function countTests(files, exitCode) {
  const having = (/** @type {string} */ status) =>
    files.flatMap((file) => file.assertionResults).filter((test) => test.status === status).length;
  const broken = files.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const passed = having('passed');
  const failed = having('failed') + broken;
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/**
 * Runs phases one after the other; the lanes of a phase run side by side, the steps of a lane one after the other, also
 * past a failure. What a step prints is shown when it ends; meanwhile a line says what is at work. At the end it says
 * how many passed; the last line is for programs to read.
 * @param {readonly (readonly (readonly Step[])[])[]} phases
 * @returns {Promise<0 | 1>} the exit code
 */
export async function report(phases) {
  const sum = { passed: 0, failed: 0 };
  /** @type {string[]} */
  const lines = [];
  /** @type {Map<string, number>} */
  const atWork = new Map();
  const begun = Date.now();
  const seconds = (/** @type {number} */ since) => Math.round((Date.now() - since) / 1000);
  const clock = setInterval(() => {
    const names = [...atWork].map(([name, since]) => `${name} (${seconds(since)} s)`);
    console.log(`${seconds(begun)} s: ${names.join(', ')} …`);
  }, PAUSE);

  /** @param {readonly Step[]} lane */
  async function runLane(lane) {
    for (const { name, run } of lane) {
      const since = Date.now();
      atWork.set(name, since);
      let printed = '';
      const { passed, failed } = await run((text) => (printed += text));
      atWork.delete(name);
      sum.passed += passed;
      sum.failed += failed;
      const line = `${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed, ${seconds(since)} s`;
      lines.push(line);
      console.log(`\n— ${line}\n${printed.trimEnd()}`);
    }
  }

  try {
    for (const lanes of phases) await Promise.all(lanes.map(runLane));
  } finally {
    clearInterval(clock);
  }
  console.log(`\n${lines.join('\n')}\n${seconds(begun)} s`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 ? 0 : 1;
}
