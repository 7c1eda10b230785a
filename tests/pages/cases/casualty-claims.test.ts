import { describe, expect, test } from 'vitest';
import { read } from '../read-page.ts';

describe('casualties: ten cases', () => {
  test('352 persons become 352 civilians', async () => {
    const page = await read('on/2022-02-28');
    const persons = page.one(
      'ohchr-2022-02-28-ministry.killed.persons.ukr.health-ministry.2022-02-27',
    );
    const civilians = page.one(
      'ap-2022-02-27-interior.killed.civilians.ukr.interior-ministry.2022-02-27',
    );
    expect([persons.amount, civilians.amount]).toEqual(['352', 'at least 352']);
    expect(persons.block).not.toBe(civilians.block);
    expect(persons.words).toMatch(/Ministry of Health of Ukraine.*352.*Persons killed/);
    expect(civilians.words).toMatch(
      /Ministry of Internal Affairs of Ukraine.*352.*Civilians killed/,
    );
    expect(persons.caveats).toContain('civ-mil-mixed');
    expect(civilians.caveats).toContain('label-changed');
    expect(page.caveats['civ-mil-mixed']).toMatch(/civilians/i);
    expect(page.text).not.toMatch(/\b(?:454|704|806)\b/);
    const day = await read('on/2022-02-26');
    const earlier = day.one(
      'afp-2022-02-26-minister.killed.persons.ukr.health-ministry.2022-02-26',
    );
    expect(earlier.words).toMatch(/198.*Persons killed/);
    expect(earlier.caveats).toContain('civ-mil-mixed');
    expect(day.text).not.toMatch(/198 civilians/i);
    expect((await read('on/2022-02-27')).text, 'on its own day nobody could compare').not.toMatch(
      /The word changed on the way/,
    );
  });

  test('The residual read as the total', async () => {
    const page = await read('series/killed-children_sex_unknown-ukr-ohchr-recorded');
    for (const [id, amount] of [
      ['anadolu-2022-03-22.killed.children_sex_unknown.ukr.ohchr-recorded.2022-03-21', '40'],
      ['anadolu-2022-03-24.killed.children_sex_unknown.ukr.ohchr-recorded.2022-03-23', '48'],
      ['ohchr-2022-06-15.killed.children_sex_unknown.ukr.ohchr-recorded.2022-06-14', '67'],
      ['ohchr-2022-06-21.killed.children_sex_unknown.ukr.ohchr-recorded.2022-06-20', '41'],
    ] as const) {
      const seen = page.one(id);
      expect(seen.amount).toBe(amount);
      expect(seen.caveats).toEqual(expect.arrayContaining(['residual-only', 'sex-age-unknown']));
    }
    expect(page.text).toMatch(/Children killed in Ukraine whose sex is not yet known/);
    expect(page.caveats['residual-only']).toMatch(/not all children or adults/);
    expect(page.caveats['sex-age-unknown']).toMatch(/can fall or rise without a new death/);
    expect(page.text).toMatch(
      /The text presents this as all children|misprinted, misread or misdated/,
    );
    const whole = await read('series/killed-children-ukr-ohchr-recorded');
    expect(whole.amounts(/2022-03-21$/)).toEqual(['78']);
    expect(whole.amounts(/./).join(' ')).not.toMatch(/\b(?:40|48|67)\b/);
    for (const day of ['2022-03-22', '2022-03-24', '2022-06-21']) {
      const summary = await read(`on/${day}`);
      expect(summary.text).not.toMatch(
        /\b(?:40|41|48) children(?! (?:killed (?:in Ukraine )?)?whose sex)/,
      );
    }
  });

  test('Verified count, claims and estimates side by side', async () => {
    const page = await read('on/2022-03-02');
    const un = page.one('ilke-2022-03-02.killed.civilians.ukr.ohchr-recorded.2022-03-01');
    const service = page.one(
      'ukrainska-pravda-2022-03-02.killed.civilians.ukr.emergency-service.2022-03-02',
    );
    expect([un.amount, service.amount]).toEqual(['227', 'more than 2,000']);
    expect(un.block).not.toBe(service.block);
    expect(un.words).toContain('Only cases verified by OHCHR');
    expect(service.words).toMatch(
      /State Emergency Service of Ukraine .*government of a party to the conflict · .* · claimed/,
    );
    expect(service.caveats).toEqual(
      expect.arrayContaining(['party', 'method-unstated', 'overlaps-never-add']),
    );
    const may = await read('on/2022-05-09');
    expect(may.figures.find(({ counter }) => counter === 'counter-killed')?.amount).toBe('3,381');
    expect(may.text).not.toMatch(/23,381/);
    const guardian = await read('sources/guardian-2022-05-10');
    expect(guardian.amounts(/killed\.civilians/)).toEqual(['3,381']);
    expect(guardian.text).toMatch(/head of mission said.*thousands higher/);
    const mariupol = await read('series/casualties-persons-mariupol-mariupol-city');
    expect(mariupol.text).toMatch(
      /Authorities of Mariupol \(local authority of a party to the conflict\)/,
    );
    expect(mariupol.figures[0]?.caveats).toContain('party');
    const mission = await read('series/killed-civilians-donetsk-republic-donetsk-mission-count');
    expect(mission.amounts(/donetsk-mission-count/)).toEqual(['4,778']);
    expect(mission.text).toMatch(/self-proclaimed authority; party to the conflict/);
    expect(mission.figures[0]?.caveats).toEqual(
      expect.arrayContaining(['party', 'period-differs']),
    );
    const held = await read('series/killed-civilians-donetsk-luhansk-affiliated-ohchr-recorded');
    expect(held.amounts(/2022-06-26$/)).toEqual(['191']);
    expect(held.amounts(/./)).not.toContain('4,778');
  });

  test('A dead series shown as live', async () => {
    const old = await read('series/killed-civilians-eastern-conflict-zone-ohchr-conflict-zone');
    expect(old.amounts(/./)).toEqual(['253']);
    expect(old.figures[0]?.words).toContain('31 Dec 2021');
    expect(old.figures[0]?.caveats).toContain('before-the-invasion');
    expect(old.caveats['before-the-invasion']).toMatch(/not part of the counts/);
    expect((await read('on/2022-03-03')).amounts(/killed\.civilians/)).not.toContain('253');
    const included = await read('sources/dicarlo-2025-01-16');
    const injured = included.one(
      'dicarlo-2025-01-16.injured.civilians.ukr.ohchr-recorded.2024-12-31',
    );
    const children = included.one(
      'dicarlo-2025-01-16.injured.children.ukr.ohchr-recorded.2024-12-31',
    );
    expect([injured.amount, children.amount]).toEqual(['at least 28,382', 'at least 1,833']);
    expect(included.text).toMatch(/including 1,833 children/);
    expect(included.text).not.toMatch(/28,382 adults|30,215/);
    const both = await read('sources/interfax-ukraine-2022-03-06');
    const casualties = both.one(
      'interfax-ukraine-2022-03-06.casualties.civilians.ukr.ohchr-recorded.2022-03-05',
    );
    expect(casualties.words).toMatch(/killed or injured.*1,123/);
    expect(both.text).not.toMatch(/1,123 (?:civilians )?(?:injured|wounded)|1,487/);
  });
});
