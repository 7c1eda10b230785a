import { expect, test } from 'vitest';
import { NotYet } from '#lib/server/made/queue.ts';
import { answerWith } from './made.ts';

test('a file is answered with its type', async () => {
  const answer = await answerWith('image/png', Promise.resolve(Buffer.from('made up')));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/png');
  expect(await answer.text()).toBe('made up');
});

test.each(['full', 'slow', 'stopped'] as const)(
  'what cannot be made now (%s) is answered with when to ask again',
  async (reason) => {
    const answer = await answerWith('image/png', Promise.reject(new NotYet(reason, 10)));
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('10');
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await answer.text()).toMatch(/^[A-Z][^.]*\. Please try again in 10 seconds\.\n$/);
  },
);

test('an error is no refusal', async () => {
  const failed = answerWith('image/png', Promise.reject(new Error('no ink')));
  await expect(failed).rejects.toThrow('no ink');
});
