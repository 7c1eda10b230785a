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

test('the first counter’s notes come first, its caveats before its rule and its source', () => {
  for (const { sheet } of sheets) {
    const [first] = sheet.counters;
    const keys = first?.headline ? noteKeys(first.headline.figure) : [];
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
