import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Summary from '#lib/components/page/Summary.svelte';
import { chartFile } from '#lib/downloads/chart-file.ts';
import { linesScene } from '#lib/drawing/chart/lines.ts';
import { plainLines } from '#lib/drawing/chart/plain-lines.ts';
import { library } from '#lib/server/library.ts';
import type { Library } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { publicationDays } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { summaryOn } from '#lib/views/summary.ts';
import { summaryParts } from '#lib/pages/summary-parts.ts';
import { cutOff } from '../support/cut-off.ts';

/** The page of a day as a reader gets it, the list that looks past the day left out, and its chart. */
function pageOf(from: Library, day: Day): string {
  // The layout of a map is paper, made of all that was ever said.
  const parts = summaryParts(library, summaryOn(from, asKnownOn(from, day)));
  const data = {
    ...parts,
    days: [],
    previous: null,
    next: null,
    sheets: null,
    isNewest: false,
    since: [],
    withdrawn: [],
  };
  const { head, body } = render(Summary, { props: { data } });
  return `${head}\n${body}\n${chartFile(linesScene(plainLines(parts.summary.chart)), parts.words.chartAlt)}`;
}

const days = publicationDays(library);
/** Each day, or of a usual run every fourth: what comes from which day one rule decides for all of them. */
const EVERY = process.env['PROVE'] ? 1 : 4;

test('the page of a day is the one that could have been built on that day', () => {
  const looked = days.filter((_, at) => at % EVERY === 0);
  const differing = looked.filter(
    (day) => pageOf(library, day) !== pageOf(cutOff(library, day), day),
  );
  expect(looked.length).toBeGreaterThan(300 / EVERY);
  expect(differing).toEqual([]);
}, 300_000);

test('a figure that came out the day after would be seen', () => {
  const day = days[4] as Day;
  const later = days[5] as Day;
  const known = cutOff(library, later);
  const leaky = {
    ...known,
    // As if it had come out on the day itself.
    figures: known.figures.map((one) =>
      one.source.published.kind === 'day' && one.source.published.day === later
        ? { ...one, source: { ...one.source, published: { kind: 'day' as const, day } } }
        : one,
    ),
  };
  expect(pageOf(leaky, day)).not.toBe(pageOf(cutOff(library, day), day));
});
