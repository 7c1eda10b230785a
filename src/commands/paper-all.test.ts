import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { printAll } from './paper-all.js';

const days = ['2030-01-01', '2030-01-02', '2030-01-03', '2030-01-04'];
let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'caveat-paper-'));
});
afterEach(() => rmSync(out, { recursive: true }));

/** A press that prints the address itself, and breaks on some days. */
function pressOf(broken: readonly string[] = []) {
  const printed: string[] = [];
  let [now, most] = [0, 0];
  return {
    printed,
    most: () => most,
    async print(address: string) {
      now += 1;
      most = Math.max(most, now);
      await new Promise((done) => setTimeout(done, 5));
      now -= 1;
      if (broken.some((day) => address.includes(day))) throw new Error('no ink');
      printed.push(address);
      return Buffer.from(address);
    },
  };
}
const run = (press: ReturnType<typeof pressOf>, query = '', jobs = 2) => {
  const told: string[] = [];
  const address = (day: string) => `/print/${day}/${query}`;
  const tell = (line: string) => void told.push(line);
  return printAll({ days, address, out, jobs, query, revision: 'abc', press, tell }).then(
    (code) => ({ code, told }),
  );
};

test('every day gets a file that names it, its choice and the revision', async () => {
  const { code } = await run(pressOf(), '?without=map,chart&paper=letter');
  expect(code).toBe(0);
  expect(readdirSync(out).sort()).toEqual(
    days.map((day) => `${day}-without-map-chart-paper-letter-abc.pdf`),
  );
});

test('what was cut off goes on where it stopped', async () => {
  const first = await run(pressOf(['2030-01-03']));
  expect(first.code).toBe(1);
  expect(first.told.filter((line) => line.startsWith('Not printed'))).toEqual([
    'Not printed, 2030-01-03: no ink',
  ]);
  const again = pressOf();
  const second = await run(again);
  expect(second.code).toBe(0);
  expect(again.printed).toEqual(['/print/2030-01-03/']);
  expect(second.told.at(-1)).toBe('1 printed, 3 were there, 0 failed.');
  expect(readFileSync(join(out, '2030-01-03-abc.pdf'), 'utf8')).toBe('/print/2030-01-03/');
});

test('as many are printed at once as asked, and no more', async () => {
  const press = pressOf();
  await run(press, '', 3);
  expect(press.most()).toBe(3);
});
