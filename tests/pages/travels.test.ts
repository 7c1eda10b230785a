import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, test } from 'vitest';
import { library } from '#lib/server/library.ts';
import { knowing } from '#lib/views/knowing.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { documentOf } from '../support/dom.ts';
import { drawnByLot, lot } from '../support/lot.ts';
import { textOf } from '../site/pass.ts';

/*
 * The first law along every way a number leaves by: page, picture, embed, sentence, files; the printed sheet has its own
 * test. Ten figures are drawn by lot from all that any day's summary shows; the seed is named.
 */
const { id: situation } = library.situation;
const figures = new Map(library.figures.map((figure) => [figure.id, figure]));
const sorted = (codes: Iterable<string>) => [...new Set(codes)].sort();
/** Which caveats a text says: the gravest in full, the others by their labels. */
const saidIn = (text: string, codes: readonly string[]) =>
  codes.filter((code) => {
    const caveat = library.caveats.get(code);
    return caveat && (text.includes(caveat.text) || text.includes(caveat.label));
  });

/** The codes said in the block of a figure of a page, in it or by the numbers of its notes. */
function codesIn(page: Document, id: string, within: string): string[] {
  const block = [...page.querySelectorAll(within)].find((place) =>
    place.querySelector(`[data-figure="${id}"]`),
  );
  const noted = [...(block?.querySelectorAll('a[href^="#note-"]') ?? [])].flatMap(
    (link) =>
      page
        .getElementById((link.getAttribute('href') ?? '').slice(1))
        ?.getAttribute('data-caveat') ?? [],
  );
  const said = [...(block?.querySelectorAll('[data-caveat]') ?? [])].map(
    (place) => place.getAttribute('data-caveat') ?? '',
  );
  return [...noted, ...said];
}
const pageAt = async (address: string) => documentOf(await textOf(address));

describe(`ten figures by lot ${lot}`, () => {
  let csv: Record<string, string>[] = [];
  let json: { figures: { id: string; caveat_codes: string }[] } = { figures: [] };
  beforeAll(async () => {
    csv = parse(await textOf(addresses.figures(situation, 'csv')), { columns: true });
    json = JSON.parse(await textOf(addresses.figures(situation, 'json'))) as typeof json;
  });

  test.each(drawnByLot)(
    '$id leaves with the same caveats by every way ($day)',
    async ({ day, id }) => {
      const figure = figures.get(id);
      if (!figure) throw new Error(`no figure ${id}`);
      const wanted = sorted(figure.caveats.map(({ code }) => code));
      // The page of a past day knows what was known then.
      const then = sorted(knowing(figure, day).caveats.map(({ code }) => code));
      const summary = await pageAt(addresses.day(situation, day));
      const beside = codesIn(summary, id, 'article[data-block], [data-block]');
      expect(sorted(beside).filter((code) => then.includes(code))).toEqual(then);

      const own = await pageAt(addresses.figure(situation, id));
      expect(sorted(codesIn(own, id, '[data-quote]'))).toEqual(wanted);
      expect(sorted(codesIn(own, id, 'main > [data-block]'))).toEqual(wanted);
      const announced = own
        .querySelector('meta[property="og:description"]')
        ?.getAttribute('content');
      expect(sorted(saidIn(announced ?? '', wanted))).toEqual(wanted);
      const embed = await pageAt(addresses.embedFigure(situation, id));
      expect(sorted(codesIn(embed, id, '[data-block]'))).toEqual(wanted);

      for (const shape of ['wide', 'square'] as const) {
        const svg = await textOf(`${addresses.shareFigure(situation, id)}.${shape}.svg`);
        expect(
          sorted([...svg.matchAll(/data-caveat="([^"]+)"/g)].map(([, code = '']) => code)),
        ).toEqual(wanted);
      }

      const row = csv.find((record) => record['id'] === id);
      expect(sorted((row?.['caveat_codes'] ?? '').split(';').filter(Boolean))).toEqual(wanted);
      const record = json.figures.find((held) => held.id === id);
      expect(sorted((record?.caveat_codes ?? '').split(';').filter(Boolean))).toEqual(wanted);
    },
  );
});
