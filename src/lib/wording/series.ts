import type { ShownBreak } from '#lib/views/breaks.ts';
import { sayDay } from './days.ts';

/** Texts of the two charts of a series page and of its "as known on" control. No figure is typed here. */
export const seriesTexts = {
  heading: 'The series as a chart',
  overTime: 'Over time',
  asRevised: 'One date, as it was revised',
  statistic: {
    cumulative:
      'By the day the numbers speak about. Each is held until the next one; what lies between nobody said.',
    stock:
      'By the day the numbers speak about. The step only holds the last number until the next one; what lay between nobody said.',
    flow: 'Each bar spans the period in which the events happened. No line joins the periods: one does not run on into the next. Of periods without a bar we hold no figure; nothing follows from that.',
  },
  newest: 'Drawn strongly: the newest version of each day.',
  behind: 'Drawn thin and pale behind it: what the same publisher had given before.',
  revisedAxis: 'By the day on which each value was published, for',
  revisedSteps:
    'A value stands until the same rule gives another one. Pale marks without a line: said the same day or later, but never the value that stood.',
  undated: 'Values without a publication day are in the table only.',
  open: 'No line is drawn across more than forty-five days without a number.',
  noDay: 'What gives no publication day is joined to nothing.',
  marks: {
    exact: 'A dot: an exact number.',
    exactBar: 'A whole bar: an exact number.',
    floor: 'A bar with a stem that fades out upwards: at least, or more than, so many.',
    ceiling: 'A bar with a stem that fades out downwards: up to, or nearly, so many.',
    between: 'Two bars joined: between the one and the other; nothing is drawn in the middle.',
    about: 'A broken bar: about so many.',
    word: 'A tick at the foot: said in words, or not given; it has no height.',
  },
  told: {
    versions: 'Between earlier values and newer ones:',
    outside: 'Before or after what is drawn:',
  },
  reason: 'Reason:',
  from: 'from',
  to: 'to',
  between: 'the day is not known exactly; at the latest',
  anotherRule: 'Another counting rule begins:',
  notJoined: 'No line joins it to the one before.',
  otherStart: 'From here on another count, which began on another day: the two are not joined.',
  beginsAnew: 'The publisher marks a break here: the number does not go on from those before it.',
  methodEvent: 'On the counting.',
  milestone: 'Publication.',
  alt: {
    cumulative: 'Step line',
    stock: 'Thin step line',
    flow: 'Bars, one for each period,',
    of: 'of',
    by: 'by the day the numbers speak about',
    revised: 'Step line of everything published about',
    published: 'by publication day',
    stops: 'No line is drawn across:',
    table: 'The values stand in the table.',
  },
  knownOn: {
    label: 'As known on',
    previous: ['Previous', 'publication day'],
    next: ['Next', 'publication day'],
    day: 'Day',
    newest: 'Newest',
    always: 'The table gives every value with the day on which it was published.',
    isNewest: 'Everything known so far is shown.',
    shown: 'As known on',
    none: 'None of the figures shown has been revised or corrected since.',
    one: 'of the figures shown has been revised or corrected since.',
    many: 'of the figures shown have been revised or corrected since.',
    nothing: 'Nothing of this series had been published yet.',
    which: 'Which, from what to what, when and by whom',
    then: 'Then:',
    now: 'Now:',
    alt: 'The chart as known on the chosen day. The table says the same in words; the key beside it tells of breaks and events known by then.',
    locale: 'en-GB',
  },
} as const;

/** A break as a reader is told it: what differs, from which rule to which, and the reason. */
export function breakText({ what, before, after, reason, until }: ShownBreak): string {
  const rules =
    before.length > 0 && after.length > 0 && before[0]?.id !== after[0]?.id
      ? `${seriesTexts.from} ${quoted(before)} ${seriesTexts.to} ${quoted(after)}.`
      : '';
  const last = until === null ? '' : `(${seriesTexts.between} ${sayDay(until)})`;
  const said = [what === null ? '' : sentence(what), rules === '' ? '' : capital(rules)];
  return [last, ...said, `${seriesTexts.reason} ${sentence(reason)}`]
    .filter((part) => part !== '')
    .join(' ');
}

/** Where a line by another rule begins behind the first one. */
export function anotherRuleText(label: string, reason: string | null): string {
  const why = reason === null ? '' : ` ${seriesTexts.reason} ${sentence(reason)}`;
  return `${seriesTexts.anotherRule} “${label}”. ${seriesTexts.notJoined}${why}`;
}

const quoted = (rules: ShownBreak['before']): string =>
  rules.map(({ label }) => `“${label}”`).join(', ');
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
