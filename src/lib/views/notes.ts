import type { Caveat, Definition, Figure, Source } from '#lib/records/model.ts';
import { mergedCaveats } from '#lib/records/caveats.ts';

/**
 * The numbered notes of one page: its caveats, the gravest first, then its definitions, then its sources.
 * `numbers` maps the key of a note (`c-<code>`, `d-<id>`, `s-<id>`) to its number on that page, from 1.
 */
export interface Notes {
  readonly caveats: readonly Caveat[];
  readonly definitions: readonly Definition[];
  readonly sources: readonly Source[];
  readonly numbers: Readonly<Record<string, number>>;
}

export const caveatKey = (caveat: Caveat): string => `c-${caveat.code}`;
export const definitionKey = (definition: Definition): string => `d-${definition.id}`;
export const sourceKey = (source: Source): string => `s-${source.id}`;

/** The keys of everything that must travel with a figure, in the order of the notes. */
export const noteKeys = (figure: Figure): string[] => [
  ...figure.caveats.map(caveatKey),
  definitionKey(figure.definition),
  sourceKey(figure.source),
];

/** The keys of the notes that all of some figures have; of none no key. */
export function sharedKeys(figures: readonly Figure[]): ReadonlySet<string> {
  const [first = [], ...rest] = figures.map(noteKeys);
  return new Set(first.filter((key) => rest.every((keys) => keys.includes(key))));
}

/** The notes of all figures on a page and of further sources (of events, say), each note once. */
export function notesOf(figures: Iterable<Figure>, further: Iterable<Source> = []): Notes {
  const caveats = new Map<string, Caveat>();
  const definitions = new Map<string, Definition>();
  const sources = new Map<string, Source>();
  for (const figure of figures) {
    for (const caveat of figure.caveats) caveats.set(caveat.code, caveat);
    definitions.set(figure.definition.id, figure.definition);
    sources.set(figure.source.id, figure.source);
  }
  for (const source of further) {
    sources.set(source.id, source);
    for (const caveat of source.caveats) caveats.set(caveat.code, caveat);
  }
  const graver = mergedCaveats([...caveats.values()]);
  const keys = [
    ...graver.map(caveatKey),
    ...[...definitions.values()].map(definitionKey),
    ...[...sources.values()].map(sourceKey),
  ];
  return {
    caveats: graver,
    definitions: [...definitions.values()],
    sources: [...sources.values()],
    numbers: Object.fromEntries(keys.map((key, i) => [key, i + 1])),
  };
}
