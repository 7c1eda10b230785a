/** Where the rules of a chart stand. Without imports: the browser's chart takes the same ones. */

const DAY = 86_400_000;
const STEPS_IN_DAYS = [1, 2, 5, 10];
const STEPS_IN_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120];
const MOST_DAY_TICKS = 6;
const MOST_NUMBER_TICKS = 5;

/** Day numbers between two, both included: every few days, else firsts of months or years; at most six. */
export function dayTicks(first: number, last: number): number[] {
  const step = STEPS_IN_DAYS.find((days) => (last - first) / days < MOST_DAY_TICKS);
  if (step) return everyFew(first, last, step);
  const months = monthsBetween(first, last);
  const every = STEPS_IN_MONTHS.find(
    (count) => months.filter(({ index }) => index % count === 0).length <= MOST_DAY_TICKS,
  );
  return months.filter(({ index }) => index % (every ?? 240) === 0).map(({ day }) => day);
}

/** Whole numbers from zero to the first one not below `largest`, in steps of 1, 2 or 5 times a power of ten. */
export function numberTicks(largest: number): number[] {
  const rough = Math.max(1, largest / MOST_NUMBER_TICKS);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((nice) => nice >= rough) ?? rough;
  const count = Math.max(1, Math.ceil(largest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

function everyFew(first: number, last: number, step: number): number[] {
  const ticks: number[] = [];
  for (let day = first; day <= last; day += step) ticks.push(day);
  return ticks;
}

/** `index` counts months from January 1970, so that steps of three months begin in January. */
function monthsBetween(first: number, last: number): { day: number; index: number }[] {
  const months: { day: number; index: number }[] = [];
  const start = new Date(first * DAY);
  let index = (start.getUTCFullYear() - 1970) * 12 + start.getUTCMonth();
  for (; ; index += 1) {
    const day = Date.UTC(1970, index, 1) / DAY;
    if (day > last) return months;
    if (day >= first) months.push({ day, index });
  }
}
