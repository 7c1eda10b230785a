import { expect, test } from 'vitest';
import { goodSeeds as good } from '../../../tests/support/good-seeds.ts';
import { readLibraries, readLibrary } from './library.ts';

const OWN = 'examplia-2030';
const caveats = (good['caveats.csv'] ?? '').trimEnd().split('\n');
const [header = ''] = caveats;

test('a situation has words of its own beside those of all', () => {
  const moved = caveats.at(-1) ?? '';
  const { library, faults } = readLibrary({
    ...good,
    'caveats.csv': `${caveats.slice(0, -1).join('\n')}\n`,
    [`${OWN}/caveats.csv`]: `${header}\n${moved}\n`,
  });
  expect(faults).toEqual([]);
  expect([...(library?.caveats.keys() ?? [])].sort()).toEqual(
    caveats.slice(1).map((line) => line.split(',')[0]).sort(), // prettier-ignore
  );
});

test('its own word takes the place of the shared one with the same id', () => {
  const publishers = good['publishers.csv'] ?? '';
  const [first = '', row = ''] = publishers.split('\n');
  const files = {
    ...good,
    'publishers.csv': publishers.replace(/Example Agency/, 'An agency of all the world'),
    [`${OWN}/publishers.csv`]: `${first}\n${row}\n`,
  };
  const { library, faults } = readLibrary(files);
  expect(faults).toEqual([]);
  expect(library?.publishers.get('example-agency')?.name).toBe('Example Agency');
});

test('another situation can neither use nor see it', () => {
  const without = Object.fromEntries(
    Object.entries(good).map(([path, text]) => [path.replace(OWN, 'otherland-2031'), text]),
  );
  const files = {
    ...good,
    ...without,
    'otherland-2031/situation.yaml': (without['otherland-2031/situation.yaml'] ?? '').replace(OWN, 'otherland-2031'), // prettier-ignore
    'definitions.csv': `${(good['definitions.csv'] ?? '').split('\n')[0] ?? ''}\n`,
    [`${OWN}/definitions.csv`]: good['definitions.csv'] ?? '',
  };
  const messages = readLibraries(files).flatMap(({ faults }) => faults.map(({ message }) => message)); // prettier-ignore
  expect(messages.length).toBeGreaterThan(5);
  expect(messages.filter((message) => !message.startsWith('otherland-2031/'))).toEqual([]);
  expect(messages.join('\n')).toMatch(
    /definition: expected a definition of definitions\.csv, found/,
  );
});

test('a fault in its own words names the file', () => {
  const { faults } = readLibrary({
    ...good,
    [`${OWN}/caveats.csv`]: `${header}\nbad code,9,,,,,,,,\n`,
  });
  expect(faults[0]?.message).toMatch(/^examplia-2030\/caveats\.csv:2:1: code/);
});

test('a column that came later may be missing, and filling it is no change of what was published', () => {
  const measures = (good['measures.csv'] ?? '').trimEnd().split('\n');
  const filled = measures.map((line, i) => `${line}${i === 0 ? ',map_heading,counted,explained' : ',,Not people.,'}`); // prettier-ignore
  const before = readLibrary(good).library?.measures;
  const after = readLibrary({ ...good, 'measures.csv': `${filled.join('\n')}\n` });
  expect(measures[0]).not.toContain('counted');
  expect([...(before?.values() ?? [])].map(({ counted }) => counted)).toEqual(measures.slice(1).map(() => '')); // prettier-ignore
  expect(after.faults).toEqual([]);
  expect(after.ledger?.changes().map(({ thing }) => thing)).toEqual(expect.arrayContaining(['measure'])); // prettier-ignore
});
