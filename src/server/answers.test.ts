import { randomBytes } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { madeApp } from '../../tests/support/made-site.ts';
import { Answers } from './answers.js';

const ENCODINGS = ['br', 'gzip', 'identity'] as const;

/** A text that compresses, and is like no other. */
const text = (n: number, lines = 400) =>
  Array.from({ length: lines }, (_, line) => `<p>made-up text ${n * line} of page ${n}</p>`).join(
    '',
  );
const page = (body: string | Buffer, type = 'text/html; charset=utf-8') => ({
  status: 200,
  headers: { 'content-type': type },
  body: Buffer.from(body),
});

/** What was made of an address; no test here is of a file on disk. */
async function made(answers: Answers, key: string, make: () => Promise<ReturnType<typeof page>>) {
  const answer = await answers.getOrMake(key, make);
  if ('file' in answer) throw new Error('It is kept in memory.');
  return answer;
}

test('many who ask at the same time have it made once', async () => {
  let renders = 0;
  let go = (): void => undefined;
  const waits = new Promise<void>((done) => (go = done));
  const { app } = madeApp({
    '/slow/': async () => {
      renders += 1;
      await waits;
      return text(1);
    },
  });
  const all = Array.from({ length: 100 }, () => app.answer('/slow/'));
  go();
  const answers = await Promise.all(all);
  expect(new Set(answers.map(({ answer }) => answer)).size).toBe(1);
  await Promise.all(answers.map(() => app.answer('/slow/')));
  expect(renders).toBe(1);
});

test('what fails is told to all who asked, and made anew for the next', async () => {
  const answers = new Answers();
  const fails = () => Promise.reject(new Error('made up'));
  const all = await Promise.allSettled([
    answers.getOrMake('/x/', fails),
    answers.getOrMake('/x/', () => Promise.resolve(page('never asked'))),
  ]);
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const next = await made(answers, '/x/', () => Promise.resolve(page('now')));
  expect((await next.body('identity')).toString()).toBe('now');
});

test('the second request has the smallest body, and each encoding gives the text back', async () => {
  const answers = new Answers();
  const plain = text(1);
  const answer = await made(answers, '/x/', () => Promise.resolve(page(plain)));
  const first = await answer.body('br');
  const [second, besides] = await Promise.all([answer.body('br'), answer.body('br')]);
  expect(second.length).toBeLessThan(first.length);
  expect(besides).toBe(second);
  expect(await answer.body('br')).toBe(second);
  for (const body of [first, second]) expect(brotliDecompressSync(body).toString()).toBe(plain);
  expect(gunzipSync(await answer.body('gzip')).toString()).toBe(plain);
  expect((await answer.body('identity')).toString()).toBe(plain);
});

test('many who ask at the same time, in any encoding, all have the text', async () => {
  const answers = new Answers();
  const plain = text(2);
  const answer = await made(answers, '/x/', () => Promise.resolve(page(plain)));
  const bodies = await Promise.all(
    Array.from({ length: 60 }, async (_, i) => {
      const encoding = ENCODINGS[i % 3] ?? 'br';
      const body = await answer.body(encoding);
      if (encoding === 'identity') return body;
      return encoding === 'br' ? brotliDecompressSync(body) : gunzipSync(body);
    }),
  );
  expect(new Set(bodies.map(String))).toEqual(new Set([plain]));
});

test('a text is kept compressed alone', async () => {
  const answers = new Answers();
  const answer = await made(answers, '/x/', () => Promise.resolve(page(text(3))));
  answers.keep('/x/', answer);
  expect(answers.size.bytes).toBeGreaterThan(answer.length);
  await answer.body('br');
  answers.keep('/x/', answer);
  expect(answers.size).toMatchObject({ count: 1 });
  expect(answers.size.bytes).toBeLessThan(answer.length / 3);
});

test('however many are asked for in every encoding, the bytes kept stay within the bound', async () => {
  const room = 200_000;
  const answers = new Answers({ room, largest: 50_000 });
  for (let i = 0; i < 300; i += 1) {
    const answer = await made(answers, `/${i}/`, () => Promise.resolve(page(text(i, 50))));
    answers.keep(`/${i}/`, answer);
    for (const encoding of ENCODINGS) {
      await answer.body(encoding);
      answers.keep(`/${i}/`, answer);
    }
    expect(answers.size.bytes).toBeLessThanOrEqual(room);
  }
  // What is counted is what is there, in all encodings, and what is kept holds no more memory than that.
  const kept = Array.from({ length: 300 }, (_, i) => answers.get(`/${i}/`)).filter(Boolean);
  expect(kept.length).toBe(answers.size.count);
  expect(kept.length).toBeGreaterThan(20);
  for (const encoding of ['br', 'gzip'] as const) {
    const body = await kept.at(-1)?.body(encoding);
    expect(body?.buffer.byteLength).toBe(body?.length);
  }
  expect(kept.reduce((sum, answer) => sum + (answer?.size ?? 0), 0)).toBe(answers.size.bytes);
});

test('what is very large is not kept', async () => {
  const answers = new Answers({ room: 200_000, largest: 50_000 });
  const large = await made(answers, '/large', () =>
    Promise.resolve(page(randomBytes(60_000), 'application/zip')),
  );
  answers.keep('/large', large);
  expect(answers.size).toEqual({ count: 0, bytes: 0 });
});

test('addresses that are not there are kept neither as answers nor without bound', async () => {
  const { app, renders } = madeApp({ '/': 'home' });
  for (let i = 0; i < 5_000; i += 1) await app.answer(`/nothing-${i}/${'x'.repeat(500)}`);
  expect(app.answers.size.count).toBe(1);
  expect(renders.length).toBe(5_001);
  // Of a megabyte of addresses the last are remembered.
  const before = renders.length;
  await app.answer(`/nothing-4999/${'x'.repeat(500)}`);
  expect(renders.length).toBe(before);
  await app.answer(`/nothing-0/${'x'.repeat(500)}`);
  expect(renders.length).toBe(before + 1);
});
