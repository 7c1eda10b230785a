import { csvLine } from '#lib/records/csv-line.ts';
import type { Figure } from '#lib/records/model.ts';
import { never } from '#lib/values/bad-value.ts';
import type { MovedHeadline } from '#lib/views/quality/moved.ts';
import type { Finding, Uncompared } from '#lib/views/quality/finding.ts';
import { sayDay, sayPublished } from './days.ts';
import { asOfText, figureSentence } from './figures.ts';
import { sayNumber } from './numbers.ts';

/** For those who maintain the figures: what is odd about one, and beside which other. */
export function findingText(finding: Finding): string {
  const { figure, other } = finding;
  return [`${whatIsOdd(finding)}:`, said(figure), ...(other ? [`beside ${said(other)}`] : [])].join(
    '\n  ',
  );
}

/** The line by which somebody says to have looked; day, name and reason are theirs to write. */
export function lineToSign(
  { rule, figure, other }: Finding,
  [day, signedBy, reason]: readonly [string, string, string] = ['YYYY-MM-DD', '', ''],
): string {
  return csvLine([rule, figure.id, other?.id ?? '', day, signedBy, reason]);
}

export type FindingState = 'unsigned' | 'signed' | 'published before';

/** The same for machines. */
export interface FindingRecord {
  readonly state: FindingState;
  readonly rule: string;
  readonly figure: string;
  readonly other: string | null;
  readonly text: string;
  /** To be signed; null where nobody has to. */
  readonly line: string | null;
}

export function findingRecord(finding: Finding, state: FindingState): FindingRecord {
  return {
    state,
    rule: finding.rule,
    figure: finding.figure.id,
    other: finding.other?.id ?? null,
    text: findingText(finding),
    line: state === 'unsigned' ? lineToSign(finding) : null,
  };
}

/** Below the odd things that would come with what is not written yet; `file` is where signatures are. */
export function oddAheadText(many: number, file: string): string {
  return many === 1
    ? `1 odd thing would come with it and needs a signed line before publish. Look it up now. If the publication does say so, write it and sign it in ${file} (npm run seeds -- sign). If not, correct it first.`
    : `${sayNumber(many)} odd things would come with it, and each needs a signed line before publish. Look them up now. If the publication does say so, write them and sign them in ${file} (npm run seeds -- sign). If not, correct them first.`;
}

function whatIsOdd({ rule, days, why }: Finding): string {
  switch (rule) {
    case 'falls':
      return 'A count that can only grow became smaller';
    case 'jumps':
      return 'More than a fifth away from its neighbour';
    case 'same-as-another':
      return 'The same number as for another country, in one publication';
    case 'old-as-of':
      return `${days?.found ?? ''} days old when published, while nine in ten of this publisher’s figures were at most ${days?.usual ?? ''}`;
    case 'not-compared':
      return `Nothing to compare it with: ${WHY[why ?? 'first']}. Read it again in the publication, digit by digit`;
    case 'number-gone':
      return 'A known number is replaced by a word or by no number';
    default:
      return never(rule);
  }
}

/** Old and new sentence of a headline that would move as slips do. */
export function movedText({ before, now, how }: MovedHeadline): string {
  const what =
    how === 'digits'
      ? 'A headline figure changes by digits exchanged, dropped or added'
      : now === null
        ? 'A headline figure disappears'
        : 'A headline figure changes by more than a fifth, or to no number';
  return [`${what}:`, `was: ${said(before)}`, ...(now ? [`is:  ${said(now)}`] : [])].join('\n  ');
}

const WHY: Readonly<Record<Uncompared, string>> = {
  first: 'it is the first number of its series',
  undated: 'no publication day is given, so it may belong before or after a break in the series',
  period: 'no other number of its series covers a period like this one',
  break: 'it begins a new part of the series, after a break',
  'no-number': 'the entries beside it have no number',
};

function said(figure: Figure): string {
  const { published } = figure.source;
  const out = published.kind === 'undated' ? '' : `, published ${sayPublished(published)}`;
  return `${figureSentence(figure)} (as of ${asOfText(figure, sayDay)}${out}; ${figure.id})`;
}
