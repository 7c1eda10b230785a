import type { Figure } from '#lib/records/model.ts';
import type { ListedChange } from '#lib/views/change-list.ts';
import type { ShownBreak } from '#lib/views/breaks.ts';
import { never } from '#lib/values/bad-value.ts';
import { whyRevised } from '#lib/views/why.ts';
import { sayDay, sayPublished } from './days.ts';
import { capital, countedText, definedBy, figureSentence, periodText } from './figures.ts';
import { refusalText } from './refusals.ts';
import { texts } from './texts.ts';

/** Of which kind a change is; to reword a text is not to correct it. */
export const changeKind = (change: ListedChange): string =>
  change.kind === 'correction'
    ? texts.changeList.ofOurs[change.correction.kind]
    : texts.changeList.kinds[change.kind];

/** What changed, in a line without any number; the entry below it says the rest. */
export function changeTitle(change: ListedChange): string {
  const kind = changeKind(change);
  switch (change.kind) {
    case 'revision':
      return `${kind}: ${subject(change.vintage.figure)}, ${periodText(change.vintage.figure)}`;
    case 'new-series':
      return `${kind}: ${subject(change.first)}`;
    case 'caveat':
      return `${kind}: ${subject(change.figure)}, ${periodText(change.figure)}`;
    case 'break':
      return `${kind}: ${rules(change.break).join(', ')}`;
    case 'correction': {
      const about = change.figure ?? change.withdrawn?.figure;
      return about
        ? `${kind}: ${subject(about)}, ${periodText(about)}`
        : [kind, change.name].filter((part) => part !== null).join(': ');
    }
    default:
      return never(change);
  }
}

/**
 * All that an entry says, as plain text for feeds: each figure with its qualifier, days, speaker, document, address,
 * rule and caveats. One line a statement.
 */
export function changeText(change: ListedChange): string {
  switch (change.kind) {
    case 'revision': {
      const { before, figure: now, change: moved } = change.vintage;
      return lines(
        `${capital(texts.changes.before)}: ${whole(before)}`,
        `${capital(texts.changes.now)}: ${whole(now)}`,
        moved?.kind === 'refused' && moved.break
          ? ''
          : `${texts.since.why} ${whyText(before, now)}`,
        moved?.kind === 'refused' ? refusalText(moved) : '',
        ...belonging([before, now]),
      );
    }
    case 'new-series':
      return lines(
        `${texts.changeList.firstFigure} ${whole(change.first)}`,
        ...belonging([change.first]),
      );
    case 'caveat':
      return lines(change.caveat.text, whole(change.figure), ...belonging([change.figure]));
    case 'break':
      return lines(...breakLines(change.break));
    case 'correction':
      return correctionText(change);
    default:
      return never(change);
  }
}

/** What had been written and what is right; of a withdrawn figure all that it had said. */
function correctionText(change: Extract<ListedChange, { kind: 'correction' }>): string {
  const { correction, figure, withdrawn } = change;
  const { kind, reason, column, old, new: right } = correction;
  const said = (text: string) => (text === '' ? texts.changeList.nothing : `“${text}”`);
  const words =
    kind === 'withdrawal'
      ? `${texts.withdrawn.said} ${withdrawn ? whole(withdrawn.figure) : said(old)}`
      : `${column}: ${texts.changeList.wrote} ${said(old)}; ${texts.changeList.right} ${said(right)}.`;
  const about = figure ?? withdrawn?.figure;
  return lines(
    `${texts.changeList.correctionKinds[kind]} ${reason}`,
    words,
    figure ? `${capital(texts.changes.now)}: ${whole(figure)}` : '',
    ...(about ? belonging([about]) : []),
  );
}

const subject = (figure: Figure): string =>
  `${countedText(figure)} (${definedBy(figure.definition)})`;

/** A figure with its publication, the day of publication, and the address written out. */
const whole = (figure: Figure): string =>
  `${figureSentence(figure)} ${figure.source.published.kind === 'undated' ? capital(texts.undated) : `${texts.changeList.published} ${sayPublished(figure.source.published)}`}, ${figure.source.address}`;

function belonging(figures: readonly Figure[]): string[] {
  const definitions = figures.map(({ definition }) => `${definition.label}. ${definition.text}`);
  const caveats = figures.flatMap((figure) => figure.caveats.map(({ text }) => text));
  return [
    ...new Set(definitions.map((text) => `${texts.definition}: ${text}`)),
    caveats.length > 0
      ? `${texts.notes.caveats}: ${[...new Set(caveats)].join(' ')}`
      : texts.noCaveat,
  ];
}

function whyText(before: Figure, now: Figure): string {
  const why = whyRevised(before, now);
  switch (why.kind) {
    case 'break':
      return `${why.break.what} (${sayDay(why.break.day)}; ${why.break.reason})`;
    case 'caveat':
      return why.caveat.text;
    case 'caveat-before':
      return `${texts.since.ofBefore} ${why.caveat.text}`;
    case 'not-published':
      return texts.since.notPublished;
    default:
      return never(why);
  }
}

const rules = ({ before, after, places }: ShownBreak): string[] => {
  const named = [...new Set([...before, ...after].map(({ label }) => label))];
  return places.length === 0 ? named : [...named, places.map(({ label }) => label).join(', ')];
};

function breakLines(one: ShownBreak): string[] {
  const said = (of: ShownBreak['before']) =>
    of.map(({ label, text }) => `${label}. ${text}`).join(' ');
  return [
    one.until && one.day
      ? `${sayDay(one.day)}, ${texts.seriesPage.until2} ${sayDay(one.until)}`
      : '',
    one.what ? `${texts.seriesPage.differs} ${one.what}` : '',
    `${capital(texts.seriesPage.before)}: ${said(one.before)}`,
    `${capital(texts.seriesPage.after)}: ${said(one.after)}`,
    `${texts.seriesPage.reason} ${one.reason}.`,
    one.saidBy ? `${texts.seriesPage.saidBy} ${one.saidBy}.` : '',
  ];
}

const lines = (...all: string[]): string => all.filter((line) => line !== '').join('\n');
