import { isFootnotes, readFootnotes } from './formats/footnotes.ts';
import { isHapi, readHapi } from './formats/hapi.ts';
import { isHxl, readHxl, readTidy } from './formats/mapped.ts';
import { isOdpCsv, readOdpCsv } from './formats/odp-csv.ts';
import { isOdpJson, readOdpJson } from './formats/odp-json.ts';
import { isOdpTable, readOdpTable } from './formats/odp-table.ts';
import { isPopulation, readPopulation } from './formats/population.ts';
import { FORMATS, PLAIN_WRITING } from './model.ts';
import type { FileReading, FormatId, Opened, Understood, Wishes } from './model.ts';
import { ofFile } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import type { IntakeWords } from './words.ts';

interface Format {
  /** Why a file looks like this format, or null where it does not. */
  readonly is: (opened: Opened, words: IntakeWords) => string | null;
  readonly read: (opened: Opened, wishes: Wishes, words: IntakeWords) => Understood;
}

const READERS: Readonly<Record<FormatId, Format>> = {
  'odp-json': { is: isOdpJson, read: readOdpJson },
  'odp-csv': { is: isOdpCsv, read: readOdpCsv },
  'odp-table': { is: isOdpTable, read: (opened, _, words) => readOdpTable(opened, words) },
  population: { is: isPopulation, read: (opened, _, words) => readPopulation(opened, words) },
  footnotes: { is: isFootnotes, read: readFootnotes },
  hapi: { is: isHapi, read: readHapi },
  // HDX tags the second row of HAPI’s own tables: their header says more than the tags.
  hxl: { is: (opened) => (isHapi(opened) === null ? isHxl(opened) : null), read: readHxl },
  // Any table could be tidy: only a mapping makes it one.
  tidy: { is: () => null, read: readTidy },
};

/** A file by the format that was named, that its mapping names, or that its content shows. Two or none is a refusal. */
export function readFile(
  opened: Opened,
  wishes: Wishes,
  words: IntakeWords,
): FileReading | Refusal {
  const fitting = FORMATS.flatMap((id) => {
    const because = READERS[id].is(opened, words);
    return because === null ? [] : [{ id, because }];
  });
  const isNotes = fitting.some(({ id }) => id === 'footnotes');
  const named = isNotes ? null : (wishes.mapping?.format ?? wishes.format);
  const [first, second] = fitting;
  if (named !== null && named !== 'tidy' && !fitting.some(({ id }) => id === named)) {
    const found = first === undefined ? 'something else' : `${first.id} (${first.because})`;
    return ofFile(`expected ${named}, as named, found ${found}; name another format or none`);
  }
  if (named === null && second !== undefined && first !== undefined) {
    return ofFile(
      `expected one format, found ${first.id} (${first.because}) and ${second.id} (${second.because}); name the one that is meant`,
    );
  }
  const id = named ?? first?.id;
  if (id === undefined) {
    // A mapping reads tables alone.
    const wayOut =
      opened.json === null
        ? 'name its format, or read it through a mapping as tidy (--mapping FILE)'
        : 'download the same as a table (CSV) and read it through a mapping as tidy (--mapping FILE)';
    return ofFile(
      `expected one of ${FORMATS.join(', ')}, found ${opened.json === null ? 'a file' : 'JSON'} like none of them; ${wayOut}`,
    );
  }
  const because =
    wishes.mapping !== null && named !== null
      ? 'its mapping says so'
      : named !== null
        ? 'it was named'
        : (first?.because ?? '');
  const understood = READERS[id].read(opened, wishes, words);
  return {
    file: opened.name,
    format: id,
    because,
    unit: 'line',
    encoding: opened.encoding,
    separator: opened.separator,
    lines:
      opened.lines ?? (opened.json === null ? opened.rows.length : understood.statements.length),
    passed: new Map(),
    proposals: {},
    footnotes: [],
    writing: PLAIN_WRITING,
    ...understood,
  };
}
