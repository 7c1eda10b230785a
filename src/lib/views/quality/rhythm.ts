import type { Figure, Library } from '#lib/records/model.ts';
import { dayNumber, lastDayOf } from '#lib/values/day.ts';
import type { Day } from '#lib/values/day.ts';
import { grouped } from '#lib/views/grouped.ts';
import { publicationOf } from '#lib/views/vintage.ts';
import type { Finding } from './finding.ts';

/** Fewer papers have no rhythm. */
const LEAST_PAPERS = 10;
/** Of its own earlier papers nine in ten were no older than this share says; three times that is out of rhythm. */
const SHARE = 0.9;
const TIMES = 3;
const LEAST_DAYS = 14;

/**
 * As-ofs far older, when they came out, than is usual for this publisher and measure. A table of past days is no news:
 * of each publication only the latest as-of of a series counts.
 */
export function oldAsOfs(library: Library): Finding[] {
  const dated = library.figures.filter(
    ({ source }) => publicationOf(source) !== null && source.repeats === null,
  );
  const latest = [...grouped(dated, ({ source, series }) => `${source.id} ${series}`).values()].map(
    ([first, ...more]) =>
      more.reduce(
        (newest, one) => (lastDayOf(one.asOf) > lastDayOf(newest.asOf) ? one : newest),
        first,
      ),
  );
  const byRhythm = grouped(
    latest,
    ({ definition, measure }) => `${definition.publisher.id} ${measure.id}`,
  );
  return [...byRhythm.values()].flatMap(outOfRhythm);
}

function outOfRhythm(figures: readonly Figure[]): Finding[] {
  const byDay = [...grouped(figures, ({ source }) => cameOut(source)).entries()].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const earlier: number[] = [];
  return byDay.flatMap(([day, papers]) => {
    const usual =
      earlier.length < LEAST_PAPERS
        ? null
        : (earlier[Math.ceil(earlier.length * SHARE) - 1] ?? null);
    const ages = papers.map((figure) => ({
      figure,
      age: dayNumber(day) - dayNumber(lastDayOf(figure.asOf)),
    }));
    // One paper counts once, by its newest as-of: a long table would outweigh all others.
    insert(earlier, Math.min(...ages.map(({ age }) => age)));
    if (usual === null) return [];
    const most = Math.max(LEAST_DAYS, usual * TIMES);
    return ages
      .filter(({ age }) => age > most)
      .map(({ figure, age }): Finding => ({
        rule: 'old-as-of',
        figure,
        other: null,
        days: { found: age, usual },
      }));
  });
}

function cameOut({ published }: Figure['source']): Day {
  if (published.kind === 'undated') throw new RangeError('an undated publication has no rhythm');
  return published.kind === 'month' ? lastDayOf(published.month) : published.day;
}

/** Keeps the list in order. */
function insert(sorted: number[], value: number): void {
  const at = sorted.findIndex((one) => one > value);
  sorted.splice(at === -1 ? sorted.length : at, 0, value);
}
