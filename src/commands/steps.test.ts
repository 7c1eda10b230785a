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
    run: (write: (text: string) => void) => {
      write(`${name} printed`);
      return Promise.resolve({ passed, failed });
    },
  });
  const code = await report([
    [[step('first', 0, 1)], [step('second', 2, 0)]],
    [[step('third', 1, 0)]],
  ]);
  const lines = said.mock.calls.map(([line]) => String(line));
  said.mockRestore();
  expect(code).toBe(1);
  expect(lines.at(-1)).toBe('3 passed, 1 failed');
  for (const name of ['first', 'second', 'third'])
    expect(lines.join('\n')).toContain(`${name} printed`);
});
