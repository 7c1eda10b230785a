import { expect, test } from 'vitest';
import { readLibraries } from '#lib/records/library.ts';
import { recordOf } from '#lib/records/published.ts';
import { goodSeeds } from '../support/good-seeds.ts';

const first = 'examplia-2030';
const second = 'modelland-2031';
/** A record of what was published as it was before it named what addresses are made of. */
function withoutAddresses(text: string): string {
  const [header = '', , ...rows] = text.trim().split('\n');
  const kept = rows.filter((row) => !row.startsWith('address,'));
  return `${[header, recordOf(kept), ...kept].join('\n')}\n`;
}

/** The made-up situation, and the same under another name. */
const files = {
  ...goodSeeds,
  ...Object.fromEntries(
    Object.entries(goodSeeds)
      .filter(([path]) => path.startsWith(`${first}/`))
      .map(([path, text]) => [
        path.replace(first, second),
        path.endsWith('.yaml')
          ? text.replace(`id: ${first}`, `id: ${second}`)
          : path.endsWith('/published.csv')
            ? withoutAddresses(text)
            : text,
      ]),
  ),
};

test('each situation is a library of its own', () => {
  const readings = readLibraries(files);
  expect(readings.flatMap(({ faults }) => faults)).toEqual([]);
  expect(readings.map(({ library }) => library?.situation.id)).toEqual([first, second]);
  const [one, two] = readings.map(({ library }) => library?.figures ?? []);
  expect(one?.length).toBeGreaterThan(0);
  expect(two?.map(({ id }) => id)).toEqual(one?.map(({ id }) => id));
  expect(readings.map(({ ledger }) => ledger?.path)).toEqual([
    `${first}/published.csv`,
    `${second}/published.csv`,
  ]);
});

test('a fault in one keeps all from being read', () => {
  const readings = readLibraries({ ...files, [`${second}/events.csv`]: 'id\n' });
  expect(readings.map(({ library }) => library)).toEqual([null, null]);
  expect(readings[0]?.faults).toEqual([]);
  expect(readings[1]?.faults.map(({ file }) => file)).toContain(`${second}/events.csv`);
});

test('a fault in the words they share is told once', () => {
  const readings = readLibraries({ ...files, 'measures.csv': 'id\n' });
  const told = readings.flatMap(({ faults }) => faults.map(({ message }) => message));
  expect(told.length).toBeGreaterThan(0);
  expect(new Set(told).size).toBe(told.length);
});
