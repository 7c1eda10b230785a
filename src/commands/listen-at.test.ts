import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { listenAt, reasonOf, refuseTaken } from './listen-at.js';

test.each([
  [{}, { port: 4173, host: '127.0.0.1' }],
  [
    { PORT: '', HOST: '' },
    { port: 4173, host: '127.0.0.1' },
  ],
  [{ PORT: '0' }, { port: 0, host: '127.0.0.1' }],
  [
    { PORT: '65535', HOST: '0.0.0.0' },
    { port: 65535, host: '0.0.0.0' },
  ],
  [{ HOST: '::1' }, { port: 4173, host: '::1' }],
  [{ HOST: '[::1]' }, { port: 4173, host: '::1' }],
])('%o', (env, at) => {
  expect(listenAt(env)).toEqual(at);
});

test.each([' ', 'x', '-1', '65536', '80.5', '0x50', '80 ', '999999', '٨٠'])(
  'PORT "%s" is refused',
  (PORT) => {
    expect(() => listenAt({ PORT })).toThrow(
      `PORT must be a whole number from 0 to 65535; it is "${PORT}".`,
    );
  },
);

test('a taken port is told, a free one is left free', async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const bound = other.address();
  const at = { host: '127.0.0.1', port: typeof bound === 'object' && bound ? bound.port : 0 };
  await expect(refuseTaken(at)).rejects.toThrow(
    `Port ${at.port} is taken: stop what uses it, or choose another with PORT.`,
  );
  await new Promise((done) => other.close(done));
  await refuseTaken(at);
  await refuseTaken(at);
});

test.each([
  ['EACCES', 'Port 80 may not be used: choose one above 1023 with PORT.'],
  ['ENOTFOUND', 'HOST must be an address of this machine; it is "example.org".'],
  ['EAI_AGAIN', 'HOST must be an address of this machine; it is "example.org".'],
  ['EWHATEVER', 'what the system says'],
])('%s: %s', (code, sentence) => {
  const error = Object.assign(new Error('what the system says'), { code });
  expect(reasonOf(error, 80, 'example.org').message).toBe(sentence);
});
