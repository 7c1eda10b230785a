import type { Figure, Library } from '#lib/records/model.ts';
import { numbersIn } from '#lib/values/amount.ts';
import { dayNumber, firstDayOf, lastDayOf, sortKey } from '#lib/values/day.ts';
import type { Day, DayOrMonth } from '#lib/values/day.ts';
import { breakWithin } from '#lib/views/breaks.ts';
import { contradicts, impossibleAmong } from '#lib/views/comparisons.ts';
import { grouped } from '#lib/views/grouped.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { beginsAnew } from '#lib/views/unlike.ts';
import { knownFrom, saidOn } from '#lib/views/vintage.ts';
import type { Finding } from './finding.ts';

/** More than a fifth is a jump. */
const JUMP = 0.2;

/** A cumulative series that falls, and any that jumps: between neighbours as known newest, and from what was said before. */
export function oddNeighbours(library: Library): Finding[] {
  const newest = library.sources.reduce<Day>(
    (day, source) => later(day, knownFrom(source)),
    library.situation.start,
  );
  const known = asKnownOn(library, newest);
  const findings: Finding[] = [];
  for (const [series, figures] of grouped(library.figures, (figure) => figure.series)) {
    const standing = known.standing(series).map(({ figure }) => figure);
    const ofNeighbours = [...grouped(standing, periodOf).values()].flatMap((line) =>
      [...inPairs(line)].flatMap(([before, after]) =>
        isParted(before, after) ? [] : between(before, after),
      ),
    );
    findings.push(...ofNeighbours);
    // Behind neighbours that are words, rounded or open to one side, too; a fall is named once, from its neighbour.
    const falling = new Set(
      ofNeighbours.filter(({ rule }) => rule === 'falls').map(({ figure }) => figure),
    );
    for (const { figure, other } of impossibleAmong(standing).values())
      if (!falling.has(figure)) findings.push({ rule: 'falls', figure, other, days: null });
    if (figures[0].definition.statistic !== 'cumulative') continue;
    for (const line of grouped(figures, periodOf).values())
      findings.push(...fallsFromWhatWasSaid(line));
  }
  return findings;
}

/** Only what runs since one start goes on from its neighbour; of a flow each figure has a period of its own. */
export function periodOf({ definition, periodStart }: Figure): string {
  return definition.statistic === 'cumulative' ? (periodStart ?? '') : '';
}

/** What is odd about two figures that can be compared, in the order of their as-ofs. */
export function between(before: Figure, after: Figure): Finding[] {
  if (falls(before, after)) return [{ rule: 'falls', figure: after, other: before, days: null }];
  return jumps(before, after) ? [{ rule: 'jumps', figure: after, other: before, days: null }] : [];
}

/** What its publisher said later, of the same day or a later one, is less than what it had said. */
function fallsFromWhatWasSaid(figures: readonly Figure[]): Finding[] {
  const said = figures
    .filter(({ source }) => saidOn(source) !== '')
    .sort((a, b) => compare(saidOn(a.source), saidOn(b.source)) || byAsOf(a, b));
  /** Of each as-of what was said last, by as-of. */
  const last: Figure[] = [];
  return said.flatMap((figure) => {
    const at = placeOf(last, figure);
    const same = last[at]?.asOf === figure.asOf;
    const before = same ? last[at] : last[at - 1];
    last.splice(at, same ? 1 : 0, figure);
    // Said later of an earlier day, it may be more than what had been said of a later one.
    return [...fallBetween(before, figure), ...fallBetween(figure, last[at + 1])];
  });
}

function fallBetween(before: Figure | undefined, after: Figure | undefined): Finding[] {
  if (before === undefined || after === undefined || before.source === after.source) return [];
  if (isParted(before, after) || !falls(before, after)) return [];
  return [{ rule: 'falls', figure: after, other: before, days: null }];
}

function isParted(before: Figure, after: Figure): boolean {
  return beginsAnew(after) || breakWithin(before, after) !== null || unlikePeriods(before, after);
}

/** Of flows only periods one after the other, and about as long, are neighbours: a week is no small month. */
export function unlikePeriods(before: Figure, after: Figure): boolean {
  if (after.definition.statistic !== 'flow' || !before.periodStart || !after.periodStart)
    return false;
  if (firstDayOf(after.periodStart) <= lastDayOf(before.asOf)) return true;
  const [was, is] = [lengthOf(before, before.periodStart), lengthOf(after, after.periodStart)];
  return unlikeLengths(was, is);
}

/** Whether two periods, in days, differ by more than a fifth of the first. */
export function unlikeLengths(was: number, is: number): boolean {
  return Math.abs(is - was) > was * JUMP;
}

/** In days, both ends counted. */
export function lengthOf({ asOf }: Figure, start: DayOrMonth): number {
  return dayNumber(lastDayOf(asOf)) - dayNumber(firstDayOf(start)) + 1;
}

/** Certainly less, as far as the bounds tell, of what only ever grows. */
const falls = contradicts;

/**
 * More than a fifth away. Where the source's words leave a side open ("at least", "about"), the numbers it wrote are compared:
 * exchanged digits behind "at least" want a look, too.
 */
function jumps(before: Figure, after: Figure): boolean {
  const [was, is] = [numbersIn(before.amount), numbersIn(after.amount)];
  if (was.length === 0 || is.length === 0) return false;
  return (
    Math.min(...is) > Math.max(...was) * (1 + JUMP) ||
    Math.max(...is) < Math.min(...was) * (1 - JUMP)
  );
}

/** Where it stands, or would stand, among figures in the order of their as-of. */
function placeOf(line: readonly Figure[], figure: Figure): number {
  const key = sortKey(figure.asOf);
  let [low, high] = [0, line.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = line[middle];
    if (there !== undefined && sortKey(there.asOf) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* inPairs(line: readonly Figure[]): Generator<readonly [Figure, Figure]> {
  let before: Figure | null = null;
  for (const figure of line) {
    if (before !== null) yield [before, figure];
    before = figure;
  }
}

const byAsOf = (a: Figure, b: Figure) => compare(sortKey(a.asOf), sortKey(b.asOf));
const compare = (a: string, b: string) => (a === b ? 0 : a < b ? -1 : 1);
const later = (a: Day, b: Day) => (a < b ? b : a);
