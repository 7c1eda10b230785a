import { refuseOldNode } from './node-version.js';

refuseOldNode();
build().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

/** Builds the site into build/ and lays the compressed texts beside it. */
async function build() {
  const { rmSync } = await import('node:fs');
  const { join } = await import('node:path');
  const { installIfNeeded } = await import('./install.js');
  const { root, runCommand, runProgram } = await import('./run.js');
  await installIfNeeded(root);
  const folder = join(root, 'build');
  // A failed build leaves no older site behind that could be taken for it.
  rmSync(folder, { recursive: true, force: true });
  // The bytes depend on the seeds and the code alone, not on where or in what language they are built.
  const env = { ...process.env, TZ: 'UTC', LANG: 'C', LC_ALL: 'C', NODE_ENV: 'production' };
  // Here every fault is a line of its own; thrown inside the build it would be followed by a stack.
  if ((await runCommand('seeds', ['check'])) !== 0)
    throw new Error('Not built: mend the seeds first.');
  const code = await runProgram('vite', ['build', '--logLevel', 'warn'], { env });
  if (code !== 0) throw new Error('The build stopped: see what it says above.');
  const { compress } = await import('./compress.js');
  const { makeDataFiles, keepRevisions } = await import('./data-files.js');
  const data = await makeDataFiles(folder);
  const { files, bytes, brotli } = await compress(folder);
  const kept = keepRevisions(folder);
  const inMegabytes = (/** @type {number} */ size) => `${(size / 1e6).toFixed(1)} MB`;
  console.log(
    `Built into build/: ${files} texts, ${inMegabytes(bytes)}, compressed ${inMegabytes(brotli)}.`,
  );
  console.log(
    `Data: ${data.files} files, ${inMegabytes(data.bytes)}; ${kept} further names under their revision.`,
  );
  if (!process.env['SITE_ADDRESS'])
    console.log(
      'Without SITE_ADDRESS: addresses on paper, in quotes, citations, snippets and cards are not whole.',
    );
}
