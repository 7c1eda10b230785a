import { refuseOldNode } from './node-version.js';

refuseOldNode();
dev().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

/** Serves the site from its sources; a change of code or seeds reloads the page. */
async function dev() {
  const { installIfNeeded } = await import('./install.js');
  const { root, runProgram } = await import('./run.js');
  await installIfNeeded(root);
  process.exitCode = await runProgram('vite', ['dev', ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
}
