import { describe, expect, test } from 'vitest';
import { read } from '../read-page.ts';
const crossings = 'border_crossings.refugees';

describe('displacement: ten cases', () => {
  test('One day, one country, five figures: Poland, 28 February 2022', async () => {
    const page = await read('on/2022-02-28');
    const portal = page.one(`axios-2022-02-28.${crossings}.pol.unhcr-crossings.2022-02-28`);
    const council = page.one(
      `unhcr-grandi-2022-02-28-security-council.${crossings}.pol.unhcr-crossings.2022-02-28`,
    );
    const guard = page.one(
      'reuters-2022-02-28-national-post.border_crossings.all_persons.pol.border-guard-poland.2022-02-28',
    );
    expect([portal, council, guard].map(({ amount }) => amount)).toEqual([
      'about 281,000',
      'more than 280,000',
      'nearly 327,000',
    ]);
    expect(new Set([portal, council, guard].map(({ block }) => block)).size).toBe(3);
    expect(guard.words).toMatch(
      /Polish Border Guard: nearly 327,000 · .* · reported .*Authority of a neighbouring country/,
    );
    expect(guard.caveats).toContain('national-count-differs');
    expect(page.text, 'a page of that evening cannot know the report').not.toMatch(
      /351,289|350,378/,
    );
    const poland = await read('series/border_crossings-refugees-pol-unhcr-crossings');
    const report = poland.one(
      `unhcr-data-and-trends-2022-02.${crossings}.pol.unhcr-crossings.2022-02-28`,
    );
    expect(report.amount).toBe('351,289');
    expect(report.caveats).toEqual(
      expect.arrayContaining(['revised-backwards', 'published-inferred']),
    );
    expect(poland.text, 'a running sum is no published number').not.toMatch(/350,378/);
    const hungary = await read('series/border_crossings-refugees-hun-unhcr-crossings');
    expect(hungary.amounts(/2022-02-28$/)).toEqual(
      expect.arrayContaining(['nearly 85,000', 'about 94,000', '97,922']),
    );
  });

  test('Four Romanias, 28 February 2022', async () => {
    const page = await read('on/2022-02-28');
    const present = page.one(`axios-2022-02-28.${crossings}.rou.unhcr-still-there.2022-02-28`);
    const police = page.one(
      `agerpres-2022-02-28.${crossings}.rou.border-police-romania.2022-02-28`,
    );
    expect([present.amount, police.amount]).toEqual(['more than 32,500', 'about 74,701']);
    expect(present.block).not.toBe(police.block);
    expect(present.caveats).toContain('net-of-departures');
    expect(police.caveats).toEqual(
      expect.arrayContaining(['entries-not-net', 'national-count-differs']),
    );
    const [stillThere, direct, withMoldova, office] = await Promise.all([
      read('series/border_crossings-refugees-rou-unhcr-still-there'),
      read('series/border_crossings-refugees-rou-unhcr-romania-direct'),
      read('series/border_crossings-refugees-rou-unhcr-romania-with-moldova'),
      read('series/refugees_recorded-refugees-rou-unhcr-romania-office'),
    ]);
    expect(stillThere.text).toMatch(/less people who had left the country again/);
    expect(direct.text).toMatch(/directly from Ukraine.*Arrivals through Moldova are excluded/);
    expect(withMoldova.text).toMatch(/directly from Ukraine and through Moldova/);
    expect(direct.amounts(/2022-02-28$/)).toEqual(['51,992']);
    expect(direct.text).toMatch(/15 March 2022.{0,60}no reason published/);
    const links = [direct, withMoldova].map(({ text }) => text);
    expect(links[0]).toMatch(/Romania, with arrivals through Moldova/);
    expect(links[1]).toMatch(/Romania, directly from Ukraine/);
    expect(stillThere.amounts(/2022-03-04$/)).toContain('63,192');
    expect(direct.amounts(/2022-05-15$/)).toContain('509,457');
    expect(withMoldova.amounts(/2022-05-15$/)).toEqual(['944,197']);
    expect(office.amounts(/2022-05-15$/)).toEqual(['87,120']);
    const fourth = await read('on/2022-03-05');
    expect(fourth.amounts(/rou\.(?:unhcr-still-there|border-police)/)).toEqual(
      expect.arrayContaining(['63,192', '195,848']),
    );
    for (const one of [page, fourth, stillThere, direct, withMoldova, office])
      expect(one.text, 'worked out, not published').not.toMatch(/100,799|34,361|63,348|48,807/);
  });

  test('The sum of the parts', async () => {
    const page = await read('on/2022-03-21');
    const total = page.one(`unhcr-portal-2022-03-21.${crossings}.abroad.unhcr-total.2022-03-20`);
    expect(total.amount).toBe('3,489,644');
    const direct = page.one(
      `unhcr-portal-2022-03-21.${crossings}.rou.unhcr-romania-direct.2022-03-20`,
    );
    const whole = page.one(
      `interfax-ukraine-2022-03-21-unhcr.${crossings}.rou.unhcr-romania-with-moldova.2022-03-20`,
    );
    expect([direct.amount, whole.amount]).toEqual(['242,908', '535,461']);
    expect(direct.block).not.toBe(whole.block);
    expect(direct.caveats).toContain('direct-only');
    expect(whole.caveats).toEqual(expect.arrayContaining(['via-moldova', 'counted-in-both']));
    expect(page.caveats['counted-in-both']).toMatch(/also in Moldova’s figure/);
    expect(page.text).not.toMatch(/3,782,197|292,553/);
  });
});
