import { mediaTypes } from '#lib/downloads/data/file-kinds.ts';
import { catalogueFile, indexFile, latestFile, turtleFile } from '#lib/pages/data-files.ts';
import { fileIn } from '#lib/pages/file-in.ts';
import { getFor } from '#lib/pages/get.ts';
import type { RequestHandler } from './$types';

/** The files about all data. */
const files = {
  'index.json': { type: mediaTypes['json'] ?? '', write: indexFile },
  'latest.json': { type: mediaTypes['json'] ?? '', write: latestFile },
  'dcat.jsonld': { type: mediaTypes['jsonld'] ?? '', write: catalogueFile },
  'dcat.ttl': { type: mediaTypes['ttl'] ?? '', write: turtleFile },
};

export const GET: RequestHandler = (event) =>
  fileIn(files, event.params.file, (write) => write(getFor(event)));
