import type { Caveat, Definition, Figure, Source } from '#lib/records/model.ts';
import type { SheetPart } from '#lib/values/sheet-choice.ts';
import { blocksOf } from './counter-blocks.ts';
import {
  caveatKey,
  definitionKey,
  noteKeys,
  notesOf,
  sharedKeys,
  sourceKey,
  type Notes,
} from './notes.ts';
import { groupsOf } from './groups.ts';
import { leadOf, type LeadSentence } from './lead.ts';
import { saysOf } from './says.ts';
import { isUnseen } from './unseen.ts';
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

/** Who says what, as it stands on the first sheet. */
export interface SheetSays {
  /** By counter and by whom they count, in fixed order. */
  readonly groups: readonly {
    readonly counter: string;
    readonly population: string;
    readonly figures: readonly Figure[];
  }[];
  /** How many others say something that has no place there. */
  readonly left: number;
  /** Notes that are named once for many, in the order in which they are: of those that bear a mark, and of all. */
  readonly shared: readonly {
    readonly of: SaysMark | 'all';
    readonly figures: readonly Figure[];
    readonly keys: ReadonlySet<string>;
  }[];
}

/** What a mark beside a speaker says: its part in the conflict, or where its number was read. */
export type SaysMark = 'party-office' | 'relay';

/** Whether a figure bears a mark. */
export const bears: Readonly<Record<SaysMark | 'all', (figure: Figure) => boolean>> = {
  'party-office': ({ definition }) => definition.publisher.isParty,
  relay: isUnseen,
  all: () => true,
};

/** A summary as it is set on paper. */
export interface Sheet {
  /** Of the counters those on the first sheet, and those behind it. */
  readonly first: readonly ShownCounter[];
  readonly rest: readonly ShownCounter[];
  /** What the first sheet begins with. */
  readonly lead: readonly LeadSentence[];
  readonly says: SheetSays;
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

/** Counters of one row of the first sheet; with nothing to tell of who says what there is room for a second. */
const IN_A_ROW = 4;
/** Lines of who says what, heads included: as many as the first sheet has room for. */
const LINES = 16;

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
  const flows = new Set(summary.flows.map(({ standing }) => standing.figure.id));
  const isFlow = ({ headline }: ShownCounter) => headline !== null && flows.has(headline.figure.id);
  const counters = summary.counters.filter((counter) => !isFlow(counter));
  const others = summary.counters.filter((counter) => otherFigures(counter).length > 0);
  const lead = leadOf(counters);
  const says = saysOnFirst(counters);
  const onFirst = says.groups.length > 0 ? IN_A_ROW : 2 * IN_A_ROW;
  const [first, rest] = [counters.slice(0, onFirst), counters.slice(onFirst)];
  const own = (of: readonly ShownCounter[]) => of.flatMap((one) => ownFigures(one, summary));
  const onMap = summary.flows.flatMap(({ standing: { figure } }) => [
    figure,
    ...besideOf(figure, summary),
  ]);
  const used: readonly Use[] = [
    {
      part: 'counters',
      figures: lead.flatMap(({ items }) => items.map(({ figure }) => figure)),
    },
    { part: 'counters', figures: own(first) },
    {
      part: 'map',
      figures: onMap,
      first: [sharedKeys(summary.flows.map(({ standing }) => standing.figure))],
    },
    {
      part: 'claims',
      figures: says.groups.flatMap(({ figures }) => figures),
      first: says.shared.map(({ keys }) => keys),
    },
    { part: 'counters', figures: own(rest) },
    { part: 'chart', figures: chartEnds(summary) },
    { part: 'claims', figures: others.flatMap(otherFigures) },
    { part: 'changes', figures: changedFigures(changes) },
    { part: 'events', figures: [], sources: summary.events.map(({ source }) => source) },
  ];
  const shown = new Set(
    used
      .filter(({ part }) => part !== 'changes')
      .flatMap(({ figures }) => figures.map(({ id }) => id)),
  );
  const became = since.filter(({ then }) => shown.has(then.id));
  const named = became.flatMap(({ then, now }) => (now ? [then, now] : [then]));
  const order = numbered(used, new Set(named.flatMap(noteKeys)));
  const notes = notesOf(
    used.flatMap(({ figures }) => figures),
    used.flatMap(({ sources = [] }) => sources),
  );
  const numbers = Object.fromEntries(order.map(({ key, number }) => [key, number]));
  return {
    counters: counters.map(alone),
    first: first.map(alone),
    rest: rest.map(alone),
    lead,
    says,
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
function ownFigures(counter: ShownCounter, summary: Summary): Figure[] {
  const { figure, within } = blocksOf(counter);
  return figure ? [figure, ...within, ...besideOf(figure, summary)] : [];
}

/** The numbers of an earlier and of a later date that are shown beside one. */
const besideOf = ({ id }: Figure, { lower, later }: Summary): Figure[] =>
  [lower.get(id)?.other, later.get(id)].flatMap((one) => one ?? []);

/** What several say about the counters, in fixed order, as far as the sheet has room. */
function saysOnFirst(counters: readonly ShownCounter[]): SheetSays {
  const groups: { counter: string; population: string; figures: Figure[] }[] = [];
  let lines = 0;
  let left = 0;
  for (const { counter, groups: parts } of counters.flatMap((one) => saysOf(one) ?? []))
    for (const { population, claims } of parts) {
      // Where nobody else counts these people, the counter itself says all.
      if (claims.length === 1 && claims[0]?.figure === counter.headline?.figure) continue;
      const room = Math.max(LINES - lines - 1, 0);
      const figures = claims.slice(0, room).map(({ figure }) => figure);
      left += claims.length - figures.length;
      if (figures.length === 0) continue;
      lines += figures.length + 1;
      groups.push({ counter: counter.plan.label, population: population.phrase, figures });
    }
  return { groups, left, shared: sharedIn(groups.flatMap(({ figures }) => figures)) };
}

/** The notes that all of these share, and of those with a mark the further ones that they do. */
function sharedIn(figures: readonly Figure[]): SheetSays['shared'] {
  const ofAll = sharedKeys(figures);
  return (['party-office', 'relay', 'all'] as const).flatMap((of) => {
    const own = figures.filter(bears[of]);
    const keys = [...sharedKeys(own)].filter((key) => of === 'all' || !ofAll.has(key));
    return own.length === 0 ? [] : [{ of, figures: own, keys: new Set(keys) }];
  });
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

/** Where figures and sources of events are named: in the order in which they are set. */
interface Use {
  readonly part: SheetPart;
  readonly figures: readonly Figure[];
  readonly sources?: readonly Source[];
  /** Keys of notes that are named once above them, a set for each place. */
  readonly first?: readonly ReadonlySet<string>[];
}

function numbered(used: readonly Use[], always: ReadonlySet<string>): SheetNote[] {
  const found = new Map<string, { note: Noted; parts: Set<SheetPart> }>();
  const use = (part: SheetPart, note: Noted) => {
    const held = found.get(note.key) ?? { note, parts: new Set() };
    held.parts.add(part);
    found.set(note.key, held);
  };
  for (const { part, figures, sources = [], first = [] } of used) {
    const notes = figures.flatMap(notesOn);
    for (const keys of first) for (const note of notes) if (keys.has(note.key)) use(part, note);
    for (const note of notes) use(part, note);
    for (const source of sources) {
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
