import { hasEffect } from '#lib/records/caveats.ts';
import { seriesId } from '#lib/records/figure-id.ts';
import type { Figure, Source } from '#lib/records/model.ts';
import { daysOf } from '#lib/records/source.ts';
import { sayNumber } from '#lib/wording/numbers.ts';
import { sayDay } from '#lib/wording/days.ts';
import { asOfText } from '#lib/wording/figures.ts';
import { KnownNumbers, givenAs, overlapAmong } from './known-numbers.ts';
import type { Candidate, Wishes } from './model.ts';
import { runsUnlike } from './running.ts';
import type { IntakeWords } from './words.ts';

export type Verdict = 'adds' | 'same' | 'revises' | 'refuses';

export interface Judged {
  readonly candidate: Candidate;
  readonly verdict: Verdict;
  /** The figure it confirms or revises. */
  readonly known: Figure | null;
  /** Why it is refused; empty otherwise. */
  readonly reasons: readonly string[];
}

/** A share of the older number: a change beyond it is looked at by a person. */
const LARGE_CHANGE = 0.2;

/** Each number against what is known: never two about one thing, never one kind under the name of another. */
export function judge(
  candidates: readonly Candidate[],
  wishes: Wishes,
  words: IntakeWords,
): Judged[] {
  const known = new KnownNumbers(words.library);
  const home = words.library.situation.country.id;
  const label = (id: string) => words.library.places.get(id)?.label ?? id;
  const keys = candidates.map((candidate) => keyOf(candidate, home));
  const counts = new Map<string, Candidate[]>();
  for (const [index, key] of keys.entries()) {
    const candidate = candidates[index];
    if (candidate === undefined) continue;
    const list = counts.get(key);
    if (list === undefined) counts.set(key, [candidate]);
    else list.push(candidate);
  }
  const mistaken: { label: string; figure: Figure }[] = [];
  const first = candidates.map((candidate, index): Judged => {
    const of = (verdict: Verdict, figure: Figure | null, ...reasons: string[]): Judged => ({
      candidate,
      verdict,
      known: figure,
      reasons,
    });
    const twins = counts.get(keys[index] ?? '') ?? [];
    if (twins.length > 1) {
      // Of thousands a few are enough to find them.
      const shown = twins.slice(0, 3);
      const lines = shown
        .map(
          ({ file, line, unit }) =>
            `${unit} ${line}${shown.some((twin) => twin.file !== file) ? ` of ${file}` : ''}`,
        )
        .join(' and ');
      return of(
        'refuses',
        null,
        `expected one number about one thing, found ${twins.length} about ${label(candidate.about)} on ${candidate.asOf} (${lines}); either may be meant. Say which (where) or delete one`,
      );
    }
    const { cells, rule, value, about, asOf } = candidate;
    const series = seriesId(wordsOf(cells), home);
    const sameDay = known.ofSeries(
      series,
      asOf,
      rule.definition.statistic === 'flow' ? (cells['period_start'] ?? '') : '',
    );
    const own = sameDay.find(({ source }) => source.id === wishes.source);
    // A value given before another is no confirmation of that one: only the last that was said by then is.
    const before = sameDay.findLast(({ source }) => isNotLater(source, wishes));
    const isSame = before !== undefined && sameAmount(before, cells);
    if (own !== undefined && !sameAmount(own, cells)) {
      const was = 'value' in own.amount ? sayNumber(own.amount.value) : own.amount.kind;
      return of(
        'refuses',
        own,
        `expected what ${wishes.source} said before (${was}), found ${cells['value'] ?? ''}; one publication gives one number. A newer one is a source of its own. An error of ours is corrected in corrections.csv`,
      );
    }
    if (own !== undefined || isSame) return of('same', own ?? before ?? null);
    if (value !== null) {
      const isArrow = rule.measure.drawnAs === 'arrow';
      const isExempt = hasEffect(rule.definition.caveats, 'equals-another-measure');
      const unlike = isExempt
        ? null
        : (known.unlike(about, value, asOf, isArrow) ??
          known.inAnotherColumn(about, value, asOf, rule.measure.id));
      if (unlike !== null) {
        mistaken.push({ label: label(about), figure: unlike });
        return of(
          'refuses',
          unlike,
          `${givenAs(unlike, label(about))}, not ${rule.measure.phrase}: file it under ${unlike.measure.id} by the definition ${unlike.definition.id}, or ask the publisher`,
        );
      }
      const other = known.byAnotherRule(
        about,
        value,
        asOf,
        rule.measure.id,
        rule.definition.id,
        rule.definition.publisher.id,
      );
      if (other !== null) {
        mistaken.push({ label: label(about), figure: other });
        return of(
          'refuses',
          other,
          `${givenAs(other, label(about))}, by another definition than ${rule.definition.id}. The definition may have changed under the same header. Name ${other.definition.id} for ${about} (definitions in the mapping)`,
        );
      }
    }
    if (before === undefined) return of('adds', null);
    if (value !== null && 'value' in before.amount && !wishes.accept.includes(about)) {
      const change = Math.abs(value - before.amount.value);
      if (change > LARGE_CHANGE * before.amount.value) {
        return of(
          'refuses',
          before,
          `${sayNumber(value)} for ${label(about)} as of ${asOfText(before, sayDay).replace(/\u00a0/g, ' ')} differs by more than 20 % from the ${sayNumber(before.amount.value)} of ${before.source.id}. The definition may have changed under the same header. Name the definition by which it was counted. If the publisher says that it revised it, --accept ${about}`,
        );
      }
    }
    return of('revises', before);
  });
  return addOverlaps(refuseUnlikeRuns(first, home), mistaken, words);
}

/** Every number of a series whose numbers do not run as its rule says. */
function refuseUnlikeRuns(judged: readonly Judged[], home: string): Judged[] {
  const series = new Map<string, Candidate[]>();
  const idOf = ({ candidate }: Judged) => seriesId(wordsOf(candidate.cells), home);
  for (const one of judged) {
    const list = series.get(idOf(one));
    if (list === undefined) series.set(idOf(one), [one.candidate]);
    else list.push(one.candidate);
  }
  const reasons = new Map([...series].map(([id, list]) => [id, runsUnlike(list)]));
  return judged.map((one) => {
    const reason = reasons.get(idOf(one)) ?? null;
    return reason === null || one.verdict === 'same'
      ? one
      : { ...one, verdict: 'refuses', reasons: [...one.reasons, reason] };
  });
}

/** What else is wrong with numbers that turned out to be others: that some of them hold the same people. */
function addOverlaps(
  judged: readonly Judged[],
  mistaken: readonly { label: string; figure: Figure }[],
  words: IntakeWords,
): Judged[] {
  const counted = judged.flatMap(({ candidate, known, verdict }) =>
    verdict !== 'refuses' && known !== null
      ? [
          {
            label: words.library.places.get(candidate.about)?.label ?? candidate.about,
            figure: known,
          },
        ]
      : [],
  );
  const overlap = mistaken.length === 0 ? null : overlapAmong([...mistaken, ...counted]);
  if (overlap === null) return [...judged];
  const holders = new Set(mistaken.map(({ figure }) => figure));
  let isTold = false;
  return judged.map((one) => {
    if (isTold || one.known === null || !holders.has(one.known) || one.verdict !== 'refuses')
      return one;
    isTold = true;
    return { ...one, reasons: [...one.reasons, overlap] };
  });
}

/** Whether a publication was out when this one came, as far as both have a day. */
function isNotLater(source: Source, { published }: Wishes): boolean {
  const [theirs, ours] = [daysOf(source.published), daysOf(published)];
  return theirs === null || ours === null || theirs.first <= ours.last;
}

function sameAmount({ amount }: Figure, cells: Candidate['cells']): boolean {
  if (amount.kind !== cells['qualifier']) return false;
  if (amount.kind === 'word') return amount.word === cells['stated_as'];
  const [low, high] = [cells['value'] ?? '', cells['value_high'] ?? ''];
  if (amount.kind === 'between') return `${amount.low} ${amount.high}` === `${low} ${high}`;
  return !('value' in amount) || String(amount.value) === low;
}

function keyOf({ cells, rule }: Candidate, home: string): string {
  const period = rule.definition.statistic === 'flow' ? cells['period_start'] : '';
  return [seriesId(wordsOf(cells), home), cells['as_of'], period].join('|');
}

function wordsOf(cells: Readonly<Record<string, string>>) {
  const cell = (name: string) => cells[name] ?? '';
  return {
    measure: cell('measure'),
    population: cell('population'),
    origin: cell('origin'),
    place: cell('place'),
    definition: cell('definition'),
  };
}
