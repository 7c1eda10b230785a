import { readingOf } from '#lib/pages/read-at.ts';
import { library } from '#lib/server/library.ts';
import { revision } from '#lib/server/revision.ts';
import { quoteText } from '#lib/wording/quote.ts';
import { sheetTexts } from '#lib/wording/sheet.ts';
import { datePatterns } from '../support/dates.ts';
import type { Citable } from '../support/numbers-in-file.ts';
import { expectedOf, withdrawnOf, type Given } from '../support/numbers-in-page.ts';

const { readAt } = readingOf(library.situation.id);

/** What the seeds say must stand with each number of a page. */
export const given: Given = {
  expected: expectedOf(library.figures, (figure) => quoteText(figure, readAt(figure))),
  withdrawn: withdrawnOf(library),
  dates: datePatterns,
  revision,
  names: [
    ...new Set(library.sources.map(({ licence }) => licence)),
    revision,
    sheetTexts.papers.a4,
  ],
};

/** What a citation may name. */
export const cited: Citable = {
  titles: library.sources.map(({ title }) => title),
  relays: library.sources.flatMap(({ relayOf }) => relayOf ?? []),
  addresses: library.sources.map(({ address }) => address),
  revision,
};
