import { library } from '#lib/server/library.ts';
import { publicationDays } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { summaryOn } from '#lib/views/summary.ts';

/** The lot of this run; it is named in titles, so that a failure can be had again: CAVEAT_LOT=<seed>. */
export const lot = Number(process.env['CAVEAT_LOT'] ?? Date.now() % 1_000_000);

let state = lot;
/** Between 0 and 1 (mulberry32). */
function next(): number {
  state = (state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
}
const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T;

const days = publicationDays(library);
/** Each day drawn is printed, which takes seconds: ten figures of two days, or with PROVE=1 each of a day of its own. */
const drawnDays = Array.from({ length: process.env['PROVE'] === '1' ? 10 : 2 }, () => one(days));

/** Ten figures from all that any day's summary shows, each with that day. */
export const drawnByLot = Array.from({ length: 10 }, (_, i) => {
  const day = drawnDays[i % drawnDays.length] as (typeof days)[number];
  const { counters, flows } = summaryOn(library, asKnownOn(library, day));
  const shown = [
    ...counters.flatMap(({ headline, claims }) => (headline ? [headline, ...claims] : claims)),
    ...flows.map(({ standing }) => standing),
  ].map(({ figure }) => figure.id);
  return { day, id: one(shown) };
});
