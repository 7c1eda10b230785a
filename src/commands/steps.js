import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runCommand, runProgram } from './run.js';

/**
 * @typedef {{ passed: number, failed: number }} Count
 * @typedef {{ name: string, run: () => Promise<Count> }} Step
 * @typedef {{ status: string, assertionResults: readonly { status: string }[] }} TestFile
 */

/**
 * A step that either passes or fails.
 * @param {string} name
 * @param {() => Promise<number>} program gives its exit code
 * @returns {Step}
 */
const one = (name, program) => ({
  name,
  run: async () => ((await program()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }),
});

/** @type {readonly Step[]} */
export const checks = [
  one('format', () => runProgram('prettier', ['--check', '.'])),
  one('lint', async () => (await sync()) || (await runProgram('eslint', ['.']))),
  one('types', async () => {
    const flags = ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'];
    return (await sync()) || (await runProgram('svelte-check', flags));
  }),
  one('seeds', () => runCommand('seeds', ['check'])),
];

/** @type {Step} */
export const unitTests = { name: 'unit tests', run: () => vitest('unit') };

/** @type {Step} */
export const build = one('build', () => runCommand('build'));

/** @type {Step} */
export const builtTests = {
  name: 'built site, browser and paper',
  run: async () => {
    if (existsSync(join(root, 'build/index.html'))) return vitest('built');
    console.log('Not run: there is no built site.');
    return { passed: 0, failed: 1 };
  },
};

/** SvelteKit's part of the configuration, which lint and types read and a fresh checkout lacks. */
const sync = () => runProgram('kit', ['sync']);

/**
 * @param {string} project
 * @returns {Promise<Count>}
 */
async function vitest(project) {
  const folder = mkdtempSync(join(tmpdir(), 'caveat-'));
  const file = join(folder, 'results.json');
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  try {
    const code = await runProgram('vitest', ['run', '--project', project, ...reporters]);
    const { testResults } = existsSync(file)
      ? /** @type {{ testResults: TestFile[] }} */ (JSON.parse(readFileSync(file, 'utf8')))
      : { testResults: [] };
    return countTests(testResults, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
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
 * Runs one step after the other, also past a failure, and says at the end how many passed; the last line is for
 * programs to read.
 * @param {readonly Step[]} steps
 * @returns {Promise<0 | 1>} the exit code
 */
export async function report(steps) {
  const sum = { passed: 0, failed: 0 };
  const lines = [];
  for (const { name, run } of steps) {
    console.log(`\n— ${name}`);
    const { passed, failed } = await run();
    sum.passed += passed;
    sum.failed += failed;
    lines.push(`${failed === 0 ? 'ok    ' : 'FAILED'} ${name}: ${passed} passed, ${failed} failed`);
  }
  console.log(`\n${lines.join('\n')}`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 ? 0 : 1;
}
