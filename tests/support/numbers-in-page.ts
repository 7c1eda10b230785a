import type { Figure, Library } from '#lib/records/model.ts';
import { bounds } from '#lib/values/amount.ts';
import { amountText } from '#lib/wording/numbers.ts';

/** What must stand with a figure wherever it is shown, in a form that travels to the browser. */
export interface Expected {
  readonly amount: string;
  readonly stated: string;
  readonly asOf: string;
  readonly publisher: readonly string[];
  readonly source: string;
  readonly caveats: readonly string[];
  /** Of these the ones known only from a later day. */
  readonly caveatsFrom: Readonly<Record<string, string>>;
  /** Between which numbers its own words place the true one; null is open. */
  readonly low: number | null;
  readonly high: number | null;
  /** The sentence with everything that belongs to it; empty where it is not asked for. */
  readonly quote: string;
}

/** `quoteOf` gives the sentence to quote of a figure, which a picture's alternative text repeats. */
export const expectedOf = (
  figures: readonly Figure[],
  quoteOf: (figure: Figure) => string = () => '',
): Record<string, Expected> =>
  Object.fromEntries(
    figures.map((figure) => [
      figure.id,
      {
        amount: amountText(figure.amount).replaceAll('\u00a0', ' '),
        stated: figure.statedAs,
        asOf: figure.asOf,
        publisher: [figure.definition.publisher.short, figure.definition.publisher.name],
        source: figure.source.id,
        caveats: figure.caveats.map(({ code }) => code),
        caveatsFrom: figure.caveatsFrom,
        ...bounds(figure.amount),
        quote: quoteOf(figure).replace(/\s+/g, ' ').trim(),
      },
    ]),
  );

/** What must stand with the number of a figure that was withdrawn. */
export interface ExpectedWithdrawn extends Expected {
  readonly reason: string;
  /** On which it was withdrawn. */
  readonly day: string;
}

export const withdrawnOf = ({
  withdrawn,
}: Pick<Library, 'withdrawn'>): Record<string, ExpectedWithdrawn> =>
  Object.fromEntries(
    withdrawn.flatMap(({ figure, correction: { reason, day } }) =>
      Object.entries(expectedOf([figure])).map(([id, expected]) => [
        id,
        { ...expected, reason, day },
      ]),
    ),
  );

export interface Given {
  readonly expected: Readonly<Record<string, Expected>>;
  readonly withdrawn: Readonly<Record<string, ExpectedWithdrawn>>;
  /** Patterns of what is a date (see dates.ts). */
  readonly dates: readonly string[];
  /** Names with digits in them: of licences and papers, and the data revision. */
  readonly names: readonly string[];
  /** The data revision, which a sentence to quote ends with. */
  readonly revision: string;
}

/**
 * The first law, asked of one page or picture: every digit is part of a figure with all that belongs to it, or of a
 * date, a count of the interface, a scale, a title, an address or the number of a note.
 * It uses nothing from outside, so that it may run in a browser too.
 */
export function faultsOfNumbers(document: Document, address: string, given: Given): string[] {
  const { expected } = given;
  const faults: string[] = [];
  const plain = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
  const dates = given.dates.map((pattern) => new RegExp(pattern, 'giu'));
  // Pages say the same days and titles: what is left of a text is worked out once for all of them.
  const kept = given as Given & { undated?: Map<string, string> };
  const known = (kept.undated ??= new Map<string, string>());
  const undated = (text: string): string => {
    const words = plain(text);
    const left =
      known.get(words) ??
      dates.reduce(
        (rest, date) => rest.replace(date, ' '),
        given.names.reduce((rest, name) => rest.replaceAll(name, ' '), words),
      );
    known.set(words, left);
    return left;
  };
  const complain = (element: Element, what: string) => {
    const place = element.closest('[id]')?.id ?? element.tagName.toLowerCase();
    faults.push(`${what} (near #${place})`);
  };

  // Looked up once: a page with thousands of links to its notes is read in one go.
  const withId = new Map(
    [...document.querySelectorAll('[id]')].map((element) => [element.id, element]),
  );

  /** The nearest element that is of a kind, itself or around it: for `closest` a selector is read anew each time. */
  const nearest = (element: Element, is: (at: Element) => boolean): Element | null => {
    let at: Element | null = element;
    while (at && !is(at)) at = at.parentElement;
    return at;
  };
  const near = (element: Element, attribute: string): Element | null =>
    nearest(element, (at) => at.hasAttribute(attribute));
  const title = document.querySelector('title');
  const cites = [...document.querySelectorAll('h1 cite')].map((cite) => plain(cite.textContent));
  const sheetDay = document.querySelector('.sheets .state time')?.getAttribute('datetime');
  const hasDigit = (text: string) => /\p{Nd}/u.test(text);

  const isFigure = (element: Element) => near(element, 'data-figure') !== null;
  const allowed = (element: Element, text: string): boolean => {
    if (nearest(element, ({ localName }) => localName === 'script' || localName === 'style'))
      return true;
    if (element === title) {
      // A publication's page is called by its title and its id, which is the end of the address.
      const cited = cites[0] ?? '';
      const id = address.split('/').at(-2) ?? '';
      // An embed is called by the id of its figure too: two texts of one day may give the same.
      const isEmbed = address.startsWith('/embed/');
      const rest =
        cited === '' && !isEmbed ? plain(text) : plain(text).replace(`${cited} (${id})`, '');
      return !/\p{Nd}/u.test(undated(rest));
    }
    // A picture has no element for a time; its day stands in an attribute.
    const time = nearest(element, (at) => at.localName === 'time' || at.hasAttribute('data-day'));
    if (time) {
      // "27 Feb", "27" in a calendar, "27 Feb 2022, 13:15 (UTC+01:00)": all of them of the day in `datetime`.
      const day = time.getAttribute('datetime') ?? time.getAttribute('data-day') ?? '';
      const left = plain(text).replace(/\d\d:\d\d \(UTC(?:[+-]\d\d:\d\d)?\)/, '');
      return (left.match(/\d+/g) ?? []).every((number) =>
        day.split('-').map(Number).includes(Number(number)),
      );
    }
    const count = near(element, 'data-count');
    if (count) return /^\D*\d{1,4}\D*$/.test(plain(count.textContent));
    if (near(element, 'data-scale')) return /^[\d,.\s]*(?:thousand|million)?$/.test(undated(text));
    // In a picture: the title of a document, or an address.
    if (nearest(element, (at) => at.localName === 'cite' || at.hasAttribute('data-cite')))
      return true;
    if (nearest(element, (at) => at.getAttribute('href')?.startsWith('#note-') ?? false))
      return /^\d{1,3}$/.test(plain(text));
    // A page may name its own address and, by its end, what its citation is called; a sentence to quote that of its figure.
    if (element.tagName === 'CODE') {
      const said = plain(text);
      const figure = /^\/[a-z0-9-]+\/figures\/([^/]+)\/$/.exec(said)?.[1] ?? '';
      const own = /^caveat-(?:series|source|page)-(.+)$/.exec(said)?.[1];
      if (said === address || own === address.split('/').at(-2)) return true;
      // What the page of methods cites: a page of a situation by its name alone.
      if (/^\/[a-z]+-\d{4}\/(?:[a-z]+\/)?$/.test(said)) return true;
      if (figure in expected || figure in given.withdrawn) return true;
      // Sheets name the address of their own day.
      if (sheetDay && /^\/[a-z0-9-]+\/(?:print\/)?on\/(.+)\/$/.exec(said)?.[1] === sheetDay)
        return true;
    }
    // A frame to be copied: its address, its size in px, and a title in which a day is the only number.
    if (near(element, 'data-snippet')) {
      const frame =
        /^<iframe src="[^"\s]*\/embed\/[a-z0-9._/-]+\/" title="([^"<]*)" width="100%" height="\d{3,4}" sandbox="[a-z -]+" loading="lazy" referrerpolicy="no-referrer"><\/iframe>(?: <script src="[^"\s]*\/embed\/frame\.js" async><\/script>)?$/.exec(
          plain(element.textContent),
        );
      return frame !== null && !/\p{Nd}/u.test(undated(frame[1] ?? ''));
    }
    // Lines for a program: the only digits are in the address of a file.
    const lines = near(element, 'data-lines');
    if (lines)
      return !/\p{Nd}/u.test(
        plain(lines.textContent).replace(/https?:\/\/[^\s"]+\/figures\.csv/g, ' '),
      );
    // The page an embed is of, below whatever address the site has.
    const written = plain(element.textContent);
    if (element.tagName === 'CODE' && /^\/[a-z0-9._/-]+\/$/.test(written)) {
      const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
      if (
        address.startsWith('/embed/') &&
        new URL(canonical, `https://x${address}`).pathname === written
      )
        return true;
    }
    const link = nearest(
      element,
      (at) => at.localName === 'code' || (at.localName === 'a' && at.hasAttribute('href')),
    );
    if (link && /^https:\/\/\S+$/.test(plain(link.textContent))) return true;
    // A difference is worked out again from the two figures it names, which stand in its block.
    const derived = near(element, 'data-derived');
    if (derived) {
      const ids = (derived.getAttribute('data-derived') ?? '').split(' ');
      const shown = [...(near(derived, 'data-block')?.querySelectorAll('[data-figure]') ?? [])];
      const here = shown.map((figure) => figure.getAttribute('data-figure'));
      const [later, earlier] = ids.map((id) => (here.includes(id) ? expected[id] : undefined));
      if (!later || !earlier || ids.length !== 2) return false;
      if (later.low === null || later.high === null) return false;
      if (earlier.low === null || earlier.high === null) return false;
      const ends = [later.low - earlier.high, later.high - earlier.low];
      const sizes = [...new Set(ends.map(Math.abs).sort((a, b) => a - b))];
      const percent = Math.round(((sizes[0] ?? 0) / earlier.low) * 1000) / 10;
      const said = (plain(derived.textContent).match(/\d[\d,.]*/g) ?? []).map((number) =>
        Number(number.replace(/,/g, '')),
      );
      const words = plain(derived.textContent);
      const rises = (ends[1] ?? 0) > 0;
      if (!words.startsWith(rises ? 'up by' : 'down by')) return false;
      return (
        [sizes.join(), [...sizes, percent].join()].includes(said.join()) &&
        (said.length === sizes.length || sizes.length === 1)
      );
    }
    // A group is added up again from its parts, which stand in its block.
    const added = near(element, 'data-sum');
    if (added) {
      const ids = (added.getAttribute('data-sum') ?? '').split(' ');
      const shown = [...(near(added, 'data-block')?.querySelectorAll('[data-figure]') ?? [])];
      const here = shown.map((figure) => figure.getAttribute('data-figure'));
      const parts = ids.map((id) => (here.includes(id) ? expected[id] : undefined));
      if (ids.length < 2 || parts.some((part) => !part)) return false;
      const end = (of: 'low' | 'high') =>
        parts.reduce<number | null>((sum, part) => {
          const value = part?.[of] ?? null;
          return sum === null || value === null ? null : sum + value;
        }, 0);
      const [low, high] = [end('low'), end('high')];
      const wanted = low === high ? [low] : [low, high].filter((one) => one !== null);
      const said = (plain(added.textContent).match(/\d[\d,]*/g) ?? []).map((number) =>
        Number(number.replace(/,/g, '')),
      );
      return (
        said.join() === wanted.join() &&
        (high !== null) === !/at least/.test(added.textContent ?? '')
      );
    }
    // The number of a withdrawn figure stands only where it is said that, when and why it went, and whose it was.
    const gone = near(element, 'data-withdrawn');
    if (gone) {
      const was = given.withdrawn[gone.getAttribute('data-withdrawn') ?? ''];
      const note = near(gone, 'data-withdrawal');
      if (!was || !note) return false;
      const words = plain(note.textContent);
      const days = [...note.querySelectorAll('time')].map((time) => time.getAttribute('datetime'));
      const links = [...note.querySelectorAll('a[href]')].map((one) => one.getAttribute('href'));
      const said = [...note.querySelectorAll('[data-caveat]')].map((one) =>
        one.getAttribute('data-caveat'),
      );
      return (
        plain(gone.textContent) === was.amount &&
        words.includes(plain(was.reason)) &&
        was.publisher.some((name) => words.includes(plain(name))) &&
        days.includes(was.day) &&
        days.includes(was.asOf) &&
        links.some((href) => href?.endsWith(`/${was.source}/`)) &&
        was.caveats.every((code) => said.includes(code))
      );
    }
    // What we had written and what is right stand in an entry that says which thing, when and why.
    const put = near(element, 'data-correction');
    if (put) {
      const entry = put.closest('[data-change="correction"]');
      return entry?.querySelector('time') !== null && entry?.querySelector('code') !== null;
    }
    if (element.matches('[data-change="correction"] code')) return true;
    const stated = near(element, 'data-stated');
    if (stated) {
      const block = near(stated, 'data-block');
      const figures = [...(block?.querySelectorAll('[data-figure]') ?? [])];
      return figures.some(
        (figure) =>
          expected[figure.getAttribute('data-figure') ?? '']?.stated === plain(stated.textContent),
      );
    }
    return false;
  };

  /**
   * What announces a page where it is shared. A number stands in it only as the whole sentence to quote of one figure
   * that stands on the page; an address is one of this site, of the page or of its picture; a size is the picture's.
   */
  const allowedInTag = (element: Element, text: string): boolean => {
    const property = element.getAttribute('property') ?? element.getAttribute('name') ?? '';
    switch (property) {
      case 'og:url':
        return /^(?:https?:\/\/[^/]+)?\/[^?#\s]*$/.test(text);
      case 'og:image':
        return /^(?:https?:\/\/[^/]+)?\/(?:[^?#\s]+\/)?share\/[^?#\s]+\.wide\.png$/.test(text);
      case 'og:image:width':
        return text === '1200';
      case 'og:image:height':
        return text === '630';
      case 'og:description':
      case 'og:image:alt':
      case 'twitter:image:alt':
        return [...document.querySelectorAll('[data-figure]')].some((figure) => {
          const quote = expected[figure.getAttribute('data-figure') ?? '']?.quote ?? '';
          return quote !== '' && plain(text) === quote;
        });
      default:
        return false;
    }
  };

  // `NodeFilter.SHOW_TEXT`, by its value: only a browser has the name.
  const texts = 4;
  const walker = document.createTreeWalker(document.documentElement, texts);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.nodeValue ?? '';
    if (!element || !hasDigit(text) || isFigure(element) || allowed(element, text)) continue;
    if (/\p{Nd}/u.test(undated(text)))
      complain(element, `stray number in "${plain(text).slice(0, 90)}"`);
  }
  const spoken = ['alt', 'aria-label', 'title', 'placeholder', 'aria-description', 'content'];
  for (const element of document.querySelectorAll(
    '[alt], [aria-label], [title], [placeholder], [aria-description], meta[name][content], meta[property][content]',
  )) {
    if (element.getAttribute('name') === 'viewport') continue;
    for (const name of spoken) {
      const text = element.getAttribute(name) ?? '';
      if (!hasDigit(text)) continue;
      if (nearest(element, (at) => at.localName === 'time' || at.hasAttribute('data-figure')))
        continue;
      const cited = cites.includes(plain(text));
      const isTag = name === 'content' && element.tagName.toLowerCase() === 'meta';
      if (!cited && !(isTag && allowedInTag(element, text)) && /\p{Nd}/u.test(undated(text)))
        complain(element, `stray number in ${name} "${text.slice(0, 90)}"`);
    }
  }

  /**
   * What is said to machines. A number stands there only in an observation that carries all that belongs to its figure;
   * the name of a publication may have one.
   */
  const readLinked = (script: Element, value: unknown, path: string): void => {
    if (typeof value === 'number') complain(script, `stray number at ${path}: ${value}`);
    if (typeof value !== 'object' || value === null) return;
    const thing = value as Record<string, unknown>;
    if (thing['@type'] === 'Observation') {
      const id = /\/figures\/([^/]+)\/$/.exec(String(thing['@id']))?.[1] ?? '';
      const figure = expected[id];
      if (!figure) return complain(script, `an observation of the unknown figure ${id}`);
      // The sentence begins with the qualifier.
      const text = JSON.stringify(thing).replaceAll('\u00a0', ' ').toLowerCase();
      const ends = { minValue: figure.low, maxValue: figure.high };
      const digits = figure.amount.replace(/\D/g, '');
      const isPoint = typeof thing['value'] === 'number';
      if (isPoint ? String(thing['value']) !== digits : false)
        complain(script, `${id} has the value ${String(thing['value'])}`);
      for (const [key, end] of Object.entries(ends))
        if (!isPoint && (thing[key] ?? null) !== end)
          complain(script, `${id} has ${key} ${String(thing[key])}`);
      if (thing['observationDate'] !== figure.asOf) complain(script, `${id} without its day`);
      for (const part of [figure.amount, ...figure.caveats.map((code) => `"name":"${code}"`)])
        if (!text.includes(part.toLowerCase()))
          complain(script, `${id} without ${part} for machines`);
      for (const [key, other] of Object.entries(thing))
        if (typeof other === 'number' && !/^(?:value|minValue|maxValue)$/.test(key))
          complain(script, `stray number at .${key}: ${other}`);
      for (const key of ['measurementQualifier', 'variableMeasured', 'subjectOf'])
        if (!(key in thing)) complain(script, `${id} without ${key} for machines`);
      return;
    }
    if (thing['@type'] === 'CreativeWork') return;
    // The sentence of a figure that may only be cited names its publication, whose title may have a number.
    const cited = plain((thing['citation'] as { name?: string } | undefined)?.name ?? null);
    const uncited = (text: string) => (cited === '' ? text : plain(text).replace(cited, ' '));
    for (const [key, item] of Object.entries(thing)) {
      if (typeof item === 'string' && /^(?:name|description|variableMeasured)$/.test(key))
        if (/\p{Nd}/u.test(undated(uncited(item))))
          complain(script, `stray number at ${path}.${key}: ${item.slice(0, 90)}`);
      readLinked(script, item, `${path}.${key}`);
    }
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]'))
    readLinked(script, JSON.parse(script.textContent ?? ''), '');

  /** What a block says, read once for all its figures. */
  interface Said {
    readonly words: string;
    readonly days: ReadonlySet<string>;
    readonly links: readonly string[];
    readonly caveats: ReadonlySet<string | null | undefined>;
  }
  const blocks = new Map<Element, Said>();
  /** The notes that a number leads to: its own and, where it begins a range, all up to the range's end. */
  const notesOf = (link: Element): string[] => {
    const from = Number(/\d+$/.exec(link.getAttribute('href') ?? '')?.[0]);
    const to = Number(link.getAttribute('data-to') ?? from);
    return Array.from({ length: to - from + 1 }, (_, i) => `note-${from + i}`);
  };
  const noteOf = (href: string) =>
    href.startsWith('#note-') ? withId.get(href.slice(1))?.getAttribute('data-key') : null;
  const saidIn = (block: Element): Said => {
    const held = blocks.get(block);
    if (held) return held;
    const table = nearest(block, ({ localName }) => localName === 'table');
    const caption = table?.querySelector('caption')?.textContent ?? '';
    const links = new Set<string>();
    const days = new Set<string>();
    const caveats = new Set<string | null | undefined>();
    // One walk: a selector is read anew for each block.
    for (const one of block.querySelectorAll('*')) {
      const href = one.localName === 'a' ? one.getAttribute('href') : null;
      if (href !== null) links.add(href);
      if (href?.startsWith('#note-'))
        for (const note of notesOf(one)) {
          links.add(`#${note}`);
          caveats.add(withId.get(note)?.getAttribute('data-caveat'));
        }
      if (one.localName === 'time' || one.hasAttribute('data-day'))
        days.add(one.getAttribute('datetime') ?? one.getAttribute('data-day') ?? '');
      if (one.hasAttribute('data-caveat')) caveats.add(one.getAttribute('data-caveat'));
    }
    const words = plain(`${block.textContent} ${caption}`);
    const said = { words, days, links: [...links], caveats };
    blocks.set(block, said);
    return said;
  };
  for (const element of document.querySelectorAll('[data-figure]')) {
    const id = element.getAttribute('data-figure') ?? '';
    const figure = expected[id];
    if (!figure) {
      complain(element, `unknown figure ${id}`);
      continue;
    }
    if (plain(element.textContent) !== figure.amount)
      complain(
        element,
        `${id} says "${plain(element.textContent)}", its source "${figure.amount}"`,
      );
    const block = near(element, 'data-block');
    if (!block) {
      complain(element, `${id} stands in no block`);
      continue;
    }
    const said = saidIn(block);
    if (!figure.publisher.some((name) => said.words.includes(plain(name))))
      complain(element, `${id} without its publisher`);
    if (!said.days.has(figure.asOf)) complain(element, `${id} without its day`);
    if (
      !said.links.some(
        (href) => href.endsWith(`/${figure.source}/`) || noteOf(href) === `s-${figure.source}`,
      )
    )
      complain(element, `${id} without a link to its source`);
    // The page of a past day tells a caveat that became known later in its list of what changed since alone.
    const on =
      /\/(?:on\/|(?:flows|charts)\/[a-z0-9_.-]+\/(?:[\d-]+-)?known-)(\d{4}-\d{2}-\d{2})(?:\/|\.svg)$/.exec(
        address,
      )?.[1];
    const looksBack =
      nearest(
        element,
        (at) => at.localName === 'section' && at.getAttribute('aria-labelledby') === 'since',
      ) !== null;
    for (const code of figure.caveats) {
      const isLater = on !== undefined && !looksBack && (figure.caveatsFrom[code] ?? '') > on;
      const isTold = said.caveats.has(code);
      if (!isLater && !isTold) complain(element, `${id} without its caveat ${code}`);
      if (isLater && isTold) complain(element, `${id} with its later caveat ${code}`);
    }
    if (figure.caveats.length === 0 && !/no caveat recorded/i.test(block.textContent ?? ''))
      complain(element, `${id} has no caveat and does not say so`);
  }
  return faults;
}
