import { nameOf } from './things.ts';
import type { State, Stated, Thing } from './things.ts';

/** Which cells of a row name words, and of which kind; some name several, with a semicolon between them. */
const NAMES: Partial<Record<Thing, Readonly<Record<string, Thing>>>> = {
  figure: {
    measure: 'measure',
    population: 'population',
    origin: 'place',
    place: 'place',
    definition: 'definition',
    caveats: 'caveat',
  },
  source: { publisher: 'publisher', caveats: 'caveat' },
  definition: {
    publisher: 'publisher',
    measures: 'measure',
    replaces: 'definition',
    caveats: 'caveat',
  },
  break: { before: 'definition', after: 'definition', places: 'place' },
  measure: { caveats: 'caveat' },
  population: { part_of: 'population' },
  place: { part_of: 'place' },
};

/** What of the seeds is a word: another situation can use it too. */
export const WORDS: ReadonlySet<Thing> = new Set([
  'measure',
  'population',
  'place',
  'publisher',
  'caveat',
  'definition',
  'break',
]);

/**
 * The words that a situation uses: those its figures, publications and plan name, those that were corrected in its
 * record, and those that these name in turn. A break is used when a definition on either side of it is, and a definition
 * when it replaces one that is.
 * @param stated everything the seeds say that this situation can read
 * @param withdrawn states of figures that are not shown any more, whose pages still say what they were
 * @param plan the text of `situation.yaml`, in which words are named by their ids
 * @param corrected names of what the record of corrections speaks of
 * @returns their names, as `nameOf` writes them
 */
export function usedWords(
  stated: readonly Stated[],
  withdrawn: readonly State[],
  plan: string,
  corrected: readonly string[],
): ReadonlySet<string> {
  const words = new Map(
    stated.filter(({ thing }) => WORDS.has(thing)).map((one) => [nameOf(one.thing, one.id), one]),
  );
  const used = new Set<string>();
  const open: { readonly thing: Thing; readonly state: State }[] = [
    ...stated.filter(({ thing }) => !WORDS.has(thing)),
    ...withdrawn.map((state) => ({ thing: 'figure' as const, state })),
  ];
  const use = (name: string) => {
    const word = words.get(name);
    if (!word || used.has(name)) return;
    used.add(name);
    open.push(word);
  };
  for (const name of corrected) use(name);
  const planned = new Set(plan.match(/[\w-]+/g));
  for (const [name, { thing, id }] of words)
    if (planned.has(id) && thing !== 'caveat' && thing !== 'break') use(name);
  const isUsed = (rules = '') =>
    rules.split(';').some((rule) => used.has(nameOf('definition', rule)));
  for (;;) {
    for (let one = open.pop(); one; one = open.pop())
      for (const [column, thing] of Object.entries(NAMES[one.thing] ?? {}))
        for (const id of (one.state[column] ?? '').split(';')) use(nameOf(thing, id));
    for (const [name, { state }] of words)
      if (isUsed(state['replaces']) || isUsed(state['before']) || isUsed(state['after'])) use(name);
    if (open.length === 0) return used;
  }
}
