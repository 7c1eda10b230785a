import { EventEmitter } from 'node:events';
import { expect, test, vi } from 'vitest';
import { endOnSignals } from './ending.js';

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
  '%s ends the server once it is closed',
  async (signal) => {
    const exit = vi.fn();
    const own = Object.assign(new EventEmitter(), { exit });
    let closed = (): void => undefined;
    const close = vi.fn(() => new Promise<void>((done) => (closed = done)));
    endOnSignals(close, own as unknown as NodeJS.Process);
    own.emit(signal);
    expect([close.mock.calls.length, exit.mock.calls.length]).toEqual([1, 0]);
    closed();
    await vi.waitFor(() => expect(exit).toHaveBeenCalledExactlyOnceWith(0));
  },
);
