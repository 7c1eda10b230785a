import type { Caveat, Definition, Figure, Source } from '#lib/records/model.ts';
import { SHEET_PARTS, type SheetPart } from '#lib/values/sheet-choice.ts';
import { blocksOf } from './counter-blocks.ts';
import { caveatKey, definitionKey, noteKeys, notesOf, sourceKey, type Notes } from './notes.ts';
import { groupsOf } from './groups.ts';
import type { Since } from './since.ts';
import type { Change, ShownCounter, Summary } from './summary.ts';

/** One numbered note, and the parts in which its number stands; `always`: also where nothing can be left out. */
export type SheetNote = {
  readonly key: string;
  readonly number: number;
  readonly parts: readonly (SheetPart | 'always')[];
} & (
  | { readonly kind: 'caveat'; readonly caveat: Caveat }
  | { readonly kind: 'definition'; readonly definition: Definition }
  | { readonly kind: 'source'; readonly source: Source }
);

/** A summary as it is set on paper. */
export interface Sheet {
  /** Counters that are not on the map, with what stands in their own document alone. */
  readonly counters: readonly ShownCounter[];
  /** What others say, and parts and values that stand in other documents: by counter, without those that have none. */
  readonly others: readonly ShownCounter[];
  readonly changes: readonly Change[];
  /** What became of the figures of the sheet since; of those alone. */
  readonly since: readonly Since[];
  /** In the order of first use; each once. */
  readonly order: readonly SheetNote[];
  /** Their numbers, for the references. */
  readonly notes: Notes;
}

/**
 * Numbers the notes of a sheet in the order in which they are first used, so that whoever reads down the sheet meets
 * 1, 2, 3. Numbers do not depend on what is left out: two sheets of one day that differ in their parts can be compared.
 * The list of what became of its figures since names such notes as there are, and is never left out.
 */
export function sheetOf(
  summary: Summary,
  changes: readonly Change[],
  since: readonly Since[],
): Sheet {
  const onMap = new Set(summary.flows.map(({ standing }) => standing.figure.id));
  const isFlow = ({ headline }: ShownCounter) => headline !== null && onMap.has(headline.figure.id);
  const counters = summary.counters.filter((counter) => !isFlow(counter));
  const others = summary.counters.filter((counter) => otherFigures(counter).length > 0);
  const used: Record<SheetPart, { figures: readonly Figure[]; sources?: readonly Source[] }> = {
    counters: { figures: counters.flatMap((counter) => ownFigures(counter, summary)) },
    map: { figures: summary.flows.map(({ standing }) => standing.figure) },
    chart: { figures: chartEnds(summary) },
    claims: { figures: others.flatMap(otherFigures) },
    changes: { figures: changedFigures(changes) },
    events: { figures: [], sources: summary.events.map(({ source }) => source) },
  };
  const shown = new Set(
    [used.counters, used.map, used.chart, used.claims].flatMap(({ figures }) =>
      figures.map(({ id }) => id),
    ),
  );
  const became = since.filter(({ then }) => shown.has(then.id));
  const named = became.flatMap(({ then, now }) => (now ? [then, now] : [then]));
  const order = numbered(used, new Set(named.flatMap(noteKeys)));
  const all = SHEET_PARTS.map((part) => used[part]);
  const notes = notesOf(
    all.flatMap(({ figures }) => figures),
    all.flatMap(({ sources = [] }) => sources),
  );
  const numbers = Object.fromEntries(order.map(({ key, number }) => [key, number]));
  return {
    counters: counters.map(alone),
    others,
    changes,
    since: became,
    order,
    notes: { ...notes, numbers },
  };
}

/** The newest number of each line, which its end is. */
export function chartEnds({ chart }: Pick<Summary, 'chart'>): Figure[] {
  return chart.flatMap(({ segments }) =>
    segments.flatMap(({ points }) => points.at(-1)?.figure ?? []).slice(-1),
  );
}

/** In the order in which they are set: what stood before newer figures, then old and new value of each revision. */
function changedFigures(changes: readonly Change[]): Figure[] {
  const of = (kind: Change['kind']) => changes.filter((change) => change.kind === kind);
  return [
    ...groupsOf(of('update').map(({ before }) => before)).flatMap(({ all }) => all),
    ...of('revision').flatMap(({ before, now }) => [before, now]),
  ];
}

function alone(counter: ShownCounter): ShownCounter {
  const { figure, within } = blocksOf(counter);
  return {
    ...counter,
    headline: figure ? { figure, alsoSaid: [] } : null,
    parts: counter.parts.filter(({ standing }) => within.includes(standing.figure)),
    claims: [],
  };
}

/** The headline, its parts, and the numbers of an earlier and of a later date that are shown beside it. */
function ownFigures(counter: ShownCounter, { lower, later }: Summary): Figure[] {
  const { figure, within } = blocksOf(counter);
  if (!figure) return [];
  const beside = [lower.get(figure.id)?.other, later.get(figure.id)];
  return [figure, ...within, ...beside.flatMap((one) => one ?? [])];
}

function otherFigures(counter: ShownCounter): Figure[] {
  const { elsewhere, also, claims } = blocksOf(counter);
  return [...elsewhere, ...also, ...claims].flatMap(({ all }) => all);
}

type Noted = SheetNote extends infer Note
  ? Note extends unknown
    ? Omit<Note, 'number' | 'parts'>
    : never
  : never;

function numbered(
  used: Readonly<Record<SheetPart, { figures: readonly Figure[]; sources?: readonly Source[] }>>,
  always: ReadonlySet<string>,
): SheetNote[] {
  const found = new Map<string, { note: Noted; parts: Set<SheetPart> }>();
  const use = (part: SheetPart, note: Noted) => {
    const held = found.get(note.key) ?? { note, parts: new Set() };
    held.parts.add(part);
    found.set(note.key, held);
  };
  for (const part of SHEET_PARTS) {
    for (const figure of used[part].figures) for (const note of notesOn(figure)) use(part, note);
    for (const source of used[part].sources ?? []) {
      for (const caveat of source.caveats)
        use(part, { key: caveatKey(caveat), kind: 'caveat', caveat });
      use(part, { key: sourceKey(source), kind: 'source', source });
    }
  }
  return [...found.values()].map(
    ({ note, parts }, i) =>
      ({
        ...note,
        number: i + 1,
        parts: [...parts, ...(always.has(note.key) ? ['always'] : [])],
      }) as SheetNote,
  );
}

/** In the order of `noteKeys`. */
function notesOn(figure: Figure): Noted[] {
  const { caveats, definition, source } = figure;
  const notes: Noted[] = [
    ...caveats.map((caveat) => ({ key: caveatKey(caveat), kind: 'caveat' as const, caveat })),
    { key: definitionKey(definition), kind: 'definition', definition },
    { key: sourceKey(source), kind: 'source', source },
  ];
  return noteKeys(figure).flatMap((key) => notes.find((note) => note.key === key) ?? []);
}
