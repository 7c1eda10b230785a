import { expect, test } from 'vitest';
import { tellTo } from './tell.js';

function sink(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

test.each([
  ['a terminal', true, {}, '\u001b[31mno\u001b[39m\n'],
  ['a terminal that wants no colours', true, { NO_COLOR: '1' }, 'no\n'],
  ['a file', false, {}, 'no\n'],
])('letters on %s', (_where, isTTY, env, expected) => {
  const out = sink(isTTY);
  const tell = tellTo({ out, err: sink(isTTY), env });
  tell.say(tell.paint.red('no'));
  expect(out.written).toEqual([expected]);
});

test('a machine gets one document and no lines', () => {
  const out = sink(true);
  const tell = tellTo({ json: true, out, err: sink(true), env: {} });
  tell.say('for people');
  tell.object({ faults: [] });
  expect(JSON.parse(out.written.join(''))).toEqual({ faults: [] });
});

test('people get lines and no document', () => {
  const out = sink(false);
  const tell = tellTo({ out, err: sink(false), env: {} });
  tell.object({ faults: [] });
  tell.say('for people');
  expect(out.written).toEqual(['for people\n']);
});

test('what takes less than a second shows no progress, what takes longer does', () => {
  const err = sink(true);
  let time = 0;
  const progress = tellTo({ out: sink(true), err, env: {}, now: () => time }).progress('Reading');
  time = 900;
  progress.at(1, 4);
  expect(err.written).toEqual([]);
  time = 1100;
  progress.at(2, 4);
  progress.at(3, 4);
  expect(err.written).toEqual(['\rReading 50 %']);
  progress.end();
  expect(err.written.at(-1)).toBe('\r\u001b[K');
});

test('what is known to take long is told before it begins', () => {
  const err = sink(true);
  const tell = tellTo({ out: sink(true), err, env: {}, now: () => 0 });
  tell.progress('Reading', true).at(0);
  expect(err.written).toEqual(['\rReading']);
});

test('a log gets one line and no line written over', () => {
  const err = sink(false);
  let time = 0;
  const progress = tellTo({ out: sink(false), err, env: {}, now: () => time }).progress('Reading');
  for (time = 0; time < 5000; time += 300) progress.at(time);
  progress.end();
  expect(err.written).toEqual(['Reading …\n']);
});
