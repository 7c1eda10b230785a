import { libraryBefore } from '#lib/records/before.ts';
import type { Ledger, LedgerChange } from '#lib/records/ledger.ts';
import type { Correction, Figure, Library } from '#lib/records/model.ts';
import { sayState } from '#lib/records/says.ts';
import { columnsOf, nameOf } from '#lib/records/things.ts';
import type { State, Thing } from '#lib/records/things.ts';
import type { Day } from '#lib/values/day.ts';
import { figuresAbout } from '#lib/views/figures-about.ts';
import { standingDays } from '#lib/views/standing-days.ts';
import { addresses } from './addresses.ts';
import { figureSentence } from './figures.ts';
import { texts } from './texts.ts';

/** The seeds at one time, and the days on which each figure is shown. */
interface Side {
  readonly library: Library;
  readonly days: ReadonlyMap<string, readonly Day[]>;
}

/**
 * For those who maintain the figures: what readers will see differently from what was published. Of each thing the old and the
 * new sentence, the cells that changed, what is on record about it, and the pages it is on.
 */
export function seenDifferently(library: Library, ledger: Ledger): string[] {
  const changes = ledger.changes().filter(({ thing }) => thing !== 'correction');
  if (changes.length === 0) return [];
  const now = { library, days: standingDays(library) };
  // Only these move figures from one page to another.
  const moved = changes.some(({ thing, was }) => was && (thing === 'figure' || thing === 'source'));
  const earlier = moved ? libraryBefore(library, ledger) : library;
  const then = moved ? { library: earlier, days: standingDays(earlier) } : now;
  return changes.map((change) => entryOf(change, then, now));
}

function entryOf(change: LedgerChange, then: Side, now: Side): string {
  const { thing, id, was, is } = change;
  const says = texts.ledger;
  const kind = was === null ? says.fresh : is === null ? says.withdrawn : says.changed;
  const lines = [`${kind} ${thing} ${id}`];
  const [before, after] = [
    was && sentenceOf(thing, id, was, then.library),
    is && sentenceOf(thing, id, is, now.library),
  ];
  if (before === after) lines.push(`${says.same} ${after}`);
  else
    lines.push(
      ...(before ? [`${says.was} ${before}`] : []),
      ...(after ? [`${says.is} ${after}`] : []),
    );
  if (was && is) lines.push(...cellsThatChanged(thing, was, is));
  for (const one of now.library.corrections)
    if (was && one.thing === nameOf(thing, id) && isOf(one, was)) lines.push(recordOf(one));
  lines.push(...pagesOf(change, was ? [then, now] : [now]).map((page) => `${says.on} ${page}`));
  return lines.join('\n  ');
}

/** Whether a record begins with what was last published. */
function isOf({ kind, column, old }: Correction, was: State): boolean {
  return kind === 'withdrawal' || old === (was[column] ?? '');
}

const recordOf = ({ kind, day, reason }: Correction) =>
  `${texts.ledger.record} ${kind}, ${day}: ${reason}`;

function sentenceOf(thing: Thing, id: string, state: State, { figures }: Library): string {
  const { label, name, phrase, what, title = '', text = '' } = state;
  switch (thing) {
    case 'figure': {
      const figure = figures.find((one) => one.id === id);
      return figure ? figureSentence(figure).replaceAll('\u00a0', ' ') : sayState(state);
    }
    case 'caveat':
    case 'definition':
      return `${label ?? ''}: ${text}`;
    case 'event':
      return text;
    case 'source':
      return title;
    default:
      return [label, name, phrase, what].filter((part) => part !== undefined).join(': ');
  }
}

function cellsThatChanged(thing: Thing, was: State, is: State): string[] {
  return columnsOf(thing)
    .filter((column) => was[column] !== is[column])
    .map((column) => `${column}: ${cell(was[column])} → ${cell(is[column])}`);
}

const cell = (text: string | undefined) => text ?? texts.ledger.nothing;

function pagesOf({ thing, id }: LedgerChange, sides: readonly Side[]): string[] {
  const about = sides.map(({ library }) => figuresAbout(library.figures, thing, id));
  const situation = sides[0]?.library.situation.id ?? '';
  const days = sides.flatMap((side, at) =>
    [id, ...(about[at] ?? []).map((figure) => figure.id)].flatMap(
      (one) => side.days.get(one) ?? [],
    ),
  );
  const each = (of: (figure: Figure) => string) => about.flat().map(of);
  return [
    ...spanOf(days.map((day) => addresses.day(situation, day))),
    ...spanOf(each(({ series }) => addresses.series(situation, series))),
    ...spanOf(
      thing === 'source'
        ? [addresses.source(situation, id)]
        : each(({ source }) => addresses.source(situation, source.id)),
    ),
    ...(thing === 'caveat' ? [`${addresses.caveats(situation)}#${id}`] : []),
    ...(thing === 'definition' || thing === 'publisher' ? [addresses.methods] : []),
  ];
}

/** Many pages of one kind as the first, the last and how many. */
function spanOf(pages: readonly string[]): string[] {
  const once = [...new Set(pages)].sort();
  const [first, last] = [once[0], once.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (once.length < 3) return [...once];
  return [`${first} … ${last} (${once.length} ${texts.ledger.pages})`];
}
