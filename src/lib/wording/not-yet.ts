/** Why a file is not there yet, and when to ask again. */
export function notYetText(reason: 'full' | 'slow' | 'stopped', seconds: number): string {
  const why = {
    full: 'Too many files are being made at the moment.',
    slow: 'This file is still being made.',
    stopped: 'This file could not be made in time.',
  }[reason];
  return `${why} Please try again in ${String(seconds)} seconds.`;
}
