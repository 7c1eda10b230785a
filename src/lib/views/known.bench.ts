import { bench, describe } from 'vitest';
import type { Library } from '#lib/records/model.ts';
import { addDays } from '#lib/values/day.ts';
import {
  day,
  definition,
  figure,
  frame,
  library,
  measure,
  place,
  situation,
  source,
} from '../../../tests/support/made.ts';
import { asKnownOn, knownOnEachDay } from './known.ts';
import { summaryOn } from './summary.ts';

const DAYS = 1000;
const first = day('2030-01-01');
const days = [...Array(DAYS).keys()].map((n) => addDays(first, n));
const PLACES = ['SAM', 'MOD', 'EXB', 'EXC'];

const VINTAGES = 10;

/** One paper a day; each has figures for new days and revises older ones, ten vintages of each as-of. */
function made(figures: number): Library {
  const papers = days.map((on, n) => source({ id: `paper-${n}`, published: on }));
  const all = [...Array(figures).keys()].map((n) => {
    const [subject, vintage] = [Math.floor(n / VINTAGES), n % VINTAGES];
    const asOf = Math.floor(subject / PLACES.length);
    return figure({
      source: papers[(asOf + vintage * 5) % DAYS] ?? source(),
      place: PLACES[subject % PLACES.length] ?? 'SAM',
      asOf: days[asOf] ?? first,
      value: n + 1,
    });
  });
  const series = [...new Set(all.map((one) => one.series))];
  const plan = { label: 'Example', headline: series, parts: [], claims: series };
  const counters = [...Array(12).keys()].map((n) => ({ ...plan, id: `counter-${n}` }));
  const places = PLACES.map((id) => place({ id }));
  const words = { id: 'crossings', label: 'Crossings' };
  const lines = places.map((to) => ({ place: to, series }));
  const drawn = { frame: frame({ places }), beside: [], rules: [definition()] };
  const map = { ...words, ...drawn, measures: [measure()] };
  return library(all, { situation: situation({ counters, chart: lines, maps: [map] }) });
}

const [small, large] = [made(4000), made(40_000)];
/** A copy is another library: nothing is known of it from before. */
const afresh = (of: Library): Library => ({ ...of });
const seriesOf = (of: Library) => of.situation.counters[0]?.headline ?? [];
const last = days.at(-1) ?? first;

describe('one day, from nothing', () => {
  bench('of 4,000 figures', () => {
    const known = asKnownOn(afresh(small), last);
    for (const series of seriesOf(small)) known.standing(series);
  });
});

describe('1,000 days in one sweep, from nothing', () => {
  const sweep = (of: Library) => () => {
    for (const known of knownOnEachDay(afresh(of), days)) known.latest(seriesOf(of));
  };
  bench('of 4,000 figures', sweep(small));
  bench('of 40,000 figures', sweep(large));
});

describe('a summary', () => {
  bench('of one day, of 4,000 figures', () => {
    summaryOn(small, asKnownOn(small, last));
  });
});
