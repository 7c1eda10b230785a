import { join } from 'node:path';
import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { revision } from '#lib/server/revision.ts';
import { sheetTexts } from '#lib/wording/sheet.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { quoteText } from '#lib/wording/quote.ts';
import { readingOf } from '#lib/pages/read-at.ts';
import { datePatterns } from '../support/dates.ts';
import { faultsOfCsv, faultsOfJson } from '../support/numbers-in-file.ts';
import { faultsOfCatalogue, isCatalogue } from '../support/numbers-in-catalogue.ts';
import { expectedOf, faultsOfNumbers, withdrawnOf } from '../support/numbers-in-page.ts';
import { inEach, listed, textsOf, type Text } from '../support/parsed.ts';
import { filesOf, folder, useBrowser } from '../support/site.ts';

const home = useBrowser();
const { readAt } = readingOf(library.situation.id);
const given = {
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
const cited = {
  titles: library.sources.map(({ title }) => title),
  relays: library.sources.flatMap(({ relayOf }) => relayOf ?? []),
  addresses: library.sources.map(({ address }) => address),
  revision,
};
const faultsIn = async (texts: readonly Text[]) =>
  listed(await inEach(home.browser, texts, faultsOfNumbers, given));

// There are thousands of each, and a busy machine takes its time.
const isEmbed = (file: string) => file.startsWith('embed/');
test.each([
  ['on no page and in no picture', (file: string) => !isEmbed(file)],
  ['in no embed', isEmbed],
])(
  '%s does a number travel alone',
  async (_where, isOne) => {
    const files = filesOf(folder, '.html', '.svg').filter(isOne);
    expect(files.length).toBeGreaterThan(100);
    expect(await faultsIn(textsOf(folder, files))).toEqual([]);
  },
  900_000,
);

/** What is kept under its revision is the same file by another name, as tests/built/data.test.ts makes sure. */
const dataFiles = (...endings: string[]) =>
  filesOf(folder, ...endings).filter((file) => !file.includes('/revisions/'));

test.each(dataFiles('.csv'))('every row of %s says all that belongs to it', (file) => {
  const [{ text } = { text: '' }] = textsOf(folder, [file]);
  expect(faultsOfCsv(text, library.figures).slice(0, 20)).toEqual([]);
});

test.each(dataFiles('.json', '.jsonld'))('every number of %s belongs to a whole record', (file) => {
  const [{ text } = { text: '' }] = textsOf(folder, [file]);
  if (isCatalogue(file)) expect(faultsOfCatalogue(text, cited.titles).slice(0, 20)).toEqual([]);
  else expect(faultsOfJson(text, library.figures, cited).slice(0, 20)).toEqual([]);
});

// The test of the test: a number put where none may be is seen.
const page = 'ukraine-2022/on/2022-02-28/index.html';
const whole = () => textsOf(folder, [page])[0]?.text ?? '';
const someFigure = library.figures.find(({ amount }) => amount.kind === 'exact');
const planted: [string, (text: string) => string][] = [
  ['in a paragraph', (text) => text.replace('</main>', '<p>77 people</p></main>')],
  ['in a paragraph, in Arabic digits', (text) => text.replace('</main>', '<p>٧٧</p></main>')],
  ['in the map', (text) => text.replace('</svg>', '<text>77</text></svg>')],
  ['in the text of a caveat', (text) => text.replace(/(data-caveat="[^"]*">)/, '$1 77 ')],
  ['in an alternative text', (text) => text.replace('</main>', '<img alt="77 people"></main>')],
  ['in the title', (text) => text.replace('<title>', '<title>77 people ')],
  ['in a table', (text) => text.replace('</main>', '<table><tr><td>77</td></tr></table></main>')],
  [
    'as a date that is none',
    (text) => text.replace('</main>', '<time datetime="2022-02-28">77</time></main>'),
  ],
  ['as a count that is none', (text) => text.replace('</main>', '<b data-count>77,777</b></main>')],
  [
    'as a figure out of its block',
    (text) =>
      text.replace(
        '</main>',
        `<b data-figure="${someFigure?.id}">${someFigure && amountText(someFigure.amount)}</b></main>`,
      ),
  ],
  ['as a figure of another value', (text) => text.replace(/(data-figure="[^"]*"[^>]*>)/, '$177')],
];

test.each(planted)('a number planted %s is found', async (_where, plant) => {
  const before = whole();
  const after = plant(before);
  expect(after).not.toBe(before);
  const found = await faultsIn([{ file: page, text: after }]);
  expect(found.filter((fault) => /77|٧٧|in no block/.test(fault))).not.toEqual([]);
});

const tagged = 'ukraine-2022/series/killed-civilians-ukr-ohchr-recorded/index.html';
test.each([
  ['the description', /(property="og:description" content=")/, '$177 people. '],
  ['the title', /(property="og:title" content=")/, '$177 people. '],
  ['the name of the site', /(property="og:site_name" content=")/, '$177'],
  ['the words of the picture, before them', /(property="og:image:alt" content=")/, '$177 people. '],
  ['the words of the card', /(name="twitter:image:alt" content=")/, '$177 people. '],
  ['the size', /(property="og:image:width" content=")/, '$177'],
  ['the address', /(property="og:url" content=")/, '$177 people at '],
])('a number planted in %s that announces a page is found', async (_where, tag, plant) => {
  const before = textsOf(folder, [tagged])[0]?.text ?? '';
  const after = before.replace(tag, plant);
  expect(after).not.toBe(before);
  const found = await faultsIn([{ file: tagged, text: after }]);
  expect(found.filter((fault) => fault.includes('77'))).not.toEqual([]);
});

test('words of a picture that lose a caveat are found', async () => {
  const before = textsOf(folder, [tagged])[0]?.text ?? '';
  const after = before.replace(
    /(property="og:image:alt" content="[^"]*?)Note also: [^"]*?\. /,
    '$1',
  );
  expect(after).not.toBe(before);
  expect(await faultsIn([{ file: tagged, text: after }])).not.toEqual([]);
});

test.each([
  ['its caveats', / data-caveat="[^"]*"/g, 'without its caveat'],
  ['the link to its source', / href="[^"]*"/g, 'without a link to its source'],
  ['its day', / datetime="[^"]*"/g, 'without its day'],
  ['its block', / data-block(="")?/g, 'stands in no block'],
])('a figure that loses %s is found', async (_what, pattern, fault) => {
  const text = whole().replaceAll(pattern, '');
  const found = await inEach(home.browser, [{ file: page, text }], faultsOfNumbers, given);
  expect(found.get(page)?.filter((said) => said.includes(fault))).not.toEqual([]);
});

test('a number planted in a citation is found', () => {
  const files = filesOf(folder, '.csl.json').filter((one) => /cite\/sources\/.*\d/.test(one));
  const whole = textsOf(folder, files).find(
    ({ text: one }) => one.includes('"literal"') && one.includes('"date-parts"'),
  );
  const text = whole?.text ?? '';
  expect(faultsOfJson(text, library.figures, cited)).toEqual([]);
  for (const [from, to] of [
    ['"title": "', '"title": "77 people: '],
    ['"note": "', '"note": "77 people. '],
    ['"literal": "', '"literal": "77 '],
    ['"version": "', '"version": "77'],
    ['"URL": "', '"URL": "https://example.org/77/'],
    ['"id": "', '"total": 77, "id": "'],
    ['"date-parts": [\n', '"date-parts": [ [77], '],
  ] as const) {
    const planted = text.replace(from, to);
    expect(planted).not.toBe(text);
    expect(faultsOfJson(planted, library.figures, cited)).not.toEqual([]);
  }
});

const [shared = ''] = filesOf(join(folder, 'share'), 'civilians-ukr-ohchr-recorded.wide.svg');
test.each([
  ['has another number', (text: string) => text.replace('</svg>', '<text>77</text></svg>'), '77'],
  [
    'loses a caveat',
    (text: string) => text.replace(/ data-caveat="[^"]*"/, ''),
    'without its caveat',
  ],
  [
    'loses its source',
    (text: string) => text.replace(/ href="[^"]*"/g, ''),
    'without a link to its source',
  ],
  ['loses its day', (text: string) => text.replace(/ data-day="[^"]*"/, ''), 'without its day'],
])('a picture to share that %s is found', async (_what, spoil, fault) => {
  const file = `share/${shared}`;
  const before = textsOf(folder, [file])[0]?.text ?? '';
  const after = spoil(before);
  expect(after).not.toBe(before);
  expect(await faultsIn([{ file, text: before }])).toEqual([]);
  const found = await faultsIn([{ file, text: after }]);
  expect(found.filter((said) => said.includes(fault))).not.toEqual([]);
});

test('a number planted in a file is found', () => {
  const [csv] = textsOf(folder, dataFiles('/figures.csv'));
  const [json] = textsOf(folder, dataFiles('/figures.json'));
  const rows = csv?.text.trimEnd().split('\n') ?? [];
  const added = rows.map((row, i) => `${row.trimEnd()},${i === 0 ? 'total' : '77'}`).join('\n');
  expect(faultsOfCsv(added, library.figures)).not.toEqual([]);
  const more = (json?.text ?? '').replace(/^\{/, '{"total":77,');
  expect(faultsOfJson(more, library.figures)).not.toEqual([]);
  const other = (json?.text ?? '').replace(/"value":\d+/, '"value":77');
  expect(faultsOfJson(other, library.figures)).not.toEqual([]);
});

test.each([
  ['as a size of nothing', '"data_revision":', '"total":77,"data_revision":'],
  ['in what a file is', '"what":"', '"what":"77 people. '],
])('a number planted in the index %s is found', (_where, from, to) => {
  const text = textsOf(folder, ['data/index.json'])[0]?.text ?? '';
  const planted = text.replace(from, to);
  expect(planted).not.toBe(text);
  expect(faultsOfCatalogue(planted, cited.titles)).not.toEqual([]);
});

const observed = library.figures.find(
  ({ amount, source: { redistribution } }) => amount.kind === 'exact' && redistribution === 'may',
);
test.each([
  ['another number', /"value":\d+/, '"value":77', 'value'],
  ['no caveat', /"additionalProperty":\[[^\]]*\]/, '"additionalProperty":[]', 'for machines'],
  ['no publication', '"subjectOf"', '"about"', 'without subjectOf'],
  ['another day', /"observationDate":"[^"]*"/, '"observationDate":"2034-01-01"', 'its day'],
  ['a number of its own', '{"@context"', '{"size":77,"@context"', 'stray number'],
])('an observation with %s is found', async (_what, from, to, fault) => {
  const file = `ukraine-2022/figures/${observed?.id}/index.html`;
  const before = textsOf(folder, [file])[0]?.text ?? '';
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  expect(await faultsIn([{ file, text: before }])).toEqual([]);
  const found = await faultsIn([{ file, text: after }]);
  expect(found.filter((said) => said.includes(fault))).not.toEqual([]);
});
