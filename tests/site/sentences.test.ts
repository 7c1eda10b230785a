import { beforeAll, describe, expect, test } from 'vitest';
import { documentOf } from '../support/dom.ts';
import { faultsBy, pass, textOf } from './pass.ts';
import * as seeds from './seed-reader.ts';
import { faultsOfSentences } from './sentences.ts';

/* Law 10: every sentence about other figures is what the seeds say, worked out by code that the site does not have. */

const situation = '/ukraine-2022';

beforeAll(pass);

test('no page of a day, series or map says of other figures what the seeds contradict', async () => {
  const [server] = await pass();
  if (!server) throw new Error('The server is visited.');
  expect(faultsBy('sentences', [server])).toEqual([]);
  const held = server.visited.filter(({ laws }) => laws.sentences !== undefined);
  const of = (path: string) => held.filter(({ address }) => address.startsWith(situation + path));
  expect(of('/on/').length).toBe(seeds.publicationDays.length);
  expect(of('/series/').length).toBeGreaterThan(100);
  expect(of('/flows/').length).toBeGreaterThan(600);
  expect(of('/print/on/').length).toBeGreaterThan(80);
  expect(held.some(({ address }) => address.startsWith('/embed/'))).toBe(true);
});

describe('a sentence that the seeds contradict is found', () => {
  const newest = `${situation}/on/${seeds.publicationDays.at(-1)}/`;
  let whole = '';
  beforeAll(async () => {
    whole = await textOf(newest);
  });
  const faultsIn = (text: string) => faultsOfSentences(documentOf(text), newest);
  /** A figure with a later one of its publisher, and the article of a counter that shows it. */
  const [early = '', late = ''] = ['2022-02-27', '2022-03-01'].map(
    (asOf) => [...seeds.figures.values()].find((one) => one.series === 'killed-civilians-ukr-ohchr-recorded' && one['as_of'] === asOf)?.id, // prettier-ignore
  );

  test.each([
    ['that nothing later is known', `<p data-says="nothing-later ${early}">We hold no figure.</p>`],
    [
      'that an earlier figure is the later one',
      `<p data-says="later ${late} ${early}">For a later date:</p>`,
    ],
    [
      'that a later count is less',
      `<p data-says="lower ${late} ${early}">Less than for an earlier day.</p>`,
    ],
    [
      'that a lower count of a later day was replaced',
      `<p data-says="lower ${early} ${late}">A running total should not fall. The number above was published later.</p>`,
    ],
    [
      'that a count was contradicted',
      `<p data-says="contradicted ${late} ${early}">A running total cannot fall.</p>`,
    ],
    [
      'of a figure that is not there',
      '<p data-says="nothing-later no-such-figure">We hold no figure.</p>',
    ],
    ['of a kind that nobody knows', `<p data-says="higher ${early}">Higher.</p>`],
    [
      'dates between which numbers do not lie',
      `<p data-says="dates ${early} ${late}">from 1 May 2022 to 2 May 2022</p>`,
    ],
  ])('%s', (_what, sentence) => {
    expect(faultsIn(whole)).toEqual([]);
    expect(faultsIn(whole.replace('</main>', `${sentence}</main>`))).toHaveLength(1);
  });

  test('that two answers to one question are none, that parts are of these, that nothing changed', async () => {
    const faultsOn = async (day: string, from: string | RegExp, to: string) => {
      const address = `${situation}/on/${day}/`;
      const text = await textOf(address);
      const said = text.replaceAll(from, to);
      expect(said === text).toBe(false);
      return faultsOfSentences(documentOf(said), address).length;
    };
    expect(await faultsOn('2022-03-01', 'persons, not civilians', 'another place')).toBeGreaterThan(
      0,
    );
    const newestDay = seeds.publicationDays.at(-1) ?? '';
    expect(await faultsOn(newestDay, 'In an earlier count:', 'Including ')).toBeGreaterThan(0);
    const days = async (day: string) => documentOf(await textOf(`${situation}/on/${day}/`));
    // A sum is only right for its parts, and a revision only with the value that came later.
    const [, sum = ''] = /data-sum="[^"]*"[^>]*>([\d,]+)</.exec(await textOf(`${situation}/on/2022-06-09/`)) ?? []; // prettier-ignore
    expect(sum).toBe('272');
    expect(await faultsOn('2022-06-09', `>${sum}<`, '>227<')).toBeGreaterThan(0);
    const [then, now] = [...(await days('2022-03-15')).querySelectorAll('section[aria-labelledby="since"] li [data-figure]')].map((one) => one.getAttribute('data-figure') ?? ''); // prettier-ignore
    expect(await faultsOn('2022-03-15', `data-figure="${now}"`, `data-figure="${then}"`)).toBeGreaterThan(0); // prettier-ignore
    expect(await faultsOn('2022-03-08', /<section aria-labelledby="since"[^]*?<\/section>/g, '')).toBeGreaterThan(0); // prettier-ignore
    expect(await faultsOn('2022-02-28', 'The same number as from', 'Not comparable:')).toBeGreaterThan(0); // prettier-ignore
    expect(await faultsOn(newestDay, /<p data-says="exceeds[^]*?<\/p>/g, '')).toBeGreaterThan(0);
    const changes = /(<section aria-labelledby="changes"[^>]*>)/g;
    const still =
      '$1<p data-says="unchanged">Nothing shown here changed in the seven days before.</p>';
    expect(await faultsOn('2022-03-10', changes, still)).toBeGreaterThan(0);
    // Casualties are not subtracted, and that is said beside them and beside nothing else.
    expect(await faultsOn('2022-03-10', /<p class="muted" data-says="older-cases">[^]*?<\/p>/g, '')).toBeGreaterThan(0); // prettier-ignore
    expect(await faultsOn('2022-02-24', changes, '$1<p data-says="older-cases">We do not subtract.</p>')).toBeGreaterThan(0); // prettier-ignore
    // How many figures changed since, and that none did.
    expect(await faultsOn('2022-03-15', /(data-says="changed"[^>]*>[^<]*<b data-count[^>]*>)\d+/g, '$199')).toBeGreaterThan(0); // prettier-ignore
    expect(await faultsOn('2022-03-15', 'data-says="changed"', 'data-says="none-later"')).toBeGreaterThan(0); // prettier-ignore
    // Of which kind a later figure is, and in what a claim differs.
    expect(await faultsOn('2022-03-15', 'data-says="since later"', 'data-says="since revised"')).toBeGreaterThan(0); // prettier-ignore
    expect(await faultsOn('2022-02-28', /data-says="differs (\S+) \S+"/g, 'data-says="differs $1 $1"')).toBeGreaterThan(0); // prettier-ignore
    expect(await faultsOn('2022-02-28', 'data-says="repeats', 'data-says="differs')).toBeGreaterThan(0); // prettier-ignore
    // A day that we inferred.
    expect(await faultsOn('2022-03-22', /about (<time datetime="2022-03-21">)/g, '$1')).toBeGreaterThan(0); // prettier-ignore
  });
});

test('what applies instead of a figure is what stands, in its publisher’s own text where there is one', async () => {
  const newest = '9999-12-31';
  const about = (one: seeds.Said) =>
    seeds
      .ofSeries(one.series)
      .filter((other) => ['as_of', 'period_start'].every((cell) => other[cell] === one[cell]));
  const faults: string[] = [];
  let told = 0;
  for (const one of seeds.figures.values()) {
    if (about(one).length < 2) continue;
    const address = `${situation}/figures/${one.id}/`;
    // One attribute of some hundred pages: nothing else of them has to be read.
    const named = / data-says="instead [^" ]+ ([^" ]+)/.exec(await textOf(address))?.[1];
    if (named === undefined) continue;
    told += 1;
    const other = seeds.figures.get(named);
    const stands = seeds.standing(about(one), newest);
    const same = (a: seeds.Said | null | undefined) =>
      ['value', 'value_high', 'qualifier'].every((cell) => a?.[cell] === stands?.[cell]);
    const own = about(one).some(
      (figure) => same(figure) && figure.isOriginal === 'yes' && figure.saidOn !== '',
    );
    if (!same(other) || (own && other?.isOriginal !== 'yes')) faults.push(`${one.id}: ${named}`);
  }
  expect(told).toBeGreaterThan(20);
  expect(faults).toEqual([]);
}, 300_000);

test('the children of the newest page are the newest that the publisher of the headline gives', async () => {
  const newest = seeds.publicationDays.at(-1) ?? '';
  const page = documentOf(await textOf(`${situation}/`));
  for (const counter of ['killed', 'injured']) {
    const article = page.querySelector(`#counter-${counter}`);
    const shown = [...(article?.querySelectorAll('[data-figure]') ?? [])].flatMap(
      (one) => seeds.figures.get(one.getAttribute('data-figure') ?? '') ?? [],
    );
    const [headline] = shown;
    const children = [...seeds.figures.values()].filter(
      (one) =>
        one['population'] === 'children' &&
        one['period_start'] === headline?.['period_start'] &&
        ['measure', 'place', 'publisher'].every((cell) => one[cell] === headline?.[cell]) &&
        one.knownFrom <= newest &&
        one.until <= (headline?.until ?? '') &&
        !seeds.has(one, 'another-question'),
    );
    const last = children.map(({ until }) => until).sort().at(-1); // prettier-ignore
    expect(
      shown.filter((one) => one['population'] === 'children').map(({ until }) => until),
    ).toContain(last);
  }
});
