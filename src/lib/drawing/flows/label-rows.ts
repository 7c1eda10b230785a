import type { DayOrMonth } from '#lib/values/day.ts';
import { sayDayShort } from '#lib/wording/days.ts';
import { flowTexts } from '#lib/wording/flows.ts';
import { sayAmount } from '#lib/wording/numbers.ts';
import { tenths } from '#lib/drawing/flow-scale.ts';
import { LABEL } from './label-text.ts';
import type { DrawnItem, DrawnLabel } from './map.ts';

/** One line of a label; `y` is its baseline in units of the frame. */
export type LabelRow = { readonly y: number } & (
  | { readonly kind: 'name'; readonly text: string }
  /** Where there is no room for more: a number then stands in the list alone. */
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'amount';
      /** Words before it, with their space; empty for the first of a label. */
      readonly before: string;
      /** With its space. */
      readonly qualifier: string;
      readonly value: string;
      readonly isFirst: boolean;
    }
  | { readonly kind: 'date'; readonly text: string; readonly isOther: boolean }
);

export interface LabelPart {
  readonly item: DrawnItem;
  readonly rows: readonly LabelRow[];
}

/** What a label says, in lines: name, amount and day of its first item, then the amounts beside it, each of another day with that day. */
export function labelRows({ y, name, code, short, items }: DrawnLabel): LabelPart[] {
  const line = (n: number) => tenths(y + n * LABEL.line);
  const [first, ...beside] = items;
  if (!first) return [];
  if (short) return [{ item: first, rows: [{ kind: 'code', text: code, y }] }];
  const { figure, otherDate } = first;
  return [
    {
      item: first,
      rows: [
        ...name.map((text, n): LabelRow => ({ kind: 'name', text, y: line(n) })),
        amountRow(first, line(name.length), true),
        {
          kind: 'date',
          text: sayDayShort(figure.asOf),
          isOther: otherDate,
          y: line(name.length + 1),
        },
      ],
    },
    ...besideParts(beside, figure.asOf, (n) => line(name.length + 2 + n)),
  ];
}

function besideParts(
  beside: readonly DrawnItem[],
  day: DayOrMonth,
  line: (n: number) => number,
): LabelPart[] {
  let lines = 0;
  return beside.map((item) => {
    const rows: LabelRow[] = [amountRow(item, line(lines++), false)];
    const { asOf } = item.figure;
    if (asOf !== day)
      rows.push({
        kind: 'date',
        text: sayDayShort(asOf),
        isOther: item.otherDate,
        y: line(lines++),
      });
    return { item, rows };
  });
}

function beforeOf({ flow, isBeside }: DrawnItem['item']): string {
  if (flow.direction === 'back') return flowTexts.back;
  if (flow.direction === 'onward') return `${flowTexts.from}\u00a0${flow.origin.label}`;
  return isBeside ? flowTexts.other : '';
}

function amountRow({ figure, item }: DrawnItem, y: number, isFirst: boolean): LabelRow {
  const { qualifier, value } = sayAmount(figure.amount);
  const before = isFirst ? '' : beforeOf(item);
  return {
    kind: 'amount',
    before: before === '' ? '' : `${before}\u00a0`,
    qualifier: qualifier === '' ? '' : `${qualifier}\u00a0`,
    value,
    isFirst,
    y,
  };
}
