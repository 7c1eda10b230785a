import { expect, test } from 'vitest';
import { caveat, figure, library, source } from '../../../../tests/support/made.ts';
import {
  faultsOfDataPackage,
  faultsOfDcat,
  triplesOf,
} from '../../../../tests/support/catalogue.ts';
import { dataPackage } from './data-package.ts';
import { dcatJson } from './dcat.ts';
import { formats, kindOf, mediaTypeOf } from './file-kinds.ts';
import { datasetLd, figureLd } from './json-ld.ts';

const edition = { situation: 'examplia-2030', site: null, revision: 'abcdef0123' };
const counted = figure({ value: 1_111, caveats: [caveat({ code: 'made-up' })] });
const cited = figure({
  value: 4_321,
  asOf: '2030-02',
  source: source({ id: 'example-relay', redistribution: 'forbids' }),
});
const made = library([counted, cited]);
const set = {
  name: 'Examplia: all figures',
  page: '/examplia-2030/',
  figures: made.figures,
  files: formats.map((format) => ({
    address: `/data/examplia-2030/figures.${format}`,
    mediaType: mediaTypeOf(`.${format}`),
  })),
};

test('the descriptor is a Data Package of version 2, and its fields are the columns of the file', () => {
  const text = JSON.stringify(dataPackage(made, edition), null, 1);
  expect(faultsOfDataPackage(text)).toEqual([]);
  for (const [from, to] of [
    ['"path": "figures.csv"', '"path": "../figures.csv"'],
    ['profiles/2.0', 'profiles/1.0'],
    ['"name": "figures-csv",', ''],
    ['"mediatype": "text/csv"', '"mediatype": "csv"'],
    ['"fields": [', '"columns": ['],
  ] as const) {
    expect(text).toContain(from);
    expect(faultsOfDataPackage(text.replace(from, to))).not.toEqual([]);
  }
});

test('the catalogue has what a portal needs, with whole addresses and without', async () => {
  for (const site of [null, 'https://example.org/caveat']) {
    const text = JSON.stringify(dcatJson([set], { ...edition, site }));
    expect(await faultsOfDcat(await triplesOf(text))).toEqual([]);
  }
});

test.each([
  ['its title', /"dct:title"/],
  ['its publisher', /"dct:publisher"/],
  ['its days', /"dct:temporal"/],
  ['its licence', /"dct:license"/],
  ['its address', /"dcat:accessURL"/],
])('a catalogue in which something has lost %s is refused', async (_what, key) => {
  const text = JSON.stringify(dcatJson([set], edition));
  const spoilt = text.replaceAll(new RegExp(key, 'g'), '"rdfs:comment"');
  expect(spoilt).not.toBe(text);
  expect(await faultsOfDcat(await triplesOf(spoilt))).not.toEqual([]);
});

test('linked data of figures and sets is understood without fetching anything', async () => {
  const triples = await triplesOf(
    JSON.stringify([datasetLd(set, edition), figureLd(counted, edition)]),
  );
  expect(triples).toContain('<https://schema.org/Dataset>');
  expect(triples).toContain('<https://schema.org/contentUrl> "/data/examplia-2030/figures.csv"');
  expect(triples).toContain(`<https://example.org/examplia-2030/figures/${counted.id}/>`);
});

test('an observation has its number with qualifier, rule, publication and every caveat', () => {
  expect(figureLd(counted, edition)).toMatchObject({
    '@type': 'Observation',
    value: 1_111,
    measurementQualifier: { name: 'exact' },
    subjectOf: { url: counted.source.address },
    additionalProperty: [{ name: 'made-up', value: 'What made-up does not tell.' }],
  });
});

test.each([
  [{ kind: 'at_least', value: 1_111 } as const, { minValue: 1_111 }],
  [{ kind: 'more_than', value: 1_111 } as const, { minValue: 1_112 }],
  [{ kind: 'nearly', value: 1_111 } as const, { maxValue: 1_111 }],
  [{ kind: 'between', low: 1_111, high: 2_222 } as const, { minValue: 1_111, maxValue: 2_222 }],
  [{ kind: 'unknown' } as const, {}],
])('%o has the ends that its words give it and no value between', (amount, ends) => {
  const ld = figureLd(figure({ amount }), edition);
  const numbers = Object.entries(ld).filter(([key]) => /^(?:value|minValue|maxValue)$/.test(key));
  expect(Object.fromEntries(numbers)).toEqual(ends);
});

test('of a figure that may only be cited its page is told and not its number', () => {
  const ld = figureLd(cited, edition);
  expect(ld['@type']).toBe('WebPage');
  expect(JSON.stringify(ld)).not.toMatch(/4,?321/);
  expect(JSON.stringify(ld)).toContain(cited.source.address);
});

test('of a set no number of persons is told', () => {
  expect(JSON.stringify(datasetLd(set, edition))).not.toMatch(/1,?111|4,?321/);
});

test('a file that is not described is refused', () => {
  expect(kindOf('examplia-2030/series/a-b.csv')).toContain('one series');
  expect(kindOf('examplia-2030/series/a-b.chart.json')).toContain('charts');
  expect(kindOf('examplia-2030/flows/crossings.json')).toContain('one map');
  expect(() => kindOf('examplia-2030/flows/crossings/2030-01-05.csv')).toThrow('no description');
  expect(() => kindOf('examplia-2030/secret.csv')).toThrow('no description');
});
