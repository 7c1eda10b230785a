import { bounds } from '#lib/values/amount.ts';
import type { Amount } from '#lib/values/amount.ts';
import { badValue } from '#lib/values/bad-value.ts';
import { parseChoice } from '#lib/values/choice.ts';
import { parseIdentifier } from '#lib/values/identifier.ts';
import { parseList } from '#lib/values/list.ts';
import { parseText } from '#lib/values/text.ts';
import { hasEffect } from './caveats.ts';
import type { FigureWordLists } from './figure.ts';
import type { DeclaredSum, Figure } from './model.ts';
import { register } from './register.ts';
import type { Register } from './register.ts';
import type { Row } from './row.ts';
import type { Table } from './table.ts';

/** What a sum can be split by; in all else its parts are like the whole. */
const SPLITS = ['population', 'place', 'measure'] as const;

/** The decision, in writing, that a publication's own parts do not make its total: on the total's row or on a part's. */
const SAID_SO = 'sum-as-printed';

/** The table is shared; a house without it declares no sum. */
export function readSums(
  file: string,
  table: Table<'sums'>,
  words: FigureWordLists,
): Register<DeclaredSum> {
  const known = { population: words.populations, place: words.places, measure: words.measures };
  return register('a sum', file, table, 'id', (row) => {
    const first = row.read({
      id: parseIdentifier,
      definitions: (text) => {
        if (text === '') throw badValue('the definitions to which it applies', text);
        return parseList(text, words.definitions.find).map(({ id }) => id);
      },
      by: (text) => parseChoice(text, SPLITS),
      said_by: parseText,
    });
    if (first === null) return null;
    const find = (id: string): string => known[first.by].find(id).id;
    const cells = row.read({ whole: find, parts: (text) => parseList(text, find) });
    if (cells === null) return null;
    const { whole, parts } = cells;
    if (parts.length < 2 || parts.includes(whole)) {
      const wayOut = 'name them all, separated by ";"';
      row.refuse(
        'parts',
        badValue('two parts or more, none the whole', row.raw('parts'), wayOut).message,
      );
      return null;
    }
    const { said_by: saidBy, ...rest } = first;
    return { ...rest, whole, parts, saidBy };
  });
}

/** Refuses totals that the parts of the same publication contradict, unless a row says so itself. */
export function refuseWrongSums(
  sums: readonly DeclaredSum[],
  figures: readonly Figure[],
  rows: ReadonlyMap<string, Row<'figures'>>,
): void {
  const byRule = new Map<string, Figure[]>();
  for (const figure of figures) {
    const its = byRule.get(figure.definition.id);
    if (its) its.push(figure);
    else byRule.set(figure.definition.id, [figure]);
  }
  for (const sum of sums) {
    const named = new Set([sum.whole, ...sum.parts]);
    const counted = sum.definitions
      .flatMap((id) => byRule.get(id) ?? [])
      .filter((figure) => named.has(figure[sum.by].id));
    // Parts without a whole in their own publication contradict nothing.
    const isWhole = (figure: Figure) => figure[sum.by].id === sum.whole;
    const withWhole = new Set(counted.filter(isWhole).map(({ source }) => source));
    const likes = new Map<string, Map<string, Figure>>();
    for (const figure of counted) {
      if (!withWhole.has(figure.source)) continue;
      const key = likeness(figure, sum.by);
      const like = likes.get(key) ?? new Map<string, Figure>();
      likes.set(key, like.set(figure[sum.by].id, figure));
    }
    for (const like of likes.values()) refuseWrong(sum, like, rows);
  }
}

/** All by which parts are like their whole: the publication and the words of its row, but for what is split. */
function likeness(figure: Figure, by: DeclaredSum['by']): string {
  const { source, definition, origin, periodStart, asOf } = figure;
  const words = SPLITS.filter((one) => one !== by).map((one) => figure[one].id);
  return [source.id, definition.id, origin.id, ...words, periodStart ?? '', asOf].join(' ');
}

function refuseWrong(
  sum: DeclaredSum,
  like: ReadonlyMap<string, Figure>,
  rows: ReadonlyMap<string, Row<'figures'>>,
): void {
  const whole = like.get(sum.whole);
  const parts = sum.parts.flatMap((id) => like.get(id) ?? []);
  if (whole === undefined || parts.length === 0) return;
  if ([whole, ...parts].some(({ caveats }) => hasEffect(caveats, SAID_SO))) return;
  const row = rows.get(whole.id);
  if (row === undefined) return;
  const total = bounds(whole.amount);
  const low = parts.reduce((all, { amount }) => all + (bounds(amount).low ?? 0), 0);
  const high = parts.reduce<number | null>((all, { amount }) => plus(all, bounds(amount).high), 0);
  const isAll = parts.length === sum.parts.length;
  const tooMuch = total.high !== null && low > total.high;
  const tooLittle = isAll && total.low !== null && high !== null && high < total.low;
  if (!tooMuch && !tooLittle) return;
  const made = `${parts.map(({ amount }) => numberIn(amount)).join(' + ')}`;
  const expected = isAll
    ? `the sum of its parts, ${low === high ? low : `from ${low}`} (${made})`
    : `no less than its parts, ${low} (${made})`;
  const names = sum.parts.join(' + ');
  const wayOut = `${names} make ${sum.whole} (${sum.id} of sums.csv). Correct the row that is wrong. If the publication itself says so, write a caveat with the effect ${SAID_SO} among those of this row`;
  row.refuse('value', badValue(expected, row.raw('value'), wayOut).message);
}

function plus(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

function numberIn(amount: Amount): string {
  if ('value' in amount) return String(amount.value);
  return 'low' in amount ? `${amount.low} to ${amount.high}` : '0';
}
