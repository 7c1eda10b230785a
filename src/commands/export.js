import { refuseOldNode } from './node-version.js';

refuseOldNode();
run(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);

const help = `npm run export -- [options]    the site as static files in build/

  --out FOLDER   where to; without it build
  --list         lists every kind of output with its count and reason, and writes nothing

PRECOMPRESS=br,gz adds compressed files for hosts that want them.
SITE_ADDRESS=https://example.org/path makes addresses on paper, in quotes, feeds and snippets whole.
BASE_PATH=/path is where the site will be served. SEEDS names another folder of seeds.
REVISIONS names the folder of the archives.`;

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function run(args) {
  const { parseArgs } = await import('node:util');
  const { values } = parseArgs({
    args,
    options: {
      out: { type: 'string', default: 'build' },
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const { installIfNeeded } = await import('./install.js');
  const { root } = await import('./run.js');
  await installIfNeeded(root);
  const { join, resolve } = await import('node:path');
  const { compressionsIn, exportSite, outputsOf } = await import('../server/export.js');
  const compressions = compressionsIn(process.env['PRECOMPRESS']);
  const { builtServer } = await import('../server/build.js');
  const folder = await builtServer(root, console.log);
  process.env['MODE'] = 'export';
  console.log('Reading the seeds …');
  const { openApp } = await import('../server/app.js');
  const app = await openApp(folder);
  const kinds = await outputsOf(app);
  if (values.list) {
    for (const { kind, reason, addresses, exported } of kinds)
      console.log(
        `${kind}: ${addresses.length} on a server, ${exported.length} in an export. ${reason}`,
      );
    return 0;
  }
  const { progressOf } = await import('./progress.js');
  const progress = progressOf('Writing');
  const { files, bytes } = await exportSite(app, resolve(values.out), {
    compressions,
    revisions: process.env['REVISIONS'] ?? join(root, 'revisions'),
    say: progress.at,
  });
  progress.end();
  console.log(`${files} files, ${(bytes / 1e6).toFixed(1)} MB in ${values.out}.`);
  if (!process.env['SITE_ADDRESS'])
    console.log(
      'Without SITE_ADDRESS: addresses on paper, in quotes, citations, feeds and snippets are not whole.',
    );
  return 0;
}
