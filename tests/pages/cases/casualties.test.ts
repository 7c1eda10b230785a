import { describe, expect, test } from 'vitest';
import { read } from '../read-page.ts';

describe('casualties: ten cases', () => {
  test('One headline, three child counts', async () => {
    const page = await read('on/2022-02-28');
    const all = page.one('ohchr-2022-02-28.killed.civilians.ukr.ohchr-recorded.2022-02-27');
    const un = page.one('bachelet-2022-02-28-ap.killed.children.ukr.ohchr-recorded.2022-02-27');
    const ministry = page.one(
      'ohchr-2022-02-28-ministry.killed.children.ukr.health-ministry.2022-02-27',
    );
    const president = page.one(
      'president-2022-02-28.killed.children.ukr.president-address.2022-02-27',
    );
    expect([all, un, ministry, president].map(({ amount }) => amount)).toEqual([
      '102',
      'at least 7',
      '14',
      '16',
    ]);
    expect(new Set([all, un, ministry, president].map(({ block }) => block)).size).toBe(4);
    expect(all.words).toMatch(/civilians killed.*Only cases verified by OHCHR/);
    expect(un.words).toMatch(/children killed.*OHCHR, verified/);
    expect(ministry.words).toMatch(
      /Ministry of Health of Ukraine .*government of a party to the conflict · .* · reported/,
    );
    expect(president.words).toMatch(
      /President of Ukraine .*head of state of a party to the conflict · .* · claimed/,
    );
    for (const claim of [ministry, president]) {
      expect(claim.caveats).toEqual(expect.arrayContaining(['party', 'overlaps-never-add']));
      expect(claim.caveats).not.toContain('verified-standard');
    }
    expect(un.caveats).toContain('verified-standard');
    // 7 + 14, 7 + 16, 14 + 16, 7 + 14 + 16; the injured children are 21, added up from their own groups.
    expect(page.text).not.toMatch(/\b(?:21|23|30|37) children (?!\(added up here)/);
  });

  test('The same 16, three periods', async () => {
    const inFourDays = (await read('series/killed-children-ukr-president-address')).one(
      'president-2022-02-28.killed.children.ukr.president-address.2022-02-27',
    );
    const oneDay = await read('series/killed-children-ukr-president-single-day');
    const yesterday = oneDay.one(
      'president-2022-03-01.killed.children.ukr.president-single-day.2022-02-28.2022-02-28',
    );
    const sinceThen = (await read('series/killed-children-ukr-health-ministry')).one(
      'ohchr-2022-03-04-minister.killed.children.ukr.health-ministry.2022-03-01',
    );
    expect([inFourDays, yesterday, sinceThen].map(({ amount }) => amount)).toEqual([
      '16',
      '16',
      '16',
    ]);
    expect(inFourDays.days).toEqual(expect.arrayContaining(['2022-02-24', '2022-02-27']));
    expect(yesterday.words).toMatch(/(?:on )?28 Feb 2022/);
    expect(yesterday.days).not.toContain('2022-02-24');
    expect(sinceThen.days).toEqual(expect.arrayContaining(['2022-02-24', '2022-03-01']));
    expect(yesterday.caveats).toContain('period-shift');
    expect(oneDay.caveats['period-shift']).toMatch(/same figure for different periods/);
    for (const day of ['2022-03-01', '2022-03-02', '2022-03-04']) {
      const summary = await read(`on/${day}`);
      expect(summary.amounts(/killed\.children/).join(' ')).not.toMatch(/\b(?:32|48)\b/);
      expect(summary.text).not.toMatch(/\b(?:32|48) children/);
    }
  });

  test('An increase that is not a day', async () => {
    const march = await read('on/2022-03-01');
    const count = march.one('ohchr-2022-03-01.killed.civilians.ukr.ohchr-recorded.2022-02-28');
    expect(count.amount).toBe('142');
    expect(count.words).toContain('24 to 28 Feb 2022');
    expect(count.caveats).toContain('increase-not-daily');
    expect(march.caveats['increase-not-daily']).toMatch(/not that period’s toll/);
    expect(march.text).not.toMatch(
      /\+\s?(?:40|104)\b|\b(?:40 civilians killed|104 civilians injured)/i,
    );
    const ofTheDay = await read('series/killed-civilians-six-regions-ohchr-single-day');
    const eighteen = ofTheDay.one(
      'ohchr-2022-03-01.killed.civilians.six-regions.ohchr-single-day.2022-02-28.2022-02-28',
    );
    expect(eighteen.amount).toBe('at least 18');
    expect(eighteen.caveats).toContain('part-of-larger-count');
    expect(eighteen.days).not.toContain('2022-02-24');
    const april = await read('on/2022-04-20');
    const later = april.one(
      'ohchr-2022-04-20-repost.killed.civilians.ukr.ohchr-recorded.2022-04-19',
    );
    expect([later.amount, later.words]).toEqual([
      '2,224',
      expect.stringContaining('24 Feb to 19 Apr 2022'),
    ]);
    expect(later.caveats).toContain('increase-not-daily');
    expect(april.amounts(/killed\.civilians/).join(' ')).not.toMatch(/\b120\b/);
    expect(april.text).not.toMatch(/\+\s?120\b|\b120 (?:civilians )?killed/i);
  });
});
