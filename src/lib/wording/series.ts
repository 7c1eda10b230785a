import { NO_REASON, type ShownBreak } from '#lib/views/breaks.ts';
import { sayDay } from './days.ts';

/** Texts of the two charts of a series page and of its "as known on" control. No figure is typed here. */
export const seriesTexts = {
  heading: 'The series as a chart',
  overTime: 'Over time',
  asRevised: 'One date, as it was revised',
  statistic: {
    cumulative:
      'By the date the figures refer to. Level until the next figure; nothing is known in between.',
    stock:
      'By the date the figures refer to. The step only repeats the last figure until the next one; nothing is known in between.',
    flow: 'Each bar spans the period of the events. No line joins the periods, because none continues another. No bar: we have no figure for that period, and nothing follows from that.',
  },
  newest: 'Strong: the newest figure for each date.',
  behind: 'Thin and pale: figures published earlier by the same publisher.',
  revisedAxis: 'By the day on which each value was published, for',
  revisedSteps:
    'Each value applies until another replaces it under the same definition. Pale marks without a line: also published, but never in use.',
  revisedWhy:
    'The number for the very same days changed with later publications. Its first and its newest value are written in the chart.',
  written: 'Numbers written in the chart:',
  undated: 'Values without a publication day are in the table only.',
  open: 'No line is drawn across more than forty-five days without a figure; the axis has a gap there.',
  noDay: 'No line joins a figure without a publication day.',
  marks: {
    exact: 'A dot: an exact number.',
    exactBar: 'A whole bar: an exact number.',
    floor: 'A bar with a stem upwards: at least, or more than, so many.',
    ceiling: 'A bar with a stem downwards: up to, or nearly, so many.',
    between: 'Two bars joined: a range between two numbers; nothing is drawn in the middle.',
    about: 'A broken ring, or a broken bar: about so many.',
    word: 'A tick at the foot: given in words, or not given; it has no height.',
  },
  undrawn: {
    versions: 'Between earlier values and newer ones:',
    outside: 'Before or after what is drawn:',
  },
  reason: 'Reason:',
  from: 'from',
  to: 'to',
  between: 'the day is not known exactly; at the latest',
  anotherRule: 'Another definition begins:',
  notJoined: 'No line joins it to the one before.',
  otherStartNote: 'another count, with another start date, begins.',
  anotherNote: 'another definition begins.',
  otherStart: 'Another count, with another start date, begins here. The two are not joined.',
  beginsAnew: 'The publisher marks a break here. The figure does not continue the earlier ones.',
  methodEvent: 'Method.',
  milestone: 'Publication.',
  alt: {
    cumulative: 'Step line',
    stock: 'Thin step line',
    flow: 'Bars, one for each period,',
    of: 'of',
    by: 'by the date the figures refer to',
    revised: 'Step line of everything published about',
    published: 'by publication day',
    stops: 'No line is drawn across:',
    table: 'The values are in the table.',
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
    none: 'None of the figures shown has since been revised or corrected.',
    one: 'figure shown has since been revised or corrected.',
    many: 'figures shown have since been revised or corrected.',
    nothing: 'No figure of this series had been published yet.',
    which: 'Which ones, with old and new value, date and publisher',
    then: 'Then:',
    now: 'Now:',
    alt: 'The chart as known on the chosen day. The table says the same in words. The key lists breaks and events known by then.',
    locale: 'en-GB',
  },
} as const;

/** A break in words: what differs, from which definition to which, and the reason. */
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

/** The same in few words, for the picture itself: what differs, or why another definition begins. */
export function breakNote({ what, reason }: Pick<ShownBreak, 'what' | 'reason'>): string {
  if (what !== null) return sentence(what);
  return reason === NO_REASON ? seriesTexts.anotherNote : sentence(reason);
}

/** Where a line under another definition begins behind the first one. */
export function anotherRuleText(label: string, reason: string | null): string {
  const why = reason === null ? '' : ` ${seriesTexts.reason} ${sentence(reason)}`;
  return `${seriesTexts.anotherRule} “${label}”. ${seriesTexts.notJoined}${why}`;
}

const quoted = (rules: ShownBreak['before']): string =>
  rules.map(({ label }) => `“${label}”`).join(', ');
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
