import { refuseOldNode } from './node-version.js';

refuseOldNode();
test().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});

/**
 * Everything, from the format of the files to the printed sheet; the last line counts. With PROVE=1, as `npm run prove`
 * and a release say it, every address of the server and of an export is visited.
 */
async function test() {
  const { installIfNeeded } = await import('./install.js');
  const { root } = await import('./run.js');
  await installIfNeeded(root);
  const { browserTests, build, checks, pageTests, report, siteTests, unitTests } =
    await import('./steps.js');
  process.exitCode = await report([
    [checks, [build, unitTests]],
    [[siteTests], [pageTests]],
    [[browserTests]],
  ]);
}
