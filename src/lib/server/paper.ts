/** Whether the build makes the newest summary's sheets as a file: it says so when it has found a Chromium. */
export const makesPaper = process.env['MAKES_PAPER'] === 'yes';
