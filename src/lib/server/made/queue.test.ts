import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { NotYet, Queue, type Make } from './queue.ts';

const bounds = { waiting: 2, limit: 60_000, patience: 15_000, again: 10 };
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Jobs that end when they are asked to, and what happened to each. */
function jobs() {
  const begun: string[] = [];
  const stopped: string[] = [];
  const ends = new Map<string, () => void>();
  const make =
    (name: string): Make =>
    (signal) => {
      begun.push(name);
      signal.addEventListener('abort', () => stopped.push(name));
      return new Promise((resolve) => ends.set(name, () => resolve(Buffer.from(name))));
    };
  const end = async (name: string) => {
    ends.get(name)?.();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { begun, stopped, make, end };
}
const textOf = (made: Promise<Buffer>) => made.then(String, (cause: NotYet) => cause.reason);

test('one job runs at a time, in the order in which they were asked for', async () => {
  const queue = new Queue(bounds);
  const { begun, make, end } = jobs();
  const all = ['a', 'b', 'c'].map((name) => textOf(queue.add(name, make(name))));
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toEqual(['a']);
  await end('a');
  expect(begun).toEqual(['a', 'b']);
  await end('b');
  await end('c');
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
});

test('the same file is made once for all who ask for it before it is there, and anew after', async () => {
  const queue = new Queue(bounds);
  const { begun, make, end } = jobs();
  const both = [1, 2].map(() => textOf(queue.add('a', make('a'))));
  await vi.advanceTimersByTimeAsync(0);
  await end('a');
  expect(await Promise.all(both)).toEqual(['a', 'a']);
  expect(begun).toEqual(['a']);
  void queue.add('a', make('a'));
  await vi.advanceTimersByTimeAsync(0);
  expect(begun).toEqual(['a', 'a']);
});

test('when as many wait as may, another is refused, and taken again when one is done', async () => {
  const queue = new Queue(bounds);
  const { make, end } = jobs();
  for (const name of ['a', 'b', 'c']) void queue.add(name, make(name));
  await vi.advanceTimersByTimeAsync(0);
  const refused = await queue.add('d', make('d')).catch((cause: unknown) => cause);
  expect(refused).toMatchObject({ name: 'NotYet', reason: 'full', seconds: 10 });
  // One more who asks for a file that waits already needs no room.
  const again = textOf(queue.add('c', make('c')));
  await end('a');
  const taken = textOf(queue.add('d', make('d')));
  for (const name of ['b', 'c', 'd']) await end(name);
  expect(await Promise.all([again, taken])).toEqual(['c', 'd']);
});

test('a job that takes too long is stopped, and the next one runs', async () => {
  const queue = new Queue({ ...bounds, patience: 100_000 });
  const { begun, stopped, make, end } = jobs();
  const both = ['a', 'b'].map((name) => textOf(queue.add(name, make(name))));
  await vi.advanceTimersByTimeAsync(59_999);
  expect([begun, stopped]).toEqual([['a'], []]);
  await vi.advanceTimersByTimeAsync(1);
  expect([begun, stopped]).toEqual([['a', 'b'], ['a']]);
  await end('b');
  expect(await Promise.all(both)).toEqual(['stopped', 'b']);
});

test('who has waited too long is told so, and the job goes on for the next who asks', async () => {
  const queue = new Queue(bounds);
  const { begun, make, end } = jobs();
  const first = textOf(queue.add('a', make('a')));
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await first).toBe('slow');
  const second = textOf(queue.add('a', make('a')));
  await end('a');
  expect(await second).toBe('a');
  expect(begun).toEqual(['a']);
});

test('a job that fails fails for those who asked for it, and for no other', async () => {
  const queue = new Queue(bounds);
  const { make, end } = jobs();
  const failed = queue.add('a', () => Promise.reject(new Error('no ink')));
  const other = textOf(queue.add('b', make('b')));
  await expect(failed).rejects.toThrow('no ink');
  await vi.advanceTimersByTimeAsync(0);
  await end('b');
  expect(await other).toBe('b');
});
