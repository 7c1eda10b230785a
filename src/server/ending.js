/** What asks a server to end: a key, a process manager, a terminal that is closed. */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Ends the process at the first signal that asks for it, once requests are finished; a second one of the same kind ends it
 * at once.
 * @param {() => Promise<void>} close
 * @param {Pick<NodeJS.Process, 'once' | 'exit'>} [own] the process
 */
export function endOnSignals(close, own = process) {
  for (const signal of SIGNALS) own.once(signal, () => void close().then(() => own.exit(0)));
}
