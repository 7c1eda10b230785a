/**
 * Lawful records about Examplia, a country that does not exist: a test names only what its rule is
 * about. Every figure here is made up.
 */
import { readFileSync } from 'node:fs';
import { EFFECTS } from '#lib/records/effects.ts';
import type { Effect } from '#lib/records/effects.ts';
import { figureId, seriesId } from '#lib/records/figure-id.ts';
import type {
  Break,
  Caveat,
  Correction,
  Definition,
  Event,
  Figure,
  Frame,
  Library,
  Measure,
  Place,
  PolicyPoint,
  Population,
  Publisher,
  Situation,
  Source,
  Withdrawn,
} from '#lib/records/model.ts';
import type { Amount } from '#lib/values/amount.ts';
import { parseDay, parseDayOrMonth } from '#lib/values/day.ts';
import { parsePublished } from '#lib/values/published.ts';

/** The country the made-up situation is about; figures from elsewhere carry `-from-` in their series. */
export const HOME = 'EXA';

export const day = parseDay;

export function caveat(cells: Partial<Caveat> = {}): Caveat {
  const code = cells.code ?? 'real-higher';
  return {
    code,
    gravity: 1,
    label: `Label of ${code}`,
    text: `What ${code} does not tell.`,
    saidBy: 'Example Agency',
    short: '',
    effects: EFFECTS_IN_SEEDS.get(code) ?? [],
    reach: { measures: [], populations: [], places: [] },
    ...cells,
  };
}

/** A code that the seeds know has there the effects that tests expect of it. */
const EFFECTS_IN_SEEDS: ReadonlyMap<string, readonly Effect[]> = new Map(
  ['seeds/caveats.csv', 'seeds/ukraine-2022/caveats.csv']
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .map((line) => {
      const effects = line.split(',').at(-4) ?? '';
      const known = effects
        .split(';')
        .filter((one): one is Effect => EFFECTS.includes(one as Effect));
      return [line.split(',')[0] ?? '', known] as const;
    }),
);

export function measure(cells: Partial<Measure> = {}): Measure {
  const id = cells.id ?? 'border_crossings';
  const drawnAs =
    id === 'border_crossings' ? 'arrow' : id === 'refugees_recorded' ? 'circle' : 'none';
  return {
    id,
    label: id.replaceAll('_', ' '),
    phrase: id.replaceAll('_', ' '),
    drawnAs,
    caveats: [],
    mapHeading: '',
    counted: '',
    explained: '',
    ...cells,
  };
}

export function population(cells: Partial<Population> = {}): Population {
  const id = cells.id ?? 'all_persons';
  const partOf = id === 'children' ? ['civilians'] : [];
  return { id, label: id.replaceAll('_', ' '), phrase: id.replaceAll('_', ' '), partOf, ...cells };
}

/** The names of the made-up places; any other id is its own name. */
const NAMES: Readonly<Record<string, string>> = {
  EXA: 'Examplia',
  SAM: 'Samplia',
  MOD: 'Modelland',
};

export function place(cells: Partial<Place> = {}): Place {
  const id = cells.id ?? 'SAM';
  const label = cells.label ?? NAMES[id] ?? id;
  return {
    id,
    label,
    inPhrase: `in ${label}`,
    toPhrase: `to ${label}`,
    kind: 'country',
    partOf: [],
    isoNumeric: null,
    at: [20, 50],
    ...cells,
  };
}

export function publisher(cells: Partial<Publisher> = {}): Publisher {
  const id = cells.id ?? 'example-agency';
  const name = cells.name ?? (id === 'example-agency' ? 'Example Agency' : id);
  return {
    id,
    name,
    short: name,
    kind: 'agency',
    part: 'not a party',
    isParty: false,
    order: 1,
    ...cells,
  };
}

export function madeBreak(cells: Partial<Break> = {}): Break {
  return {
    id: 'example-lowered',
    day: parseDay('2030-01-04'),
    until: null,
    before: ['example-crossings'],
    after: ['example-crossings'],
    places: [],
    what: 'The numbers were lowered back to the start.',
    reason: 'no reason published',
    saidBy: 'Our comparison',
    ...cells,
  };
}

export function definition(cells: Partial<Definition> = {}): Definition {
  const id = cells.id ?? 'example-crossings';
  return {
    id,
    publisher: publisher(),
    measures: ['border_crossings', 'refugees_recorded', 'killed', 'injured', 'casualties'],
    statistic: 'cumulative',
    label: `Rule ${id}`,
    text: `What ${id} counts and what not.`,
    from: null,
    until: null,
    replaces: null,
    breakDay: null,
    breakReason: null,
    caveats: [],
    breaks: [],
    ...cells,
  };
}

/** `published` and `retrieved` as a seed writes them: `2030-01-05`, `2030-01-05T18:00+02:00`, `2030-01`, ``. */
export type SourceCells = Partial<Omit<Source, 'published' | 'retrieved' | 'repeats'>> & {
  published?: string;
  retrieved?: string;
  repeats?: string | null;
};

export function source(cells: SourceCells = {}): Source {
  const { published = '2030-01-05', retrieved = '2031-01-01', repeats = null, ...rest } = cells;
  const id =
    rest.id ??
    `example-${published === '' ? 'undated' : published.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
  return {
    id,
    publisher: publisher(),
    title: `Example Agency, paper ${id}`,
    kind: 'report',
    address: `https://example.org/${id}`,
    relayOf: null,
    licence: 'not stated',
    redistribution: 'may',
    caveats: [],
    note: '',
    ...rest,
    published: parsePublished(published),
    retrieved: parseDay(retrieved),
    repeats: repeats === null ? null : parseDay(repeats),
  };
}

/**
 * `measure`, `population`, `place`, `origin`, `definition` as an id or a record; days as text;
 * `value` is short for an exact amount, `published` for a source that came out then.
 */
export type FigureCells = Partial<
  Omit<
    Figure,
    'measure' | 'population' | 'place' | 'origin' | 'definition' | 'periodStart' | 'asOf'
  >
> & {
  measure?: string | Measure;
  population?: string | Population;
  place?: string | Place;
  origin?: string | Place;
  definition?: string | Definition;
  periodStart?: string | null;
  asOf?: string;
  value?: number;
  published?: string;
};

/** An id becomes a made-up record of that id; a record stays itself. */
function one<T>(cell: string | T | undefined, make: (cells: { id: string }) => T, or: string): T {
  return typeof cell === 'object' && cell !== null
    ? (cell as T)
    : make({ id: (cell as string) ?? or });
}

export function figure(cells: FigureCells = {}): Figure {
  const { value = 1111, published, periodStart, asOf = '2030-01-05', ...rest } = cells;
  const words = {
    source: rest.source ?? source(published === undefined ? {} : { published }),
    measure: one(rest.measure, measure, 'border_crossings'),
    population: one(rest.population, population, 'all_persons'),
    origin: one(rest.origin, place, HOME),
    place: one(rest.place, place, 'SAM'),
    definition: one(rest.definition, definition, 'example-crossings'),
    asOf: parseDayOrMonth(asOf),
  };
  const { statistic } = words.definition;
  const start =
    periodStart === undefined ? (statistic === 'stock' ? null : '2030-01-01') : periodStart;
  const ids = {
    source: words.source.id,
    measure: words.measure.id,
    population: words.population.id,
    origin: words.origin.id,
    place: words.place.id,
    definition: words.definition.id,
    periodStart: start,
    asOf,
  };
  const amount: Amount = rest.amount ?? { kind: 'exact', value };
  return {
    id: figureId(ids, HOME, statistic),
    series: seriesId(ids, HOME),
    statedAs: '',
    verification: 'reported',
    status: 'A',
    caveats: [],
    caveatsFrom: {},
    locator: '',
    note: '',
    ...rest,
    ...words,
    amount,
    periodStart: start === null ? null : parseDayOrMonth(start),
  };
}

export function situation(cells: Partial<Situation> = {}): Situation {
  return {
    id: 'examplia-2030',
    questions: [],
    title: 'Examplia',
    country: place({ id: HOME }),
    start: parseDay('2030-01-01'),
    counters: [],
    claimsWithinDays: 45,
    chart: [],
    frames: [],
    maps: [],
    apart: [],
    drawings: new Map(),
    ...cells,
  };
}

export function frame(cells: Partial<Frame> = {}): Frame {
  return {
    id: 'around',
    label: 'Around Examplia',
    middle: [20, 50],
    parallels: [45, 55],
    scale: 1000,
    width: 360,
    height: 288,
    places: [],
    ...cells,
  };
}

export function policyPoint(cells: Partial<PolicyPoint> = {}): PolicyPoint {
  return {
    name: 'Exemplar',
    at: [20, 50],
    isoNumeric: '900',
    reason: 'internationally recognised border of Examplia',
    note: '',
    ...cells,
  };
}

export function correction(cells: Partial<Correction> & { thing: string }): Correction {
  return {
    column: 'value',
    old: '111',
    new: '1111',
    day: parseDay('2030-02-01'),
    kind: 'correction',
    reason: 'A digit was lost.',
    ...cells,
  };
}

/** A figure that was taken away again. */
export function withdrawn(of: Figure, cells: Partial<Correction> = {}): Withdrawn {
  const kind = { column: '', new: '', kind: 'withdrawal' } as const;
  const reason = 'It is not in the paper.';
  return { figure: of, correction: correction({ thing: of.id, ...kind, reason, ...cells }) };
}

export function event(cells: Partial<Event> = {}): Event {
  return {
    id: 'first-talks',
    day: parseDay('2030-01-02'),
    kind: 'talks',
    text: 'Talks in Samplia.',
    source: source(),
    ...cells,
  };
}

/** A library of these figures, with everything they name; sources in the order in which figures name them. */
export function library(figures: readonly Figure[], cells: Partial<Library> = {}): Library {
  const named = <T>(pick: (figure: Figure) => readonly (readonly [string, T])[]) =>
    new Map(figures.flatMap(pick));
  const home = cells.situation?.country ?? place({ id: HOME });
  return {
    situation: situation(),
    sources: [...named(({ source: s }) => [[s.id, s]]).values()],
    figures,
    tables: [],
    events: [],
    sums: [],
    corrections: [],
    withdrawn: [],
    breaks: [],
    mapPolicy: [],
    caveats: named((f) =>
      [f.caveats, f.source.caveats, f.definition.caveats, f.measure.caveats]
        .flat()
        .map((c) => [c.code, c] as const),
    ),
    definitions: named(({ definition: d }) => [[d.id, d]]),
    measures: named(({ measure: m }) => [[m.id, m]]),
    populations: named(({ population: p }) => [[p.id, p]]),
    places: new Map([
      [home.id, home],
      ...named((f) => [
        [f.place.id, f.place],
        [f.origin.id, f.origin],
      ]),
    ]),
    publishers: named((f) => [
      [f.source.publisher.id, f.source.publisher],
      [f.definition.publisher.id, f.definition.publisher],
    ]),
    ...cells,
  };
}
