import { documentOf } from '../support/dom.ts';
import { textOf } from '../site/pass.ts';

/** A figure as it stands on a page. */
export interface SeenFigure {
  readonly id: string;
  /** "at least 102" */
  readonly amount: string;
  /** Which of the page's blocks it stands in; two figures of one block have one number. */
  readonly block: number;
  /** The words of that block, without those of blocks inside it. */
  readonly words: string;
  /** The id of the counter it is in, or of the one beside which others say it; empty outside of both. */
  readonly counter: string;
  /** Whether it is one of the page's own; on a series page the claims of others and the sentence to quote are not. */
  readonly own: boolean;
  /** Codes of the caveats told in the block or by its note numbers. */
  readonly caveats: readonly string[];
  /** `datetime` of all days in the block. */
  readonly days: readonly string[];
  /** Where its block leads: `series/…` and `sources/…`, each without a slash at the end. */
  readonly leadsTo: readonly string[];
}

/** What a visitor reads on one page. */
export interface ReadPage {
  readonly address: string;
  /** All its words, with single spaces, without the list that looks past the day of the page. */
  readonly text: string;
  /** The words of that list: what became of the figures of a past day since; empty where there is none. */
  readonly since: string;
  /** All that stand outside of that list. */
  readonly figures: readonly SeenFigure[];
  /** What each caveat says, by code. */
  readonly caveats: Readonly<Record<string, string>>;
  /** Where a figure stands with the most words, in a counter if it is in one; a page without it fails the test. */
  one(id: string): SeenFigure;
  /** The amounts of the page's own figures whose id matches, in their order on the page, each id once. */
  amounts(of: RegExp): string[];
}

type Found = Pick<ReadPage, 'text' | 'since' | 'figures' | 'caveats'>;

const held = new Map<string, ReadPage>();

/** Reads a page of the situation: `read('series/…')`, `read('on/2022-02-28')`. */
export async function read(page: string): Promise<ReadPage> {
  const before = held.get(page);
  if (before) return before;
  const one = withQuestions(page, look(documentOf(await textOf(`/ukraine-2022/${page}/`))));
  held.set(page, one);
  return one;
}

function withQuestions(address: string, found: Found): ReadPage {
  return {
    address,
    ...found,
    one(id) {
      const places = found.figures.filter((seen) => seen.id === id);
      const figure = places.find(({ counter }) => counter !== '') ?? places[0];
      if (figure === undefined) throw new Error(`${address} does not show ${id}`);
      return figure;
    },
    amounts(of) {
      const own = found.figures.filter((figure) => figure.own);
      const seen = new Map(own.map(({ id, amount }) => [id, amount]));
      return [...seen].flatMap(([id, amount]) => (of.test(id) ? [amount] : []));
    },
  };
}

function look(document: Document): Found {
  const plain = (element: Element): string => {
    const copy = element.cloneNode(true) as Element;
    for (const child of copy.querySelectorAll('style, script')) child.remove();
    // Cells and entries are words of their own although no blank stands between their tags.
    for (const child of copy.querySelectorAll('td, th, li, p, dt, dd, div, summary, h1, h2, h3'))
      child.append(' ');
    return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
  };
  const later = document.querySelector('section[aria-labelledby="since"]');
  const since = later ? plain(later) : '';
  later?.remove();
  const withId = new Map(
    [...document.querySelectorAll('[id]')].map((element) => [element.id, element]),
  );
  const codesIn = (block: Element): string[] => {
    // The number that begins a range leads to all notes up to its end.
    const noted = [...block.querySelectorAll('a[href^="#note-"]')].flatMap((link) => {
      const from = Number((link.getAttribute('href') ?? '').replace('#note-', ''));
      const to = Number(link.getAttribute('data-to') ?? from);
      return Array.from({ length: to - from + 1 }, (_, i) => withId.get(`note-${from + i}`));
    });
    const told = [...block.querySelectorAll('[data-caveat]')];
    return [...noted, ...told].flatMap((place) => place?.getAttribute('data-caveat') ?? []);
  };
  const blocks = [...document.querySelectorAll('[data-block]')];
  const read = blocks.map((block) => {
    const own = block.cloneNode(true) as Element;
    for (const inner of own.querySelectorAll('[data-block]')) inner.remove();
    const links = [...own.querySelectorAll('a[href]')].map(
      (link) => /(?:series|sources)\/[^/]+(?=\/$)/.exec(link.getAttribute('href') ?? '')?.[0],
    );
    return {
      words: plain(own),
      caveats: [...new Set(codesIn(own))],
      days: [...own.querySelectorAll('time')].map((time) => time.getAttribute('datetime') ?? ''),
      leadsTo: [...new Set(links)].filter((link) => link !== undefined),
    };
  });
  const hasTable = document.querySelector('[data-vintage-row]') !== null;
  const figures = [...document.querySelectorAll('[data-figure]')].flatMap((element) => {
    const block = blocks.findIndex((one) => one === element.closest('[data-block]'));
    const around = read[block];
    if (around === undefined) return [];
    const place = element.closest('[id^="counter-"], [id^="says-"]')?.id ?? '';
    const counter = place.replace('says-', 'counter-');
    const id = element.getAttribute('data-figure') ?? '';
    const own = !hasTable || element.closest('[data-vintage-row]') !== null;
    return [{ id, amount: plain(element), block, counter, own, ...around }];
  });
  const caveats = Object.fromEntries(
    [...document.querySelectorAll('[data-caveat]')].map((place) => [
      place.getAttribute('data-caveat') ?? '',
      plain(place),
    ]),
  );
  return { text: plain(document.body), since, figures, caveats };
}
