import { parse } from 'csv-parse/sync';
import { bench, describe } from 'vitest';
import { readMapping } from '#lib/records/mapping.ts';
import { readLibrary } from '#lib/records/library.ts';
import { TODAY, intakeSeeds, mappingFor } from '../../../tests/support/intake-seeds.ts';
import { Sieve } from './sieve.ts';
import { intakeWords } from './words.ts';

/** A tidy file of 200 MB, a piece of which is made once and pushed over and over. */
const ROWS_A_PIECE = 4_500;
const PIECES = 800;
const HEADER = 'row,country,date,kind,individuals,note\n';

const piece = [...Array(ROWS_A_PIECE).keys()]
  .map(
    (n) =>
      `${1_000_000 + n},Westland,2034-03-09,${n === 0 ? 'total' : 'part'},${1_000 + n},"a note, quoted"\n`,
  )
  .join('');
const bytes = new TextEncoder().encode(piece);
const megabytes = Math.round((bytes.length * PIECES) / 1e6);

const seeds = intakeSeeds();
const { library } = readLibrary(seeds, TODAY);
if (library === null) throw new Error('The made-up seeds have a fault.');
const { lists } = intakeWords(library, seeds);
const mapping = readMapping('m', mappingFor('later', 'where: {kind: total}\n'), lists, []);
if (mapping === null) throw new Error('The made-up mapping has a fault.');

let peak = 0;

describe(`a tidy file of ${megabytes} MB; at least 10 MB/s in bounded memory`, () => {
  bench(
    'sifted by its mapping, piece by piece',
    () => {
      const sieve = new Sieve('f', mapping, null);
      sieve.push(new TextEncoder().encode(HEADER));
      for (let n = 0; n < PIECES; n += 1) {
        sieve.push(bytes);
        if (n % 50 === 0) peak = Math.max(peak, process.memoryUsage.rss());
      }
      sieve.push(new Uint8Array(), true);
      const { rows, dropped = 0 } = sieve.end();
      if (rows.length !== PIECES + 1 || dropped !== PIECES * (ROWS_A_PIECE - 1))
        throw new Error('Rows were lost.');
      console.log(`highest memory so far: ${Math.round(peak / 1e6)} MB`);
    },
    { iterations: 2, warmupIterations: 0, time: 0, warmupTime: 0 },
  );
  bench(
    'the same rows by csv-parse, a piece at a time',
    () => {
      for (let n = 0; n < PIECES; n += 1) parse(piece, { relax_column_count: true });
    },
    { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 },
  );
});
