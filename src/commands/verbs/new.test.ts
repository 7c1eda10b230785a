import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { scriptedAsker } from '../../../tests/support/scripted-asker.ts';
import type { Script } from '../../../tests/support/scripted-asker.ts';
import { keptTell, useSeedFolder } from '../../../tests/support/seed-folder.ts';
import { openSession } from '../adding/session.js';
import { openSeeds } from '../seed-reader.js';
import { newByAsking } from './new.js';

const copy = useSeedFolder();
const { read, names } = copy;
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2035, 5, 1) }));
afterEach(() => void vi.useRealTimers());

const ANSWERS: Script = {
  'Its title': 'Otherland from 3 February 2034',
  'The code of the country': 'OTH',
  'Its name': ['Otherland', 'Far Otherland'],
  'Part of which places': ['', ''],
  'ISO 3166-1 numeric': ['902', '903'],
  'Longitude in degrees': ['178', '-176'],
  'Latitude in degrees': ['-18', '-14'],
  'The day on which it begins': ['2034-02-30', '2034-02-03'],
  'The countries on its map': 'FAR;SAM',
  'Which publisher’s figures': 'example-agency',
  'When was it published': '2034-02-12',
  'Title:': 'Example Agency, first update on Otherland',
  Address: 'https://data.example.org/otherland',
  'What is counted': ['border_crossings', 'killed', 'killed'],
  'Whom does it count': ['all_persons', 'civilians', 'children'],
  'Where, or where to': ['FAR', 'OTH', 'OTH'],
  'Under which definition': ['example-crossings', 'example-recorded', 'example-recorded'],
  'Counted from': ['2034-02-03', '2034-02-03', '2034-02-03'],
  'As of which day': ['2034-02-11', '2034-02-11', '2034-02-11'],
  'The number': ['2345', '99', '9'],
  'Another figure': ['yes', 'yes', 'no'],
};

async function newWith(script: Script) {
  const { ask, asked, told } = scriptedAsker(script);
  const { tell, said } = keptTell();
  const seeds = await openSeeds(copy.folder, tell);
  const library = seeds?.readings[0]?.library;
  if (!seeds || !library) throw new Error(seeds?.faults[0]);
  const session = await openSession(seeds, library, { id: 'otherland-2034', country: '' });
  return { code: await newByAsking(seeds, session, ask, tell), asked, told, out: said.join('') };
}

test('a second situation stands beside the first: words, plan, first publication, nothing published', async () => {
  const before = names();
  const { code, out, told } = await newWith(ANSWERS);
  expect(told).toContainEqual(expect.stringContaining('2034-02 has the days 01 to 28'));
  expect(out).toContain('6 sources, 17 figures, no faults');
  expect(out).toContain('node src/commands/cut-map.js');
  // The first number of a series wants a signed line.
  expect(code).toBe(3);
  expect(names()).toEqual(
    [
      ...before,
      'otherland-2034',
      'otherland-2034/corrections.csv',
      'otherland-2034/events.csv',
      'otherland-2034/figures',
      'otherland-2034/figures/example-agency-2034-02-12.csv',
      'otherland-2034/places.csv',
      'otherland-2034/published.csv',
      'otherland-2034/situation.yaml',
      'otherland-2034/sources.csv',
    ].sort(),
  );
  expect(read('otherland-2034/published.csv')).toBe('thing,id,says\n');
  expect(read('otherland-2034/places.csv')).toMatch(
    /\nOTH,Otherland,in Otherland,to Otherland,country,,902,178,-18\nFAR,Far Otherland,in Far Otherland,to Far Otherland,country,,903,-176,-14\n$/,
  );
  const seeds = await openSeeds(copy.folder);
  const libraries = seeds?.readings.flatMap(({ library }) => library ?? []) ?? [];
  expect(libraries.map(({ situation }) => situation.id)).toEqual([
    'examplia-2030',
    'otherland-2034',
  ]);
  const { situation } = libraries[1] ?? {};
  expect(situation?.counters).toEqual([
    {
      id: 'border_crossings-far',
      label: 'To Far Otherland',
      headline: ['border_crossings-all_persons-far-example-crossings'],
      parts: [],
      claims: [],
    },
    {
      id: 'killed-oth',
      label: 'Killed in Otherland',
      headline: ['killed-civilians-oth-example-recorded'],
      parts: [{ label: 'children', series: ['killed-children-oth-example-recorded'] }],
      claims: [],
    },
  ]);
  // Samplia lies near the other end of the world; the frame holds all three, across the 180th meridian.
  expect(situation?.frames.map(({ places }) => places.map(({ id }) => id))).toEqual([
    ['FAR', 'SAM'],
  ]);
  expect(situation?.maps.map(({ rules }) => rules.map(({ id }) => id))).toEqual([
    ['example-crossings'],
  ]);
});

test('who leaves finds the plan again; nothing of it is in the seeds until all is', async () => {
  const before = names();
  const left = await newWith({ ...ANSWERS, Address: 'leave' });
  expect(left.code).toBe(1);
  expect(names()).toEqual([...before, '.add-draft.json'].sort());
  const { code, asked } = await newWith(ANSWERS);
  expect(asked.slice(0, 3)).toEqual([
    'Continue with otherland-2034, which was not finished? (No discards it.)',
    'Address where you read it (https)',
    expect.stringContaining('Its name, a permanent part of addresses'),
  ]);
  expect(code).toBe(3);
});

test('what is refused when all is shown can be corrected there, the plan too', async () => {
  const { code, out } = await newWith({
    ...ANSWERS,
    'Its title': ' Otherland',
    'This cannot be written yet': 'plan',
    'What of it': 'title',
    "The situation's title": 'Otherland from 3 February 2034',
  });
  expect(out).toContain('otherland-2034/situation.yaml:3:8: title: expected');
  expect(code).toBe(3);
  expect(read('otherland-2034/situation.yaml')).toContain(
    'title: "Otherland from 3 February 2034"',
  );
});
