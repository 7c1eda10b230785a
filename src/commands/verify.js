import { refuseOldNode } from './node-version.js';

refuseOldNode();
verify().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

/** What to run before a commit: everything that needs no browser. */
async function verify() {
  const { installIfNeeded } = await import('./install.js');
  const { root } = await import('./run.js');
  await installIfNeeded(root);
  const { build, checks, report, unitTests } = await import('./steps.js');
  process.exitCode = await report([[checks, [build, unitTests]]]);
}
