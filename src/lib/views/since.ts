import { hasEffect } from '#lib/records/caveats.ts';
import type { Caveat, Correction, Figure, Library } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { grouped } from './grouped.ts';
import { ofLibrary } from './of-library.ts';
import { saysTheSame } from './restated.ts';
import { allSeries, neighbouringSeries } from './series.ts';
import { carries } from './unlike.ts';
import { stands, vintagesOf } from './vintages.ts';
import type { Vintage } from './vintages.ts';
import { whyRevised } from './why.ts';

/** What became of a figure that a page of a past day shows. */
export interface Since {
  readonly then: Figure;
  /** The value that stands now; null where only we put right what we had written. */
  readonly now: Figure | null;
  /**
   * `undated`: another value stands in a text that gives no publication day. `recounted`: the publisher counted the
   * same days anew by another rule; the two are not compared. `later`: a later state of a day that was not over, or
   * another reading within a month. `withdrawn`: the publisher took the value back. `explained`: a caveat that became
   * known later.
   */
  readonly kind:
    'revised' | 'later' | 'undated' | 'recounted' | 'corrected' | 'withdrawn' | 'explained';
  /** On which it became known; of an undated text the day on which we read it. */
  readonly day: Day;
  readonly correction: Correction | null;
  readonly caveat: Caveat | null;
}

/**
 * Which of these figures, as shown on `day`, were revised by their publisher or corrected by us since, in the order
 * given, each subject once. It looks past `day`: for the banner of a past day alone.
 */
export function since(library: Library, figures: readonly Figure[], day: Day): Since[] {
  const corrected = library.corrections.filter((one) => one.day > day);
  const seen = new Set<string>();
  return figures.flatMap((then): Since[] => {
    const subject = `${then.series}|${then.periodStart ?? ''}|${then.asOf}`;
    if (seen.has(subject)) return [];
    const found = [
      ...laterValue(library, then, day),
      ...caveatsSince(library, then, day),
      ...corrected
        .filter(({ thing }) => thing === then.id)
        .map(
          (correction) =>
            ({ ...NOTHING, then, kind: 'corrected', day: correction.day, correction }) as const,
        ),
    ];
    if (found.length > 0) seen.add(subject);
    return found;
  });
}

const NOTHING = { now: null, correction: null, caveat: null } as const;

/** What became known of the value itself. */
function caveatsSince({ caveats }: Library, then: Figure, day: Day): Since[] {
  return Object.entries(then.caveatsFrom).flatMap(([code, from]): Since[] => {
    const caveat = caveats.get(code);
    if (!caveat || from <= day) return [];
    const kind = hasEffect([caveat], 'taken-back') ? 'withdrawn' : 'explained';
    return [{ ...NOTHING, then, kind, day: from, caveat }];
  });
}

function laterValue(library: Library, then: Figure, day: Day): Since[] {
  const vintages = vintagesAbout(library, then);
  const own = vintages.find(({ figure }) => figure.id === then.id);
  // What did not stand is not what changed.
  if (!own || own.kind === 'also' || own.kind === 'older') return [];
  const after = vintages.filter(({ from, kind }) => from > day && kind !== 'older');
  const standing = after.findLast(({ kind }) => stands(kind));
  if (standing && !saysTheSame(standing.figure.amount, then.amount)) {
    const kinds = new Set(after.map(({ kind }) => kind));
    const kind = kinds.has('revised') ? 'revised' : kinds.has('later') ? 'later' : null;
    const now = after.find(({ figure }) => same(figure, standing)) ?? standing;
    if (kind) return [{ ...NOTHING, then, now: now.figure, kind, day: now.from }];
  }
  const undated = after.find(
    ({ kind, figure }) => kind === 'undated' && !saysTheSame(figure.amount, then.amount),
  );
  const recount = recounted(library, then, day);
  return [
    ...(undated
      ? [{ ...NOTHING, then, now: undated.figure, kind: 'undated', day: undated.from } as const]
      : []),
    ...(recount ? [recount] : []),
  ];
}

/** The newest value of exactly the same days by another rule of the same publisher, when all of it came later. */
function recounted(library: Library, then: Figure, day: Day): Since | null {
  const series = allSeries(library).get(then.series);
  // A copy's slip is no count: nothing counts it anew, and it counts nothing anew.
  if (!series || carries(then, 'copying-slip')) return null;
  for (const { id } of neighbouringSeries(library, series).definitions) {
    const vintages = vintagesAbout(library, { ...then, series: id });
    const counts = vintages.filter(
      ({ kind, figure }) =>
        kind !== 'also' && kind !== 'undated' && !carries(figure, 'copying-slip'),
    );
    // An older number on a later paper is not the newest, unless it is the only one.
    const standing = counts.findLast(({ kind }) => stands(kind)) ?? counts.at(-1);
    if (!standing) continue;
    if (vintages.every(({ from }) => from > day))
      return { ...NOTHING, then, now: standing.figure, kind: 'recounted', day: standing.from };
  }
  return null;
}

/** The new value first stood in the paper that revised it, though later ones may have repeated it. */
function same({ amount }: Figure, { figure }: Vintage): boolean {
  return JSON.stringify(amount) === JSON.stringify(figure.amount);
}

type BySubject = ReadonlyMap<string, readonly Vintage[]>;

/** By id of a series, of those that were asked for; then by period and as-of. */
const vintagesBySeries = ofLibrary(() => new Map<string, BySubject>());

function vintagesBySubject(library: Library, id: string): BySubject | null {
  const held = vintagesBySeries(library).get(id);
  if (held) return held;
  const series = allSeries(library).get(id);
  if (!series) return null;
  const found = new Map(
    vintagesOf(library, series).map(({ periodStart, asOf, vintages }) => [
      subjectOf({ periodStart, asOf }),
      vintages,
    ]),
  );
  vintagesBySeries(library).set(id, found);
  return found;
}

const subjectOf = ({ periodStart, asOf }: Pick<Figure, 'periodStart' | 'asOf'>): string =>
  `${periodStart ?? ''}|${asOf}`;

/** All that was ever published about the days of a figure. */
export function vintagesAbout(
  library: Library,
  figure: Pick<Figure, 'series' | 'periodStart' | 'asOf'>,
): readonly Vintage[] {
  return vintagesBySubject(library, figure.series)?.get(subjectOf(figure)) ?? [];
}

/** Entries that one sentence can tell: of one kind, about the same days, from one later text and for one reason. */
export function sinceTogether(entries: readonly Since[]): (readonly [Since, ...Since[]])[] {
  return [
    ...grouped(entries, ({ kind, then, now, day, caveat, correction }) =>
      [
        kind,
        then.periodStart ?? '',
        then.asOf,
        now?.source.id ?? then.id,
        now?.definition.id ?? '',
        now && kind === 'revised' ? JSON.stringify(whyRevised(then, now)) : '',
        day,
        caveat?.code ?? '',
        correction?.column ?? '',
      ].join('|'),
    ).values(),
  ];
}
