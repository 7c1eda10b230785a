import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import type { Figure } from '#lib/records/model.ts';
import { parseDay } from '#lib/values/day.ts';
import { shownCounters } from '#lib/views/counters.ts';
import { newestDay } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';

const on = (day: string) => shownCounters(library, asKnownOn(library, parseDay(day)));
const counter = (day: string, id: string) => on(day).find(({ plan }) => plan.id === id);

test('the newest summary shows refugees recorded before crossings, which are counted no longer', () => {
  const ids = on(newestDay(library)).map(({ plan }) => plan.id);
  expect(ids.indexOf('recorded')).toBeLessThan(ids.indexOf('crossed'));
  const then = on('2022-06-09').map(({ plan }) => plan.id);
  expect(then.indexOf('crossed')).toBeLessThan(then.indexOf('recorded'));
});

test('a survey of February 2025 gives way, when it is more than a year old, to who still counts the displaced', () => {
  expect(counter('2025-06-30', 'inside')?.headline?.figure.definition.id).toBe('iom-survey-2024');
  const now = counter(newestDay(library), 'inside')?.headline?.figure;
  expect(now?.asOf).toBe('2026-02-24');
  expect(now?.definition.publisher.isParty).toBe(false);
});

test('a briefing of 24 February is not displaced by a page of which only the month is known', () => {
  const recorded = counter(newestDay(library), 'recorded')?.headline?.figure;
  expect(recorded?.source.id).toBe('unhcr-briefing-2026-02-24');
});

test('children are added up where only girls, boys and those of sex not yet known are given', () => {
  const children = ['killed', 'injured'].map((id) => counter('2022-06-09', id)?.added);
  expect(children.map((added) => added?.population.id)).toEqual(['children', 'children']);
  expect(children.map((added) => [added?.derived.low, added?.derived.high])).toEqual([
    [272, 272],
    [439, 439],
  ]);
});

test('children whom another publication gives for the same days are not added up', () => {
  const killed = counter('2022-02-28', 'killed');
  expect(killed?.parts.some(({ standing }) => standing.figure.population.id === 'children')).toBe(
    true,
  );
  expect(killed?.added).toBeNull();
});

test('those whose sex is not yet known are never the only group of a headline', () => {
  for (const day of ['2022-03-22', '2022-03-23', '2022-03-24'])
    for (const { parts } of on(day)) {
      const figures = parts.map(({ standing }) => standing.figure);
      const isLeftover = (figure: Figure) => figure.population.id.includes('sex_unknown');
      const groups = new Set(figures.filter((one) => !isLeftover(one)).map(({ asOf }) => asOf));
      expect(figures.filter((one) => isLeftover(one) && !groups.has(one.asOf))).toEqual([]);
    }
  const children = counter('2022-03-22', 'killed')?.parts.map(({ standing }) => standing.figure);
  expect(children?.find(({ population }) => population.id === 'children_sex_unknown')?.asOf).toBe(
    '2022-03-20',
  );
});

test('the crossings into Poland lead with the count published last, not with a lower one of a later day', () => {
  const headline = counter(newestDay(library), 'to-pol')?.headline?.figure;
  expect(headline?.amount).toEqual({ kind: 'exact', value: 19_870_988 });
  expect(counter('2024-05-08', 'to-pol')?.headline?.figure.amount).toEqual({ kind: 'exact', value: 19_844_430 }); // prettier-ignore
});
