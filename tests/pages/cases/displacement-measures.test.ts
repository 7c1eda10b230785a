import { describe, expect, test } from 'vitest';
import { read } from '../read-page.ts';
const crossings = 'border_crossings.refugees';

describe('displacement: ten cases', () => {
  test('Crossings, people, registrations', async () => {
    const august = await read('on/2022-08-03');
    const out = august.one(`rua-2022-08-03.${crossings}.abroad.unhcr-total.2022-08-03`);
    expect(out.amount).toBe('10,350,489');
    expect(out.words).toMatch(/border crossings/i);
    expect(out.caveats).toEqual(
      expect.arrayContaining(['crossings-counted', 'crossings-called-refugees']),
    );
    expect(august.text).not.toMatch(/10,350,489 refugees|6,307,137/);
    const recorded = await read('series/refugees_recorded-refugees-pol-unhcr-recorded');
    const table = 'unhcr-table-2022-12-28.refugees_recorded.refugees.pol.unhcr-recorded.2022-12-26';
    expect(recorded.one(table).amount).toBe('1,546,354');
    expect(recorded.one(table).caveats).toContain('equals-registrations');
    expect(recorded.caveats['equals-registrations']).toMatch(
      /equals that of registrations for temporary protection/,
    );
    const registered = await read('series/temporary_protection-refugees-pol-unhcr-protection');
    expect(registered.amounts(/unhcr-table-2022-12-28/)).toEqual(['1,546,354']);
    expect(registered.caveats['registrations-not-persons']).toMatch(/moved on or went home/);
    const official = await read('series/refugees_recorded-refugees-pol-unhcr-official');
    expect(official.amounts(/2022-12-31$/)).toContain('958,147');
    const all = await read('series/temporary_protection-refugees-europe-unhcr-protection');
    expect(all.amounts(/2023-01-(?:24|31)$/)).toEqual(
      expect.arrayContaining(['4,823,326', '4,952,938']),
    );
    expect(all.text, 'a fall in registrations is not people who left').not.toMatch(/129,612/);
  });

  test('Internally displaced: estimate, projection, survey', async () => {
    const inside = 'idps.idps.ukr';
    const ocha = await read('series/idps-idps-ukr-ocha-idps-early');
    expect(ocha.amounts(/./)).toEqual(
      expect.arrayContaining(['more than 160,000', 'more than 100,000']),
    );
    expect(ocha.figures[0]?.caveats).toEqual(
      expect.arrayContaining(['early-ballpark', 'not-checked']),
    );
    const planned = await read('series/projected-persons-ukr-commission-planning');
    expect(planned.amounts(/./)).toEqual(['more than 7,000,000']);
    expect(planned.figures[0]?.caveats).toEqual(
      expect.arrayContaining(['planning-projection', 'projection-read-as-count']),
    );
    const sunday = await read('on/2022-02-27');
    const counted = sunday.figures.filter(({ counter }) => counter === 'counter-inside');
    expect(counted.map(({ amount }) => amount).join(' '), 'a plan is no count').not.toMatch(
      /7,000,000/,
    );
    const march = await read('on/2022-03-18');
    const survey = march.one(`idp-update-2022-03-18.${inside}.iom-survey-2022.2022-03-16`);
    expect([survey.amount, survey.counter]).toEqual(['about 6,480,000', 'counter-inside']);
    expect(survey.caveats).toEqual(
      expect.arrayContaining(['survey-estimate', 'not-all-of-ukraine']),
    );
    const cluster = await read('series/idps-idps-ukr-protection-cluster-estimate');
    expect(cluster.amounts(/./)).toContain('1,850,111');
    expect(cluster.caveats['stopgap-method']).toMatch(/without data from the north and east/);
    const pages = ['iom-survey-2022', 'iom-survey-2023', 'iom-survey-de-facto', 'local-registers'];
    const [first, second, third, registers] = await Promise.all(
      pages.map((definition) => read(`series/idps-idps-ukr-${definition}`)),
    );
    expect(first?.text).toMatch(/18 March 2022.{0,200}survey takes the place/);
    expect([second, third, registers].map((page) => page?.amounts(/./)[0])).toEqual([
      '5,088,000',
      expect.stringMatching(/^3,6(?:74|89),000$/),
      '3,677,601',
    ]);
    expect(second?.text).toMatch(/4 July 2023.{0,60}larger survey by oblast/);
    expect(third?.text).toMatch(/17 October 2023.{0,60}headed de facto/);
    expect(registers?.figures[0]?.caveats).toContain('registrations-not-persons');
  });

  test('Copies go wrong', async () => {
    const copies = [
      ['refugees_recorded-refugees-pol-unhcr-recorded-misprint', '1,192,364'],
      ['temporary_protection-refugees-pol-unhcr-protection-misprint', '1,352,364'],
      ['border_crossings-refugees-mda-unhcr-moldova-misprint', '337,315'],
      ['idps-idps-ukr-protection-cluster-misdated', '1,850,111'],
    ] as const;
    for (const [series, amount] of copies) {
      const page = await read(`series/${series}`);
      expect(page.amounts(/./)).toEqual([amount]);
      expect(page.figures[0]?.caveats).toContain('misprint');
      expect(page.caveats['misprint']).toMatch(/not the publisher’s figure/);
    }
    const recorded = await read('series/refugees_recorded-refugees-pol-unhcr-recorded');
    expect(recorded.amounts(/2022-06-09$/)).toEqual(['1,152,364']);
    expect(recorded.amounts(/./)).not.toContain('1,192,364');
    const moldova = await read('series/border_crossings-refugees-mda-unhcr-moldova-entries');
    expect(moldova.amounts(/2022-03-14$/)).toContain('337,215');
    expect(moldova.amounts(/./)).not.toContain('337,315');
    const printed = await read('on/2022-03-16');
    const toMoldova = printed.figures.filter(({ counter }) => counter === 'counter-to-mda');
    expect(toMoldova.map(({ amount }) => amount)).not.toContain('337,315');
    const poland = await read('series/border_crossings-refugees-pol-unhcr-crossings');
    const slip = poland.one(`unhcr-portal-2023-05-03.${crossings}.pol.unhcr-crossings.2023-04-27`);
    expect([slip.amount, slip.caveats]).toEqual([
      '8,959,627',
      expect.arrayContaining(['portal-slip']),
    ]);
    expect(poland.amounts(/2023-04-(?:23|27)$/)).toEqual(
      expect.arrayContaining(['11,072,734', '8,959,627', '11,171,465']),
    );
    expect(
      poland.one(`unhcr-portal-2023-05-09.${crossings}.pol.unhcr-crossings.2023-04-27`).words,
      'the slip is the value before, not the one that put it right',
    ).toMatch(/11,171,465 revised.{0,250}about the earlier value: The portal showed this value/);
  });
});
