import { describe, expect, test } from 'vitest';
import { read } from '../read-page.ts';

describe('casualties: ten cases', () => {
  test('Two numbers in one day', async () => {
    const page = await read('on/2022-03-01');
    const series = await read('series/killed-civilians-ukr-ohchr-recorded');
    for (const [measure, morning, evening] of [
      ['killed', '136', '142'],
      ['injured', '400', '408'],
    ] as const) {
      const [first, last] = [
        page.one(`ohchr-2022-03-01-briefing.${measure}.civilians.ukr.ohchr-recorded.2022-02-28`),
        page.one(`ohchr-2022-03-01.${measure}.civilians.ukr.ohchr-recorded.2022-02-28`),
      ];
      expect([first.amount, last.amount]).toEqual([morning, evening]);
      expect(first.block).not.toBe(last.block);
      for (const one of [first, last]) expect(one.words).toMatch(/24(?: Feb)? to 28 Feb 2022/);
      expect(last.words).toContain('1 Mar 2022, 18:00 (UTC+02:00)');
      expect(first.leadsTo).toContain('sources/ohchr-2022-03-01-briefing');
      expect(first.block, 'what stands comes before what was also said').toBeGreaterThan(
        last.block,
      );
    }
    expect(series.amounts(/\.2022-02-28$/)).toEqual(expect.arrayContaining(['136', '142']));
  });

  test('A year later the first five days are two and a half times as deadly', async () => {
    const page = await read('series/killed-civilians-ukr-ohchr-by-month');
    const least = (numbers: string) => numbers.split(' ').map((number) => `at least ${number}`);
    expect(page.amounts(/\.2022-02-28$/)).toEqual(least('342 353 355 362 358 362'));
    expect(page.amounts(/\.2022-03-31$/)).toEqual(
      expect.arrayContaining(least('3,190 3,298 3,326 3,333 3,378 3,951 4,094 4,118 4,154')),
    );
    expect(page.amounts(/\.2022-03-31$/).at(-1)).toMatch(/4,289$/);
    for (const [source, published] of [
      ['censor-net-2022-09-05', '2022-09-05'],
      ['interfax-ukraine-2023-02-06', '2023-02-06'],
      ['censor-net-2023-03-06', '2023-03-06'],
    ] as const) {
      const seen = page.one(`${source}.killed.civilians.ukr.ohchr-by-month.2022-02-24.2022-02-28`);
      expect(seen.days).toContain(published);
      expect(seen.leadsTo).toContain(`sources/${source}`);
      expect(seen.caveats).toContain('by-occurrence');
    }
    expect(page.caveats['by-occurrence']).toMatch(/Later editions revise these figures/);
    expect(
      page.amounts(/2022-02-28$/),
      'the count of 1 March 2022 is another series',
    ).not.toContain('142');
    expect(page.text, 'the break of February 2023 is told').toMatch(/block of older cases/i);
  });

  test('Later paper, older number', async () => {
    const killed = (source: string, asOf: string) =>
      `${source}.killed.civilians.ukr.ohchr-recorded.${asOf}`;
    const second = await read('on/2022-03-02');
    expect(second.one(killed('ilke-2022-03-02', '2022-03-01')).amount).toBe('227');
    const third = await read('on/2022-03-03');
    const standing = third.figures.find(({ counter }) => counter === 'counter-killed');
    expect([standing?.id, standing?.amount]).toEqual([
      killed('ohchr-2022-03-03', '2022-03-02'),
      '249',
    ]);
    expect(third.amounts(/killed\.civilians\.ukr\.ohchr-recorded/)).not.toContain('at least 180');
    const series = await read('series/killed-civilians-ukr-ohchr-recorded');
    const [older, newer] = [
      series.one(killed('protection-cluster-2022-03-03', '2022-03-01')),
      series.one(killed('ilke-2022-03-02', '2022-03-01')),
    ];
    expect([older.amount, newer.amount]).toEqual(['at least 180', '227']);
    expect([older.days, newer.days]).toEqual([
      expect.arrayContaining(['2022-03-01', '2022-03-03']),
      expect.arrayContaining(['2022-03-01', '2022-03-02']),
    ]);
    expect(older.caveats).toContain('read-in-a-relay');
    const note = await read('sources/protection-cluster-2022-03-03');
    expect(note.text).toMatch(/OHCHR count for 24 February to 1 March 2022/);
    expect(note.amounts(/(?:killed|injured|casualties)\.civilians/)).toEqual(
      expect.arrayContaining(['at least 180', 'at least 508', 'at least 688']),
    );
  });
});
