import { expect, test } from 'vitest';
import { openPdf, readSheets, tight } from '../support/paper.ts';
import { useSite } from '../support/site.ts';

const site = useSite();
/** The longest words a translation is likely to bring, and sentences half as long again. */
const words = {
  hu: 'A legmegszentségteleníthetetlenebb menekültnyilvántartásokban összeszámláltakénál többször',
  uk: 'Найвисокопревосходительнішими держприкордонслужбовцями зареєстровані внутрішньопереміщені особи',
};

/** Each language on one paper, each paper once; with PROVE=1 both on both. */
const cases = process.env['PROVE'] === '1' ? ['a4', 'letter'] : [null];

test.each([
  ['hu', words.hu, 'a4'],
  ['uk', words.uk, 'letter'],
] as const)(
  'long texts in %s fit the sheets: nothing beyond the edge, nothing cut, every word in the file',
  async (lang, long, own) => {
    for (const paper of cases.map((each) => each ?? own)) {
      const { beyond, expected, pdf } = await site.withUsedPage(
        { viewport: { width: 680, height: 900 } },
        async (page) => {
          await page.emulateMedia({ media: 'print' });
          await page.goto(`${site.address}/ukraine-2022/print/on/2022-03-20/?paper=${paper}`);
          const beyond = await page.evaluate(
            ([lang = '', long = '']) => {
              document.documentElement.lang = lang;
              const places = '.sheets h2, .sheets h3, .sheets p, .sheets li, .sheets svg text';
              document.querySelectorAll(places).forEach((place, i) => {
                if (place.closest('svg') === null && place.querySelector('p, li') === null)
                  place.append(` ${long} n${i}.`);
              });
              const sheet = document.querySelector('.sheets')?.getBoundingClientRect();
              return (
                [...document.querySelectorAll('.sheets *')]
                  .filter((one) => one.getClientRects().length > 0)
                  // A map cuts its ground at its frame.
                  .filter((one) => one.parentElement?.closest('svg') === null)
                  .filter((one) => one.getBoundingClientRect().right > (sheet?.right ?? 0) + 1)
                  .map((one) => `${one.tagName} ${one.textContent?.slice(0, 40)}`)
              );
            },
            [lang, long],
          );
          const expected = await page.evaluate(() =>
            [...document.querySelectorAll('.sheets h2, .sheets h3, .sheets p, .sheets li')]
              .filter((one) => one.getClientRects().length > 0)
              .flatMap((one) => / (n\d+)\.$/.exec(one.textContent ?? '')?.[1] ?? []),
          );
          return { beyond, expected, pdf: await page.pdf({ preferCSSPageSize: true }) };
        },
      );
      const sheets = await readSheets(await openPdf(pdf));
      const text = tight(sheets.map((sheet) => sheet.text).join(' '));
      const last = tight(long).slice(-12);
      expect(beyond).toEqual([]);
      expect(expected.length).toBeGreaterThan(60);
      expect(expected.filter((mark) => !text.includes(`${last}${mark}.`))).toEqual([]);
    }
  },
);
