import { expect, test, vi } from 'vitest';
import { countTests, report } from './steps.js';

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

test('tests are counted one by one', () => {
  const files = [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')];
  expect(countTests(files, 1)).toEqual({ passed: 3, failed: 1 });
});

test('a file that could not be read is a failure', () => {
  expect(countTests([file('failed')], 1)).toEqual({ passed: 0, failed: 1 });
});

test('a run that failed outside its tests is a failure', () => {
  expect(countTests([file('passed', 'passed')], 1)).toEqual({ passed: 1, failed: 1 });
  expect(countTests([], 1)).toEqual({ passed: 0, failed: 1 });
});

test('later steps run after a failure, and the last line counts all', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const step = (name: string, passed: number, failed: number) => ({
    name,
    run: () => Promise.resolve({ passed, failed }),
  });
  const code = await report([step('first', 0, 1), step('second', 2, 0)]);
  const last = said.mock.lastCall;
  said.mockRestore();
  expect(code).toBe(1);
  expect(last).toEqual(['2 passed, 1 failed']);
});
