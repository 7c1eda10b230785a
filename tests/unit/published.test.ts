import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readings } from '#lib/server/seeds.ts';

/** What is not recorded as published could be changed without a word. */
test('everything the seeds of this house say is recorded as published, in the form in which it is written', () => {
  const ledgers = readings.flatMap(({ ledger }) => ledger ?? []);
  expect(ledgers.length).toBe(readings.length);
  for (const ledger of ledgers) {
    const changes = ledger.changes().map(({ thing, id }) => `${thing} ${id}`);
    expect(changes, 'run npm run seeds -- diff, then npm run seeds -- publish').toEqual([]);
    expect(readFileSync(`seeds/${ledger.path}`, 'utf8')).toBe(ledger.text());
  }
});
