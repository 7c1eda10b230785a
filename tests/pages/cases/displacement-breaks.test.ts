import { describe, expect, test } from 'vitest';
import { read } from '../read-page.ts';
const crossings = 'border_crossings.refugees';

describe('displacement: ten cases', () => {
  test('The night of 14 March 2022', async () => {
    const [before, after] = [await read('on/2022-03-14'), await read('on/2022-03-15')];
    expect(before.amounts(/abroad\.unhcr-total/)).toContain('2,808,792');
    expect(before.amounts(/(?:rou|mda)\.unhcr-still-there/)).toEqual(
      expect.arrayContaining(['84,671', '106,994']),
    );
    expect(before.text).not.toMatch(/181,596|330,217|2,824,784/);
    const romania = await read('series/border_crossings-refugees-rou-unhcr-romania-direct');
    const moldova = await read('series/border_crossings-refugees-mda-unhcr-moldova-entries');
    const total = await read('series/border_crossings-refugees-abroad-unhcr-total');
    expect(romania.amounts(/portal-2022-03-15\..*2022-03-13$/)).toEqual(['181,596']);
    expect(moldova.amounts(/portal-2022-03-15\..*2022-03-13$/)).toEqual(['330,217']);
    expect(total.amounts(/portal-2022-03-15\..*2022-03-13$/)).toEqual(['2,824,784']);
    for (const page of [romania, moldova, total]) {
      expect(page.text).toMatch(/15 March 2022.{0,60}no reason published/);
      expect(page.amounts(/./).join(' '), 'the old way is another series').not.toMatch(
        /84,671|106,994|2,808,792/,
      );
    }
    const first = moldova.one(
      `unhcr-portal-2022-03-15.${crossings}.mda.unhcr-moldova-entries.2022-03-13`,
    );
    expect(first.caveats).toContain('definition-changed-here');
    expect(moldova.caveats['definition-changed-here']).toMatch(/not comparable with earlier ones/);
    expect(after.text, 'Romania did not grow overnight').toMatch(
      /changed its rule for Moldova and Romania/,
    );
    for (const page of [before, after, total]) expect(page.text).not.toMatch(/304,156/);
  });

  test('"Four million."', async () => {
    const page = await read('on/2022-03-30');
    const post = page.one(`unhcr-grandi-2022-03-30.${crossings}.abroad.unhcr-total.2022-03-30`);
    expect([post.amount, post.counter]).toEqual(['about 4,000,000', 'counter-crossed']);
    expect(post.caveats).toEqual(
      expect.arrayContaining(['parts-of-different-days', 'revised-backwards']),
    );
    const update = await read('sources/unhcr-flash-update-2022-03-30');
    const announced = update.one(
      `unhcr-flash-update-2022-03-30.${crossings}.abroad.unhcr-total.2022-03-29`,
    );
    expect([announced.amount, announced.caveats]).toEqual([
      '4,019,287',
      expect.arrayContaining(['stale-part']),
    ]);
    expect(update.text).toMatch(
      /update for the Russian Federation, which had stood still for a week/,
    );
    expect(page.text).not.toMatch(/3,929,722|3,921,481/);
    const series = await read('series/border_crossings-refugees-abroad-unhcr-total');
    const seen = series.amounts(/2022-03-29$/);
    expect(seen.indexOf('4,019,287')).toBeGreaterThanOrEqual(0);
    expect(seen.slice(-2)).toEqual(['3,929,722', '3,921,481']);
    const later = series.one(`unhcr-series-2022-05-12.${crossings}.abroad.unhcr-total.2022-03-29`);
    expect(later.days).toEqual(expect.arrayContaining(['2022-03-29', '2022-05-12']));
    const russia = await read('series/border_crossings-refugees-rus-unhcr-crossings');
    expect(russia.amounts(/portal.*2022-03-(?:22|29)$/)).toEqual(
      expect.arrayContaining(['350,632', '271,254']),
    );
    expect(series.text, 'the break of April 2022 is told').toMatch(
      /revised the series by date back to 24 February 2022/,
    );
  });

  test('Sixteen Februaries', async () => {
    const early = await read('series/border_crossings-refugees-abroad-unhcr-total-with-onward');
    const later = await read('series/border_crossings-refugees-abroad-unhcr-total');
    expect(early.amounts(/2022-02-28$/)).toEqual(
      expect.arrayContaining(['499,412', 'more than 500,000', 'about 520,000']),
    );
    const dated = later.amounts(/unhcr-series.*2022-02-28$/);
    expect(dated).toEqual(['672,139', '653,356', '652,445']);
    const report = later.one(
      `unhcr-data-and-trends-2022-02.${crossings}.abroad.unhcr-total.2022-02-28`,
    );
    expect([report.amount, report.caveats]).toEqual([
      '653,356',
      expect.arrayContaining(['published-inferred']),
    ]);
    for (const day of ['2022-03-18', '2022-05-12', '2022-05-30']) {
      const seen = later.one(`unhcr-series-${day}.${crossings}.abroad.unhcr-total.2022-02-28`);
      expect(seen.days).toEqual(expect.arrayContaining(['2022-02-28', day]));
      expect(seen.caveats).toContain('revised-backwards');
    }
    for (const page of [early, later])
      expect(page.text, 'sums of a daily series were never published').not.toMatch(
        /672,688|677,931|678,010|675,056|671,507|670,855|670,415|652,728|644,506|652,745/,
      );
  });

  test('Russia', async () => {
    const crossed = await read('series/border_crossings-refugees-rus-unhcr-crossings');
    const recorded = await read('series/refugees_recorded-refugees-rus-unhcr-recorded-crossings');
    for (const page of [crossed, recorded])
      expect(page.amounts(/2022-08-02$/), 'crossings entered as persons').toEqual(['1,968,127']);
    expect(recorded.caveats['russia-crossings-as-persons']).toMatch(
      /that of border crossings, digit for digit/,
    );
    const withdrawn = `unhcr-portal-2022-08-09.${crossings}.rus.unhcr-crossings.2022-08-08`;
    expect(crossed.one(withdrawn).amount).toBe('2,063,463');
    expect(crossed.one(withdrawn).caveats).toContain('value-withdrawn');
    const sameDay = await read('on/2022-08-09');
    expect(sameDay.one(withdrawn).caveats, 'nobody knew that evening').not.toContain(
      'value-withdrawn',
    );
    expect(sameDay.text).not.toMatch(/taken back|returned to the older|next day/);
    const frozen = recorded.figures.filter(({ amount }) => amount === '2,852,395');
    expect(frozen.length).toBeGreaterThan(10);
    for (const seen of frozen) expect(seen.caveats).toContain('stale-part');
    const present = await read('series/refugees_recorded-refugees-rus-unhcr-recorded-russia');
    expect(present.amounts(/unhcr-portal-2023-08-17/)).toEqual(['1,275,315']);
    expect(present.text).toMatch(/14 June 2023.{0,90}recorded mean people present/);
    const reduced = await read('series/refugees_recorded-refugees-rus-unhcr-official-reduced');
    expect(reduced.amounts(/2024-12-31$/)).toContain('6,894');
    expect(reduced.figures[0]?.caveats).toContain('russia-redefined');
    expect(reduced.text).toMatch(/12 June 2025.{0,60}no reason published/);
    expect(crossed.text, 'the number that stands still is told').toMatch(
      /stopped updating the Russian Federation/,
    );
  });
});
