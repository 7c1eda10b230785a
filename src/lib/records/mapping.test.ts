import { expect, test } from 'vitest';
import { TODAY, intakeSeeds, mappingFor } from '../../../tests/support/intake-seeds.ts';
import { readLibrary } from './library.ts';

const seeds = intakeSeeds();
const groups = seeds['population-groups.csv'] ?? '';
const faults = (changed: Record<string, string>) =>
  readLibrary({ ...seeds, ...changed }, TODAY).faults.map(({ message }) => message);
const at = (name: string) => `northland-2034/mappings/${name}.yaml`;

test('a mapping beside the seeds is read with them', () => {
  expect(faults({ [at('later')]: mappingFor('later') })).toEqual([]);
});

test.each([
  [
    'a source that is not listed',
    { [at('nobody')]: mappingFor('nobody') },
    'expected a source of sources.csv, found "nobody"',
  ],
  [
    'another source than its name',
    { [at('later')]: mappingFor('kept') },
    "the source in the file's name, later",
  ],
  [
    'a word that is not there',
    { [at('later')]: mappingFor('later').replace('entries', 'entires') },
    'did you mean entries?',
  ],
  [
    'a place that is not there',
    { [at('later')]: mappingFor('later', 'definitions: {XXX: direct}\n') },
    'found "XXX"',
  ],
  ['an alias', { [at('later')]: mappingFor('later', 'dates: &a YYYY-MM\n') }, 'found an anchor'],
  [
    'a key nobody reads',
    { [at('later')]: mappingFor('later', 'numbres: comma\n') },
    'did you mean numbers?',
  ],
])('a mapping with %s', (_, changed, why) => {
  const found = faults(changed);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('northland-2034/mappings/');
  expect(found[0]).toContain(why);
});

const ENDED = ',2034-02-24,2034-03-14,,,,\n';
const endless = (seeds['definitions.csv'] ?? '').replace(ENDED, ',2034-02-24,,,,,\n');

test.each([
  ['of every row', mappingFor('later').replace('entries', 'direct'), '10:15: definition'],
  ['of a place', mappingFor('later', 'definitions: {WES: direct}\n'), '11:20: WES'],
])(
  'a rule %s whose forerunner has no last day is refused, with both rules and the way out',
  (_, text, where) => {
    const mapping = { [at('later')]: text };
    expect(faults(mapping)).toEqual([]);
    const [found = '', ...more] = faults({ ...mapping, 'definitions.csv': endless });
    expect(more).toEqual([]);
    expect(found.startsWith(`${at('later')}:${where}`)).toBe(true);
    expect(found).toContain(
      'found "direct"; it replaces still-there, which has no until in definitions.csv; write its last day there',
    );
  },
);

test('where each row says its own rule, a forerunner that goes on elsewhere needs no last day', () => {
  const text = mappingFor('later')
    .replace('  definition: entries\n', '')
    .replace('  value:', '  definition: rule\n  value:');
  expect(faults({ [at('later')]: text, 'definitions.csv': endless })).toEqual([]);
});

test('a file in a folder of mappings that is none is a stranger', () => {
  expect(faults({ 'northland-2034/mappings/later.csv': 'a\n' })[0]).toContain(
    'expected only files that seeds/README.md names',
  );
});

test.each([
  [
    'a definition that does not cover the measure',
    groups.replace(',refugees,recorded,', ',refugees,entries,'),
    'a definition that covers refugees_recorded',
  ],
  [
    'a group twice',
    `${groups}odp,7001,People recorded (cumulative),,out,refugees_recorded,refugees,recorded,,,2034-12-31,reported,A,none,Test\n`,
    'each group once for its places',
  ],
  ['no caveat decision', groups.replace(',reported,A,none,', ',reported,A,,'), 'caveats'],
  [
    'a group without a measure and with a rule',
    `${groups}hapi,OOC,OOC,,,,,official,,,,,,,Test\n`,
    'known and not taken',
  ],
  ['an unknown portal', groups.replace('odp,7001', 'opd,7001'), 'did you mean odp?'],
])('groups with %s', (_, text, why) => {
  const found = faults({ 'population-groups.csv': text });
  expect(found[0]).toContain('population-groups.csv:');
  expect(found.join('\n')).toContain(why);
});

test('names of places lead to places', () => {
  expect(faults({ 'place-names.csv': 'name,place,said_by\nNowhere,XXX,Test\n' })[0]).toContain(
    'found "XXX"',
  );
});
