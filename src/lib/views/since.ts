import type { Correction, Figure, Library } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { saysTheSame } from './restated.ts';
import { allSeries, neighbouringSeries } from './series.ts';
import { vintagesOf } from './vintages.ts';
import type { Vintage } from './vintages.ts';

/** What became of a figure that a page of a past day shows. */
export interface Since {
  readonly then: Figure;
  /** The value that stands now; null where only we put right what we had written. */
  readonly now: Figure | null;
  /**
   * `undated`: another value stands in a text that gives no publication day. `recounted`: the publisher counted the
   * same days anew by another rule; the two are not compared.
   */
  readonly kind: 'revised' | 'undated' | 'recounted' | 'corrected';
  /** On which it became known; of an undated text the day on which we read it. */
  readonly day: Day;
  readonly correction: Correction | null;
}

/**
 * Which of these figures, as shown on `day`, were revised by their publisher or corrected by us since, in the order
 * given, each subject once. It looks past `day`: for the banner of a past day alone.
 */
export function since(library: Library, figures: readonly Figure[], day: Day): Since[] {
  const corrected = new Map(
    library.corrections.filter((one) => one.day > day).map((one) => [one.thing, one]),
  );
  const seen = new Set<string>();
  return figures.flatMap((then): Since[] => {
    const subject = `${then.series}|${then.periodStart ?? ''}|${then.asOf}`;
    if (seen.has(subject)) return [];
    const later = laterValue(library, then, day);
    const correction = corrected.get(then.id);
    if (!later && !correction) return [];
    seen.add(subject);
    const found: Since[] = later ? [later] : [];
    if (correction)
      found.push({ then, now: null, kind: 'corrected', day: correction.day, correction });
    return found;
  });
}

function laterValue(library: Library, then: Figure, day: Day): Since | null {
  const vintages = vintagesAbout(library, then);
  const own = vintages.find(({ figure }) => figure.id === then.id);
  // What did not stand is not what changed.
  if (!own || own.kind === 'also' || own.kind === 'older') return null;
  const after = vintages.filter(({ from, kind }) => from > day && kind !== 'older');
  const standing = after.findLast(({ kind }) => kind !== 'also' && kind !== 'undated');
  if (after.some(({ kind }) => kind === 'revised') && standing) {
    const firstSaid = after.find(
      ({ kind, figure }) => kind === 'revised' && same(figure, standing),
    );
    const now = firstSaid ?? standing;
    if (!saysTheSame(now.figure.amount, then.amount))
      return { then, now: now.figure, kind: 'revised', day: now.from, correction: null };
  }
  const undated = after.find(
    ({ kind, figure }) => kind === 'undated' && !saysTheSame(figure.amount, then.amount),
  );
  return undated
    ? { then, now: undated.figure, kind: 'undated', day: undated.from, correction: null }
    : recounted(library, then, day);
}

/** The newest value of exactly the same days by another rule of the same publisher, when all of it came later. */
function recounted(library: Library, then: Figure, day: Day): Since | null {
  const series = allSeries(library).get(then.series);
  if (!series) return null;
  for (const { id, break: parted } of neighbouringSeries(library, series).definitions) {
    // Where one rule took the other's place the break says so.
    if (parted) continue;
    const vintages = vintagesAbout(library, { ...then, series: id });
    const standing = vintages.findLast(({ kind }) => kind !== 'also' && kind !== 'undated');
    if (standing && vintages.every(({ from }) => from > day))
      return {
        then,
        now: standing.figure,
        kind: 'recounted',
        day: standing.from,
        correction: null,
      };
  }
  return null;
}

/** The new value first stood in the paper that revised it, though later ones may have repeated it. */
function same({ amount }: Figure, { figure }: Vintage): boolean {
  return JSON.stringify(amount) === JSON.stringify(figure.amount);
}

const memory = new WeakMap<Library, Map<string, readonly Vintage[]>>();

/** All that was ever published about the days of a figure. */
function vintagesAbout(
  library: Library,
  figure: Pick<Figure, 'series' | 'periodStart' | 'asOf'>,
): readonly Vintage[] {
  let held = memory.get(library);
  if (!held) {
    held = new Map();
    for (const series of allSeries(library).values())
      for (const { periodStart, asOf, vintages } of vintagesOf(library, series))
        held.set(`${series.id}|${periodStart ?? ''}|${asOf}`, vintages);
    memory.set(library, held);
  }
  return held.get(`${figure.series}|${figure.periodStart ?? ''}|${figure.asOf}`) ?? [];
}
