import { refuseOldNode } from './node-version.js';

refuseOldNode();
paper(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  },
);

const help = `npm run paper -- [options]    sheets of the site as tagged PDF

  --situation ID   such as ukraine-2022; without it the first
  --on DAY         the publication day, such as 2022-02-28; without it the newest
  --size A4        or Letter
  --without PARTS  parts to omit: counters,map,chart,claims,changes,events
  --notes short    names of caveats and definitions only, sources in full
  --out FILE       where to; with --all a folder
  --all            every publication day; files of this revision are not made again
  --jobs N         with --all: how many at once; without it 2

  npm run paper -- --on 2022-02-28 --size A4 --out summary.pdf
  npm run paper -- --all --out sheets/

It prints the site's sheets from the present seeds. No site needs to run.
Exit code 0: made. 1: not made, with the reason. 2: not understood.`;

/**
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function paper(args) {
  const { installIfNeeded } = await import('./install.js');
  const { root } = await import('./run.js');
  await installIfNeeded(root);
  const { readOptions } = await import('./paper-options.js');
  const { wanted, faults } = await readOptions(args);
  if (faults.length > 0) {
    console.error([...faults, '', help].join('\n'));
    return 2;
  }
  if (wanted.help) {
    console.log(help);
    return 0;
  }
  const { builtServer } = await import('../server/build.js');
  const { openApp } = await import('../server/app.js');
  const { openPress } = await import('./sheets.js');
  const { replaceFile } = await import('../lib/server/replace-file.js');
  // A browser ends with its process where that exits, as it does not by a signal alone.
  process.once('SIGINT', () => process.exit(130)).once('SIGTERM', () => process.exit(143));
  const app = await openApp(await builtServer(root, console.error));
  const press = await openPress(app, wanted.situation ?? undefined);
  try {
    const { situation, days, revision } = press;
    const day = wanted.on ?? days.at(-1) ?? '';
    if (!days.includes(day)) {
      const before = days.findLast((known) => known <= day);
      console.error(
        `No source was published on ${day}.${before ? ` What was known then is on the sheets of ${before}.` : ''}`,
      );
      return 1;
    }
    const address = (/** @type {string} */ of) => `/${situation}/print/on/${of}/${wanted.query}`;
    if (wanted.all) {
      const { printAll } = await import('./paper-all.js');
      return await printAll({ ...wanted, days, revision, address, press });
    }
    replaceFile(wanted.out, await press.print(address(day)));
    console.log(`Printed ${wanted.out}.`);
    return 0;
  } finally {
    await press.close();
  }
}
