import { bench, describe } from 'vitest';
import type { Library } from '#lib/records/model.ts';
import { addDays } from '#lib/values/day.ts';
import { day, figure, library, place, situation, source } from '../../../tests/support/made.ts';
import { changeList } from './change-list.ts';
import { knownOnEachDay } from './known.ts';
import { since } from './since.ts';

const DAYS = 1000;
const first = day('2030-01-01');
const days = [...Array(DAYS).keys()].map((n) => addDays(first, n));
/** Ten as-of days a series, each with four vintages; every tenth paper gives the value of the one before again. */
const AS_OFS = 10;
const VINTAGES = 4;

function made(figures: number): Library {
  const papers = days.map((on, n) => source({ id: `paper-${n}`, published: on }));
  const all = [...Array(figures).keys()].map((n) => {
    const [subject, vintage] = [Math.floor(n / VINTAGES), n % VINTAGES];
    const [series, asOf] = [Math.floor(subject / AS_OFS), subject % AS_OFS];
    const on = (series * 7 + asOf * 60 + vintage * 90) % DAYS;
    return figure({
      source: papers[on] ?? source(),
      place: place({ id: `place-${series}` }),
      // Not later than the earliest of its papers: some series wrap around the end of the days.
      asOf: addDays(first, asOf - AS_OFS),
      periodStart: '2029-01-01',
      value: n % 10 === 0 ? 1111 : n + 1,
    });
  });
  const headline = [...new Set(all.slice(0, 480).map((one) => one.series))];
  const counters = headline.map((series, n) => ({
    id: `counter-${n}`,
    label: 'Example',
    headline: [series],
    parts: [],
    claims: [],
  }));
  return library(all, { situation: situation({ counters }) });
}

/** A copy is another library: nothing is known of it from before. */
const afresh = (of: Library): Library => ({ ...of });
const once = { iterations: 3, time: 0, warmupIterations: 1, warmupTime: 0 };

for (const size of [4_000, 40_000, 400_000]) {
  const of = made(size);
  const series = [...new Set(of.figures.map((one) => one.series))];
  describe(`${size.toLocaleString('en')} figures over 1,000 days`, () => {
    bench(
      'what stood on every day, of every series',
      () => {
        const fresh = afresh(of);
        for (const known of knownOnEachDay(fresh, days.slice(-1))) known.latest(series);
        for (const known of knownOnEachDay(fresh, days))
          for (const { headline } of of.situation.counters) known.latest(headline);
      },
      once,
    );
    bench(
      'every revision, break and new series',
      () => {
        changeList(afresh(of));
      },
      once,
    );
    bench(
      'what became of a hundred figures since',
      () => {
        since(afresh(of), of.figures.slice(0, 100), days[500] ?? first);
      },
      once,
    );
  });
}
