import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { changesBefore } from './changes.ts';
import { publicationDays } from './days.ts';
import { asKnownOn } from './known.ts';
import { noteKeys } from './notes.ts';
import { sheetOf } from './sheet.ts';
import { summaryOn } from './summary.ts';

const days = publicationDays(library).filter((_, i) => i % 23 === 0);
const sheets = days.map((day) => {
  const known = asKnownOn(library, day);
  const summary = summaryOn(library, known);
  return { day, summary, sheet: sheetOf(summary, changesBefore(library, known, 30), []) };
});

test.each(sheets)(
  'on $day every figure of the sheet has a number for each of its notes',
  ({ summary, sheet }) => {
    const shown = [
      ...summary.counters.flatMap(({ headline, parts, claims }) => [
        ...(headline ? [headline.figure, ...headline.alsoSaid] : []),
        ...[...parts.map(({ standing }) => standing), ...claims].map(({ figure }) => figure),
      ]),
      ...summary.flows.map(({ standing }) => standing.figure),
      ...sheet.changes.map(({ before }) => before),
    ];
    const numbers = new Map(sheet.order.map(({ key, number }) => [key, number]));
    expect(shown.flatMap(noteKeys).filter((key) => !numbers.has(key))).toEqual([]);
    expect(sheet.order.map(({ number }) => number)).toEqual(sheet.order.map((_, i) => i + 1));
    expect(new Set(numbers.keys()).size).toBe(sheet.order.length);
    expect(sheet.notes.numbers).toEqual(Object.fromEntries(numbers));
  },
);

test('the notes of the first number on the sheet come first, its caveats before its rule and its source', () => {
  for (const { sheet } of sheets) {
    const [first] = sheet.counters;
    const figure = sheet.lead[0]?.items[0]?.figure ?? first?.headline?.figure;
    const keys = figure ? noteKeys(figure) : [];
    expect(sheet.order.slice(0, keys.length).map(({ key }) => key)).toEqual(keys);
  }
});

test('what others say stands apart from the counters, and nothing of it is lost', () => {
  for (const { summary, sheet } of sheets) {
    expect(sheet.counters.flatMap(({ claims }) => claims)).toEqual([]);
    const claims = summary.counters.flatMap((counter) => counter.claims);
    expect(sheet.others.flatMap((counter) => counter.claims)).toEqual(claims);
  }
});

test('a note that a list which is never left out names is there whatever is left out', () => {
  const [{ summary, sheet } = { summary: null, sheet: null }] = sheets;
  const figure = sheet?.counters[0]?.headline?.figure;
  if (!summary || !figure) throw new Error('The first day has a counter.');
  const nothing = { now: null, correction: null, caveat: null, kind: 'corrected' } as const;
  const since = [{ ...nothing, then: figure, day: summary.day }];
  const { order } = sheetOf(summary, [], since);
  const always = order.filter(({ parts }) => parts.includes('always')).map(({ key }) => key);
  expect(always.sort()).toEqual([...noteKeys(figure)].sort());
});

test('what became of a figure that is not on the sheet is left to the summary', () => {
  const [{ summary } = { summary: null }] = sheets;
  const elsewhere = library.figures.at(-1);
  if (!summary || !elsewhere) throw new Error('There are figures.');
  const nothing = { now: null, correction: null, caveat: null, kind: 'corrected' } as const;
  const { since } = sheetOf(summary, [], [{ ...nothing, then: elsewhere, day: summary.day }]);
  expect(since).toEqual([]);
});

test('each counter stands on the first sheet or behind it, in the order of the plan', () => {
  for (const { sheet } of sheets) {
    expect([...sheet.first, ...sheet.rest]).toEqual(sheet.counters);
    expect(sheet.first.length).toBeLessThanOrEqual(sheet.says.groups.length > 0 ? 4 : 8);
  }
});

test('the first sheet has who says what in fixed order, as far as there is room, and says how many are left', () => {
  for (const { sheet } of sheets) {
    const lines = sheet.says.groups.reduce((sum, { figures }) => sum + 1 + figures.length, 0);
    const others = sheet.counters.map(({ plan }) => plan.label);
    const order = sheet.says.groups.map(({ counter }) => others.indexOf(counter));
    expect(lines).toBeLessThanOrEqual(16);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(sheet.says.left > 0 ? lines : 16).toBeGreaterThanOrEqual(14);
  }
});
