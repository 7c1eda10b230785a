import type { Figure, Library } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { breaksOf } from './breaks.ts';
import type { ShownBreak } from './breaks.ts';
import { impossibleAmong, type LowerFigures } from './comparisons.ts';
import { newestDay } from './days.ts';
import { asKnownOn } from './known.ts';
import { notesOf } from './notes.ts';
import type { Notes } from './notes.ts';
import { notesKnownFrom } from './notes-known.ts';
import { refusedAttempts } from './refusals.ts';
import type { RefusedAttempt } from './refusals.ts';
import { neighbouringSeries } from './series.ts';
import type { OtherDefinition, Series } from './series.ts';
import { isRival } from './unlike.ts';
import { knownFrom, saidOn } from './vintage.ts';
import { vintagesOf } from './vintages.ts';
import type { VintageRow } from './vintages.ts';

/** The whole life of one series, and what stands beside it. */
export interface SeriesLife {
  readonly series: Series;
  /** What stands for its latest as-of; null where everything in it is undated. */
  readonly latest: Figure | null;
  readonly rows: readonly VintageRow[];
  /** Of what stands, the counts that contradict a higher one of an earlier day. */
  readonly impossible: LowerFigures;
  readonly breaks: readonly ShownBreak[];
  /** The same publisher on the same, by other rules. */
  readonly definitions: readonly (OtherDefinition & { readonly sideBySide: boolean })[];
  /** The newest figure of each other publisher on the same subject; by speaker, never by size. */
  readonly claims: readonly Figure[];
  /** For each of their series the first day on which anything of it was known. */
  readonly claimsFrom: Readonly<Record<string, Day>>;
  readonly refusals: readonly RefusedAttempt[];
  readonly notes: Notes;
  /** For each note, by its key, the first day on which a figure of the page carried it. */
  readonly notesFrom: Readonly<Record<string, Day>>;
}

/** `further` are figures of other series that its page shows, whose notes it needs too. */
export function seriesLife(
  library: Library,
  series: Series,
  further: readonly Figure[] = [],
): SeriesLife {
  const known = asKnownOn(library, newestDay(library));
  const newest = ({ id }: Series) => known.latest([id])?.figure ?? null;
  const beside = neighbouringSeries(library, series);
  const claims = beside.publishers.flatMap((other) => newest(other) ?? []).filter(isRival);
  const figures = [...series.figures, ...claims, ...further];
  return {
    series,
    latest: newest(series),
    rows: vintagesOf(library, series),
    impossible: impossibleAmong(known.standing(series.id).map(({ figure }) => figure)),
    breaks: breaksOf(library, series),
    definitions: beside.definitions.map((other) => ({
      ...other,
      sideBySide: overlap(saidBetween(series), saidBetween(other)),
    })),
    claims,
    claimsFrom: Object.fromEntries(
      beside.publishers.map((other) => [other.id, firstKnown(other)] as const),
    ),
    refusals: refusedAttempts(library, series, known),
    notes: notesOf(figures),
    notesFrom: notesKnownFrom(figures),
  };
}

type Span = readonly [first: string, last: string];

/** From when until when a publisher gave numbers of a series; what gives no day says nothing of that. */
function saidBetween({ figures }: Series): Span {
  const days = figures.map(({ source }) => saidOn(source)).filter((day) => day !== '');
  days.sort();
  return [days[0] ?? '~', days.at(-1) ?? ''];
}

function overlap([first, last]: Span, [otherFirst, otherLast]: Span): boolean {
  return first <= otherLast && otherFirst <= last;
}

function firstKnown({ figures }: Series): Day {
  const days = figures.map(({ source }) => knownFrom(source)).sort();
  return days[0] as Day;
}
