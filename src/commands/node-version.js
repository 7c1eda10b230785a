// The first thing every command runs. Written so that a Node of many years ago still reads it and can say what is
// wrong: nothing here or in what imports this file statically may need a newer one.

/**
 * Whether a Node of this version is too old, as package.json's `engines` puts it: 20.19, 22.12, or 24 and later.
 * @param {string} version as in `process.versions.node`
 */
export function isTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === 20) return minor < 19;
  if (major === 22) return minor < 12;
  return major < 24;
}

/** Ends the process with one sentence when Node is too old to run the rest. */
export function refuseOldNode() {
  if (!isTooOld(process.versions.node)) return;
  console.error(
    'Caveat needs Node 20.19, 22.12, or 24 and later; this is Node ' +
      process.versions.node +
      '. Please install a newer one from https://nodejs.org.',
  );
  process.exit(1);
}
