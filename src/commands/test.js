import { refuseOldNode } from './node-version.js';

refuseOldNode();
test().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});

/** Everything, from the format of the files to the printed sheet; the last line counts. */
async function test() {
  const { installIfNeeded } = await import('./install.js');
  const { root } = await import('./run.js');
  await installIfNeeded(root);
  const { build, builtTests, checks, report, unitTests } = await import('./steps.js');
  process.exitCode = await report([...checks, unitTests, build, builtTests]);
}
