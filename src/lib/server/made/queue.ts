/** Why a file is not there yet, and after how many seconds it is worth asking again. */
export class NotYet extends Error {
  override name = 'NotYet';
  readonly reason: 'full' | 'slow' | 'stopped';
  readonly seconds: number;

  constructor(reason: NotYet['reason'], seconds: number) {
    super(`Not made yet (${reason}).`);
    this.reason = reason;
    this.seconds = seconds;
  }
}

/** Makes one file; `signal` is aborted when its time is over. */
export type Make = (signal: AbortSignal) => Promise<Buffer>;

export interface QueueBounds {
  /** How many jobs may wait behind the one that runs. */
  readonly waiting: number;
  /** Milliseconds after which a job is stopped. */
  readonly limit: number;
  /** Milliseconds that one who asks waits; the job goes on, so that the file is there when it is asked for again. */
  readonly patience: number;
  /** Seconds after which who was refused may ask again. */
  readonly again: number;
}

/**
 * Makes files one at a time, in the order in which they are asked for. A file that is asked for again while it waits or
 * is being made is made once. A job goes on when those who asked for it have left.
 */
export class Queue {
  readonly #bounds: QueueBounds;
  /** The job that runs and those that wait, by key. */
  readonly #jobs = new Map<string, Promise<Buffer>>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(bounds: QueueBounds) {
    this.#bounds = bounds;
  }

  /**
   * @param key the same for the same file
   * @throws {NotYet} when too many wait, when this one has waited too long, or when the job was stopped
   */
  async add(key: string, make: Make): Promise<Buffer> {
    const { patience, again } = this.#bounds;
    const job = this.#jobs.get(key) ?? this.#begin(key, make);
    return within(patience, job, () => new NotYet('slow', again));
  }

  #begin(key: string, make: Make): Promise<Buffer> {
    const { waiting, limit, again } = this.#bounds;
    if (this.#jobs.size > waiting) throw new NotYet('full', again);
    const job = this.#last.then(() => {
      const controller = new AbortController();
      return within(limit, make(controller.signal), () => {
        const reason = new NotYet('stopped', again);
        controller.abort(reason);
        return reason;
      });
    });
    this.#jobs.set(key, job);
    const end = () => void this.#jobs.delete(key);
    this.#last = job.then(end, end);
    return job;
  }
}

/** A promise's result, or after some milliseconds the error that `late` gives. */
function within<T>(milliseconds: number, promise: Promise<T>, late: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
