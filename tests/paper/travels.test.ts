import { expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { knowing } from '#lib/views/knowing.ts';
import { drawnByLot, lot } from '../support/lot.ts';
import { printerOf, tight } from '../support/paper.ts';
import { useSite } from '../support/site.ts';

/*
 * The first law along one of the ways a number leaves by: the printed sheet. The others are asked of the same ten figures
 * by the tests of the site.
 */
const site = useSite();
const printed = printerOf(site.address);
const figures = new Map(library.figures.map((figure) => [figure.id, figure]));
const sorted = (codes: Iterable<string>) => [...new Set(codes)].sort();
/** The marks around a source's own words come from the style: a page's text lacks them, a file's has them. */
const unmarked = (words: string) => words.replace(/[“”]/g, '');

test.each(drawnByLot)(`$id is printed with its caveats (lot ${lot}, $day)`, async ({ day, id }) => {
  const figure = figures.get(id);
  if (!figure) throw new Error(`no figure ${id}`);
  // The sheet of a past day knows what was known then.
  const then = sorted(knowing(figure, day).caveats.map(({ code }) => code));
  const said = await site.onPage(`/ukraine-2022/print/on/${day}/`, async (page) => {
    await page.emulateMedia({ media: 'print' });
    return page.evaluate((sought) => {
      const blocks = [...document.querySelectorAll<HTMLElement>('.sheets [data-block]')];
      const block = blocks.findLast((one) => one.querySelector(`[data-figure="${sought}"]`));
      // In a map, a list, or who says what, the number is in a row; a whole list may go on to the next sheet.
      const row = block?.querySelector(
        `:is(.way, tr, li):has([data-figure="${sought}"])`,
      ) as HTMLElement | null;
      const notes = [...document.querySelectorAll<HTMLLIElement>('.notes > li[data-caveat]')];
      return {
        block: (row ?? block)?.innerText ?? '',
        // The numbers beside it; the one that begins a range stands for all up to its end.
        named: [...(block?.querySelectorAll('a[href^="#note-"]') ?? [])].flatMap((link) => {
          const from = Number(link.textContent);
          const to = Number(link.getAttribute('data-to') ?? from);
          return Array.from({ length: to - from + 1 }, (_, i) => from + i);
        }),
        notes: notes.map((note) => ({
          code: note.dataset['caveat'] ?? '',
          number: note.value,
          text: note.innerText,
        })),
      };
    }, id);
  });
  const { sheets } = await printed(day);
  const text = tight(sheets.map((sheet) => sheet.text).join(' '));
  expect(said.block).not.toBe('');
  expect(unmarked(text)).toContain(unmarked(tight(said.block)));
  // The numbers beside it lead to notes, and those stand in the file.
  const named = new Set(said.named);
  const there = said.notes.filter(
    ({ number, text: note }) => named.has(number) && text.includes(tight(`${number}.${note}`)),
  );
  expect(sorted(there.map(({ code }) => code)).filter((code) => then.includes(code))).toEqual(then);
});
