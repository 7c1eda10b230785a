/**
 * The file, at the top of the seeds' folder, that is there from the moment on which a step that writes several files can
 * no longer be lost until all of them have their names: src/commands/journal.js. Hidden, so that no seed is made of it.
 */
export const JOURNAL = '.unfinished-step.json';
