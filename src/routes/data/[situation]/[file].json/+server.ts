import { crossingsJson } from '#lib/downloads/crossings-json.ts';
import { mediaTypes } from '#lib/downloads/data/file-kinds.ts';
import { dataPackageFile, type Get } from '#lib/pages/data-files.ts';
import { fileIn } from '#lib/pages/file-in.ts';
import { getFor } from '#lib/pages/get.ts';
import { libraryOf } from '#lib/pages/situations.ts';
import { summariesOf } from '#lib/pages/summary.ts';
import type { RequestHandler } from './$types';

const type = mediaTypes['json'] ?? '';
type Write = (situation: string, get: Get) => string | Promise<string>;

/**
 * Of a situation: the descriptor of its files; its publication days, of which the form "go to a day" finds the last one not
 * later; and the figures behind the chart of the summary, with the days from and until which each one applies.
 */
const files: Record<string, { type: string; write: Write }> = {
  datapackage: { type, write: (situation, get) => dataPackageFile(get, situation) },
  days: { type, write: (situation) => JSON.stringify(summariesOf(situation).days) },
  crossings: {
    type,
    write: (situation) => crossingsJson(libraryOf(situation), summariesOf(situation).days),
  },
};

export const GET: RequestHandler = (event) =>
  fileIn(files, event.params.file, (write) => write(event.params.situation, getFor(event)));
