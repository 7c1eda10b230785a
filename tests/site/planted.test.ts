import { beforeAll, describe, expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { documentAt, documentOf } from '../support/dom.ts';
import { faultsOfCatalogue } from '../support/numbers-in-catalogue.ts';
import { faultsOfCsv, faultsOfJson } from '../support/numbers-in-file.ts';
import { faultsOfNumbers } from '../support/numbers-in-page.ts';
import { outlineOf } from '../support/outline.ts';
import { cited, given } from './given.ts';
import {
  faultsOfEmbed,
  faultsOfHeaders,
  faultsOfHeadings,
  faultsOfIds,
  faultsOfPolicy,
  faultsOfTags,
  host,
  policyInPage,
  tagsOf,
} from './laws.ts';
import { get, textOf } from './pass.ts';

/* The tests of the tests: a fault put into what the site gives is found. */

const faultsIn = (address: string, text: string) =>
  faultsOfNumbers(documentAt(address, text), address, given);
const situation = '/ukraine-2022';

/** The text with the fault in it. */
function planted(before: string, from: string | RegExp, to: string): string {
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  return after;
}

describe('numbers on a page', () => {
  const page = `${situation}/on/2022-02-28/`;
  const someFigure = library.figures.find(({ amount }) => amount.kind === 'exact');
  let whole = '';
  beforeAll(async () => {
    whole = await textOf(page);
  });

  test('the page itself has no fault', () => expect(faultsIn(page, whole)).toEqual([]));

  test.each([
    ['in a paragraph', '</main>', '<p>77 people</p></main>'],
    ['in a paragraph, in Arabic digits', '</main>', '<p>٧٧</p></main>'],
    ['in the map', '</svg>', '<text>77</text></svg>'],
    ['in the text of a caveat', /(data-caveat="[^"]*">)/, '$1 77 '],
    ['in an alternative text', '</main>', '<img alt="77 people"></main>'],
    ['in the title', '<title>', '<title>77 people '],
    ['in a table', '</main>', '<table><tr><td>77</td></tr></table></main>'],
    ['as a date that is none', '</main>', '<time datetime="2022-02-28">77</time></main>'],
    ['as a count that is none', '</main>', '<b data-count>77,777</b></main>'],
    [
      'as a figure out of its block',
      '</main>',
      `<b data-figure="${someFigure?.id}">${someFigure && amountText(someFigure.amount)}</b></main>`,
    ],
    ['as a figure of another value', /(data-figure="[^"]*"[^>]*>)/, '$177'],
  ])('a number planted %s is found', (_where, from, to) => {
    const found = faultsIn(page, planted(whole, from, to));
    expect(found.filter((fault) => /77|٧٧|in no block/.test(fault))).not.toEqual([]);
  });

  test.each([
    ['its caveats', / data-caveat="[^"]*"/g, 'without its caveat'],
    ['the link to its source', / href="[^"]*"/g, 'without a link to its source'],
    ['its day', / datetime="[^"]*"/g, 'without its day'],
    ['its block', / data-block(="")?/g, 'stands in no block'],
  ])('a figure that loses %s is found', (_what, pattern, fault) => {
    const found = faultsIn(page, planted(whole, pattern, ''));
    expect(found.filter((said) => said.includes(fault))).not.toEqual([]);
  });
});

describe('numbers in what announces a page', () => {
  const page = `${situation}/series/killed-civilians-ukr-ohchr-recorded/`;
  let whole = '';
  beforeAll(async () => {
    whole = await textOf(page);
  });

  test.each([
    ['the description', /(property="og:description" content=")/, '$177 people. '],
    ['the title', /(property="og:title" content=")/, '$177 people. '],
    ['the name of the site', /(property="og:site_name" content=")/, '$177'],
    ['the words of the picture', /(property="og:image:alt" content=")/, '$177 people. '],
    ['the words of the card', /(name="twitter:image:alt" content=")/, '$177 people. '],
    ['the size', /(property="og:image:width" content=")/, '$177'],
    ['the address', /(property="og:url" content=")/, '$177 people at '],
  ])('a number planted in %s is found', (_where, tag, to) => {
    const found = faultsIn(page, planted(whole, tag, to));
    expect(found.filter((fault) => fault.includes('77'))).not.toEqual([]);
  });

  test('words of a picture that lose a caveat are found', () => {
    const lost = planted(
      whole,
      /(property="og:image:alt" content="[^"]*?)Note also: [^"]*?\. /,
      '$1',
    );
    expect(faultsIn(page, lost)).not.toEqual([]);
    const quotes = new Set(Object.values(given.expected).map(({ quote }) => quote));
    const faults = (text: string) => faultsOfTags(page, tagsOf(documentOf(text)), quotes);
    expect(faults(whole)).toEqual([]);
    expect(faults(lost).join()).toMatch(/two texts.*no sentence to quote/);
    expect(faultsOfTags(`${situation}/on/2022-02-28/`, tagsOf(documentOf(whole)), quotes)).toEqual([
      'a page of a past day announces itself',
    ]);
  });
});

describe('numbers in pictures, citations and files', () => {
  test.each([
    ['has another number', '</svg>', '<text>77</text></svg>', '77'],
    ['loses a caveat', / data-caveat="[^"]*"/, '', 'without its caveat'],
    ['loses its source', / href="[^"]*"/g, '', 'without a link to its source'],
    ['loses its day', / data-day="[^"]*"/, '', 'without its day'],
  ])('a picture to share that %s is found', async (_what, from, to, fault) => {
    const picture = `/share${situation}/series/killed-civilians-ukr-ohchr-recorded.wide.svg`;
    const before = await textOf(picture);
    expect(faultsIn(picture, before)).toEqual([]);
    const found = faultsIn(picture, planted(before, from, to));
    expect(found.filter((said) => said.includes(fault))).not.toEqual([]);
  });

  test('a number planted in a citation is found', async () => {
    // Of an institution, and with a date.
    let text = '';
    for (const { id } of library.sources.filter((source) => /\d/.test(source.id))) {
      text = await textOf(`/data${situation}/cite/sources/${id}.csl.json`);
      if (text.includes('"literal"') && text.includes('"date-parts"')) break;
    }
    expect(text).toContain('"literal"');
    expect(text).toContain('"date-parts"');
    expect(faultsOfJson(text, library.figures, cited)).toEqual([]);
    for (const [from, to] of [
      ['"title": "', '"title": "77 people: '],
      ['"note": "', '"note": "77 people. '],
      ['"literal": "', '"literal": "77 '],
      ['"version": "', '"version": "77'],
      ['"URL": "', '"URL": "https://example.org/77/'],
      ['"id": "', '"total": 77, "id": "'],
      ['"date-parts": [\n', '"date-parts": [ [77], '],
    ] as const)
      expect(faultsOfJson(planted(text, from, to), library.figures, cited)).not.toEqual([]);
  });

  test('a number planted in a file of figures is found', async () => {
    const csv = await textOf(`/data${situation}/figures.csv`);
    const json = await textOf(`/data${situation}/figures.json`);
    const rows = csv.trimEnd().split('\n');
    const added = rows.map((row, i) => `${row.trimEnd()},${i === 0 ? 'total' : '77'}`).join('\n');
    expect(faultsOfCsv(added, library.figures)).not.toEqual([]);
    expect(faultsOfJson(planted(json, /^\{/, '{"total":77,'), library.figures)).not.toEqual([]);
    const other = planted(json, /"value":\d+/, '"value":77');
    expect(faultsOfJson(other, library.figures)).not.toEqual([]);
  });

  test.each([
    ['as a size of nothing', '"data_revision":', '"total":77,"data_revision":'],
    ['in what a file is', '"what":"', '"what":"77 people. '],
  ])('a number planted in the index %s is found', async (_where, from, to) => {
    const text = await textOf('/data/index.json');
    expect(faultsOfCatalogue(text, cited.titles)).toEqual([]);
    expect(faultsOfCatalogue(planted(text, from, to), cited.titles)).not.toEqual([]);
  });

  const observed = library.figures.find(
    ({ amount, source: { redistribution } }) =>
      amount.kind === 'exact' && redistribution !== 'forbids',
  );
  test.each([
    ['another number', /"value":\d+/, '"value":77', 'value'],
    ['no caveat', /"additionalProperty":\[[^\]]*\]/, '"additionalProperty":[]', 'for machines'],
    ['no publication', '"subjectOf"', '"about"', 'without subjectOf'],
    ['another day', /"observationDate":"[^"]*"/, '"observationDate":"2034-01-01"', 'its day'],
    ['a number of its own', '{"@context"', '{"size":77,"@context"', 'stray number'],
  ])('an observation with %s is found', async (_what, from, to, fault) => {
    const page = `${situation}/figures/${observed?.id}/`;
    const before = await textOf(page);
    expect(faultsIn(page, before)).toEqual([]);
    const found = faultsIn(page, planted(before, from, to));
    expect(found.filter((said) => said.includes(fault))).not.toEqual([]);
  });
});

describe('embeds', () => {
  const id = 'ohchr-2022-02-28.killed.civilians.ukr.ohchr-recorded.2022-02-27';
  const embed = `/embed${situation}/figures/${id}/`;

  test.each([
    ['a caveat in normal type', /<p data-caveat="[^"]*"/, '<p'],
    ['a caveat among the notes', /<li data-caveat="[^"]*"/, '<li'],
    ['its source', /href="[^"]*\/sources\/[^"]*"/, ''],
    ['its publisher', /OHCHR/g, ''],
  ])('an embed that loses %s is found', async (_what, from, to) => {
    const before = await textOf(embed);
    expect(faultsIn(embed, before)).toEqual([]);
    expect(faultsIn(embed, planted(before, from, to))).not.toEqual([]);
  });

  test('a snippet with a number in its title is found', async () => {
    const text = await textOf('/embed/');
    const after = planted(text, /(&lt;iframe src="[^"]*" title=")/, '$177 ');
    expect(faultsIn('/embed/', after)).not.toEqual([]);
  });

  test.each([
    ['opens its links in the frame', '<base target="_blank"', '<base target="_self"'],
    ['opens its notes outside of the frame', '</body>', '<a href="#a">Note</a></body>'],
    ['names no page', 'rel="canonical"', 'rel="other"'],
    ['is to be found by itself', 'name="robots"', 'name="other"'],
    ['asks for a style', '</head>', '<link rel="stylesheet" href="/x.css"></head>'],
  ])('an embed that %s is found', async (_what, from, to) => {
    const before = await textOf(embed);
    expect(faultsOfEmbed(documentOf(before))).toEqual([]);
    expect(faultsOfEmbed(documentOf(planted(before, from, to)))).not.toEqual([]);
  });

  test('what an embed names as its oEmbed answer is one, with the frame of this embed', async () => {
    const href =
      documentOf(await textOf(embed))
        .querySelector('link[type="application/json+oembed"]')
        ?.getAttribute('href') ?? '';
    const asked = new URL(href, host + embed);
    const path = new URL(asked.searchParams.get('url') ?? '', host).pathname;
    expect([asked.pathname, path]).toEqual(['/oembed', embed]);
    const { status, headers, body } = await get(`${asked.pathname}${asked.search}`);
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    const json = JSON.parse(Buffer.from(body).toString('utf8')) as Record<string, unknown>;
    expect(json).toMatchObject({ type: 'rich', version: '1.0', width: 600, height: 480 });
    expect(json['html']).toContain(`${embed}"`);
    expect(faultsOfJson(JSON.stringify(json), library.figures)).toEqual([]);
    for (const more of [
      { title: '77 people' },
      { total: 77 },
      { html: `${String(json['html'])} 77` },
    ])
      expect(faultsOfJson(JSON.stringify({ ...json, ...more }), library.figures)).not.toEqual([]);
  });

  test.each(['height', 'frame'])('the script %s.js is smaller than 500 bytes', async (name) => {
    expect((await get(`/embed/${name}.js`)).body.length).toBeLessThan(500);
  });
});

describe('markup, headers and policy', () => {
  const outline = (body: string, head = '') =>
    outlineOf(
      documentOf(
        `<!doctype html><html lang="en"><head>${head}<title>Made up</title></head><body><h1>One</h1>${body}</body></html>`,
      ),
      '/examplia-2030/',
      host,
    );

  test.each([
    ['<script src="https://example.org/a.js"></script>', 'another host'],
    ['<img src="//example.org/a.png" alt="">', 'another host'],
    ['<a href="javascript:alert(1)">a</a>', 'leads to'],
    ['<a href="http://example.org/">a</a>', 'leads to'],
    ['<p style="color:red">a</p>', 'style attribute'],
    ['<p onclick="a()">a</p>', 'onclick attribute'],
  ])('%s is found', (body, fault) => {
    expect(outline('').faults).toEqual([]);
    expect(outline(body).faults.join()).toContain(fault);
  });

  test('addresses of this site are read from all that leads or loads, with what follows them', () => {
    const body =
      '<a href="../other/?a=1#b">a</a><form action="./go/"></form><img src="/p.png" alt="">';
    const head = '<link rel="alternate" href="f.xml"><meta property="og:image" content="/s.png">';
    expect([...outline(body, head).links].sort()).toEqual([
      '/examplia-2030/f.xml',
      '/examplia-2030/go/',
      '/other/?a=1#b',
      '/p.png',
      '/s.png',
    ]);
  });

  test('a level left out, a second first heading, another language and an id twice are found', () => {
    expect(faultsOfHeadings(outline('<h2>a</h2><h3>b</h3><h2>c</h2>'))).toEqual([]);
    expect(faultsOfHeadings(outline('<h3>a</h3>'))).toEqual(['h3 after h1']);
    expect(faultsOfHeadings(outline('<h1>a</h1>'))).toEqual(['2 headings of level 1']);
    expect(faultsOfHeadings({ lang: 'fr', headings: [1] })).toEqual(['its language is "fr"']);
    expect(faultsOfIds(outline('<p id="a"></p><p id="b"></p><p id="a"></p>'))).toEqual([
      '#a twice',
    ]);
  });

  test('a header of another kind is found', async () => {
    const page = `${situation}/`;
    const answer = await get(page);
    expect(faultsOfHeaders(page, answer)).toEqual([]);
    for (const [name, value] of [
      ['content-type', 'text/html'],
      ['x-content-type-options', ''],
      ['cache-control', 'public'],
      ['cross-origin-resource-policy', 'cross-origin'],
      ['access-control-allow-origin', '*'],
      ['permissions-policy', 'camera=*'],
    ] as const)
      expect(
        faultsOfHeaders(page, { ...answer, headers: { ...answer.headers, [name]: value } }).join(),
      ).toContain(name);
  });

  test('a style or script more than the policy allows, or allowed and not there, is found', async () => {
    const page = `${situation}/`;
    const { headers, body } = await get(page);
    const text = Buffer.from(body).toString('utf8');
    const policy = headers['content-security-policy'] ?? '';
    const faults = (of: string, markup: string) =>
      faultsOfPolicy(of, outlineOf(documentOf(markup), page, host), "'none'").join();
    expect(faults(policy, text)).toBe('');
    expect(faults(policy, planted(text, '</head>', '<style>b{}</style></head>'))).toMatch(/style/);
    expect(faults(policy, planted(text, '<style>', '<style> '))).toMatch(/style/);
    expect(faults(policy, planted(text, '</head>', '<script>a()</script></head>'))).toMatch(/^scr/);
    for (const [from, to] of [
      ["style-src 'self'", "style-src 'self' 'unsafe-inline'"],
      ["script-src 'self'", "script-src 'self' https:"],
      ["frame-ancestors 'none'", 'frame-ancestors *'],
      ["object-src 'none'; ", ''],
      ["default-src 'self'", 'default-src *'],
    ] as const)
      expect(faults(planted(policy, from, to), text)).not.toBe('');
  });

  test('in an export a policy after a script, or none, is found', () => {
    const meta = '<meta http-equiv="content-security-policy" content="default-src \'self\'">';
    const faults = (head: string) =>
      policyInPage(documentOf(`<!doctype html><html><head>${head}</head></html>`)).faults;
    expect(faults(`<meta charset="utf-8">${meta}<script src="a.js"></script>`)).toEqual([]);
    expect(faults(`<script src="a.js"></script>${meta}`)).toEqual(['script before the policy']);
    expect(faults('')).toEqual(['0 policies in the page']);
  });
});
