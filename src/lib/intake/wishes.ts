import { BadValue, badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { parseDay } from '#lib/values/day.ts';
import type { Day } from '#lib/values/day.ts';
import { parseIdentifier } from '#lib/values/identifier.ts';
import { parsePublished } from '#lib/values/published.ts';
import { decidedCaveats } from '#lib/records/caveats.ts';
import type { Faults } from '#lib/records/fault.ts';
import { readMapping } from '#lib/records/mapping.ts';
import { ENCODINGS } from './decoding.ts';
import { FORMATS } from './model.ts';
import type { Wishes } from './model.ts';
import type { IntakeWords } from './words.ts';
import { NOT_GIVEN } from './write-plan.ts';
import type { SourceCells } from './write-plan.ts';

/** The flags of the command, as they were typed. */
export interface Flags {
  readonly source?: string;
  readonly publisher?: string;
  readonly title?: string;
  readonly address?: string;
  readonly published?: string;
  readonly retrieved?: string;
  readonly licence?: string;
  readonly redistribution?: string;
  readonly kind?: string;
  readonly relayOf?: string;
  readonly sourceCaveats?: string;
  readonly place?: string;
  readonly group?: string;
  readonly definition?: string;
  readonly measure?: string;
  readonly population?: string;
  readonly asOf?: string;
  readonly encoding?: string;
  readonly caveats?: string;
  readonly accept?: readonly string[];
  readonly footnote?: readonly string[];
}

export interface Asked {
  readonly wishes: Wishes;
  /** Cells of a new row in sources.csv; null where the source is listed. */
  readonly source: SourceCells | null;
}

/** What was asked for, or all that is wrong with how it was asked. */
export function wishesOf(
  format: string | null,
  flags: Flags,
  mappingText: string | null,
  words: IntakeWords,
  today: Day,
): Asked | { readonly usage: readonly string[] } {
  const usage: string[] = [];
  const read = <T>(
    flag: string,
    text: string | undefined,
    parse: (text: string) => T,
  ): T | null => {
    if (text === undefined) return null;
    try {
      return parse(text);
    } catch (cause) {
      if (!(cause instanceof BadValue)) throw cause;
      usage.push(`--${flag}: ${cause.message}`);
      return null;
    }
  };
  const known =
    <T>(find: (text: string) => T) =>
    (text: string): string => {
      find(text);
      return text;
    };
  const { lists, library } = words;
  const faults: Faults = [];
  const mapping = mappingText === null ? null : readMapping('mapping', mappingText, lists, faults);
  usage.push(...faults.map(({ message }) => message));
  if (mapping !== null && flags.source !== undefined && mapping.source !== flags.source) {
    usage.push(
      `--mapping: ${badValue(`a mapping of ${flags.source}`, mapping.source, 'a mapping belongs to one source').message}`,
    );
  }
  const source = read('source', flags.source ?? mapping?.source, parseIdentifier) ?? '';
  const listed = library.sources.find(({ id }) => id === source);
  const published = read('published', flags.published, (text) =>
    parsePublished(text === NOT_GIVEN ? '' : text),
  );
  const retrieved = read('retrieved', flags.retrieved, parseDay);
  const footnotes = new Map<number, string>();
  for (const text of flags.footnote ?? []) {
    const [, number = '', code = ''] = /^(\d+)=(.+)$/.exec(text) ?? [];
    read('footnote', text, () => {
      if (number === '') throw badValue('a number and a decision (3=CODE, 3=none)', text);
      if (code !== 'none') decidedCaveats(lists.caveats)(code);
      footnotes.set(Number(number), code);
    });
  }
  if (retrieved !== null && retrieved > today) {
    usage.push(
      `--retrieved: ${badValue(`a day until ${today}`, retrieved, 'write the day on which it was read').message}`,
    );
  }
  if (listed !== undefined) {
    for (const flag of [
      'title',
      'address',
      'published',
      'retrieved',
      'licence',
      'redistribution',
      'kind',
      'publisher',
      'relayOf',
      'sourceCaveats',
    ] as const) {
      if (flags[flag] === undefined) continue;
      usage.push(
        `--${flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${source} is listed in sources.csv already; leave the flag out, or correct its row there`,
      );
    }
  }
  const wishes: Wishes = {
    source,
    mapping,
    footnotes,
    format:
      format === null
        ? null
        : (read('format', format, (text) => parseChoice(text, FORMATS)) ?? null),
    place: read('place', flags.place, known(lists.places.find)),
    group: flags.group ?? null,
    definition: read('definition', flags.definition, known(lists.definitions.find)),
    measure: read('measure', flags.measure, known(lists.measures.find)),
    population: read('population', flags.population, known(lists.populations.find)),
    asOf: read('as-of', flags.asOf, parseDay),
    caveats: read('caveats', flags.caveats, (text) => {
      decidedCaveats(lists.caveats)(text);
      return text;
    }),
    encoding: read('encoding', flags.encoding, (text) => parseChoice(text, ENCODINGS)),
    accept: (flags.accept ?? []).flatMap(
      (text) => read('accept', text, known(lists.places.find)) ?? [],
    ),
    published: listed?.published ?? published ?? { kind: 'undated' },
    retrieved: listed?.retrieved ?? retrieved ?? today,
  };
  if (usage.length > 0) return { usage };
  return { wishes, source: listed === undefined ? cellsOf(flags) : null };
}

function cellsOf(flags: Flags): SourceCells {
  return {
    publisher: flags.publisher ?? '',
    title: flags.title ?? '',
    kind: flags.kind ?? '',
    address: flags.address ?? '',
    published: flags.published ?? '',
    retrieved: flags.retrieved ?? '',
    relay_of: flags.relayOf ?? '',
    licence: flags.licence ?? '',
    redistribution: flags.redistribution ?? '',
    caveats: flags.sourceCaveats ?? '',
  };
}
