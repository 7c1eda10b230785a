import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CDPSession, Page } from 'playwright';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Of a list of faults so many are shown. */
const SHOWN = 20;

/**
 * Visits each address, so many at once; the pages in which that is done are used again and again, since a new one costs
 * more than many an address.
 */
export async function visitEach(
  addresses: readonly string[],
  atOnce: number,
  open: () => Promise<Page>,
  visit: (page: Page, address: string) => Promise<void>,
): Promise<void> {
  const left = [...addresses];
  const worker = async () => {
    const page = await open();
    for (let next = left.shift(); next !== undefined; next = left.shift()) await visit(page, next);
    await page.context().close();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Opens an address and waits until it is whole and asks for nothing more; a busy machine may be done with the network first. */
export async function goTo(page: Page, address: string): Promise<number> {
  const answer = await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
  await quiet(page);
  return answer?.status() ?? 0;
}

/** Waits until a page asks for nothing more; one that is never said to be quiet has had its time. */
export const quiet = (page: Page): Promise<void> =>
  page.waitForLoadState('networkidle', { timeout: QUIET }).catch(() => undefined);

/** Ms: a page in pieces takes its time on a machine that runs other tests too. */
const QUIET = 20_000;

/** What is wrong with pages, by the law that they break. */
export class Faults<Law extends string> {
  readonly #found = new Map<Law, string[]>();
  readonly #seen = new Map<Law, Set<string>>();

  /** A page was looked at, and so many faults were found. */
  add(law: Law, address: string, faults: readonly string[]): void {
    this.#seen.set(law, (this.#seen.get(law) ?? new Set()).add(address));
    const found = this.#found.get(law) ?? [];
    this.#found.set(law, [...found, ...faults.map((fault) => `${address}: ${fault}`)]);
  }

  /** How many pages were looked at for a law. */
  seen(law: Law): number {
    return this.#seen.get(law)?.size ?? 0;
  }

  /** The first of them, and how many more there are. */
  of(law: Law): string[] {
    const all = this.#found.get(law) ?? [];
    return all.length > SHOWN
      ? [...all.slice(0, SHOWN), `… and ${all.length - SHOWN} more`]
      : [...all];
  }
}

/** Sets a page in its own faces, which come too late for somebody who sees the site for the first time. */
export const bringFaces = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (const sheet of document.styleSheets)
      for (const rule of sheet.cssRules) {
        if (!(rule instanceof CSSFontFaceRule)) continue;
        const of = (name: string) => rule.style.getPropertyValue(name);
        const [, address = ''] = /url\("?([^")]+)"?\)/.exec(of('src')) ?? [];
        const url = new URL(address, sheet.href ?? document.baseURI).href;
        const face = new FontFace(of('font-family'), `url(${url})`, { weight: of('font-weight') });
        document.fonts.add(await face.load());
      }
  });

/** Has axe at hand on every page that is opened. */
export const bringAxe = (page: Page): Promise<unknown> => page.addInitScript(axe);

/** What may differ between two widths and between light and dark colours. */
const ofSight = [
  'color-contrast',
  'link-in-text-block',
  'target-size',
  'scrollable-region-focusable',
];

/**
 * What axe finds on a page; what is laid out only when it comes near is looked at too. Of what a page repeats it looks
 * at two. The page cannot be used afterwards.
 * @param isSeenElsewhere all other rules are asked of the same page at another width
 */
export async function axeFaults(page: Page, isSeenElsewhere = false): Promise<string[]> {
  await page.evaluate(thinOut);
  const asked = isSeenElsewhere
    ? ({ type: 'rule', values: ofSight } as const)
    : ({ type: 'tag', values: tags } as const);
  return page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('section { content-visibility: visible !important }');
    document.adoptedStyleSheets.push(sheet);
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
    );
  }, asked);
}

/**
 * Takes away what a page only repeats: an element beside one like it, when everything in it has been seen twice in the
 * same place, where a place is an element's tag, the names of its attributes, its classes and the like, and the same of
 * all that it stands in. Cells stay in their rows, and terms with what they mean. It runs in the browser.
 */
function thinOut(): void {
  const valued = ['class', 'role', 'type', 'lang', 'tabindex', 'aria-hidden', 'aria-current'];
  const kept = ['TD', 'TH', 'DT', 'DD'];
  const own = (element: Element): string => {
    const attributes = [...element.attributes].map(({ name, value }) =>
      valued.includes(name) ? `${name}=${value}` : value.trim() === '' ? `${name} empty` : name,
    );
    const hasText = [...element.childNodes].some(
      ({ nodeType, nodeValue }) => nodeType === 3 && nodeValue?.trim(),
    );
    return [element.localName, ...attributes, hasText ? 'text' : ''].join(' ');
  };
  const places = new Map<Element, string>();
  const counts = new Map<string, number>();
  const place = (element: Element, above: string): void => {
    const here = `${above} > ${own(element)}`;
    places.set(element, here);
    for (const child of element.children) place(child, here);
  };
  const isSeen = (element: Element): boolean => (counts.get(places.get(element) ?? '') ?? 0) >= 2;
  const look = (element: Element): void => {
    const here = places.get(element) ?? '';
    counts.set(here, (counts.get(here) ?? 0) + 1);
    const beside = new Set<string>();
    for (const child of [...element.children]) {
      const there = places.get(child) ?? '';
      const isRepeated =
        beside.has(there) &&
        !kept.includes(child.tagName) &&
        [child, ...child.querySelectorAll('*')].every(isSeen);
      beside.add(there);
      if (isRepeated) child.remove();
      else look(child);
    }
  };
  place(document.body, '');
  look(document.body);
}

/** What makes a page scroll sideways at its width, with text of a size such as `200%`. */
export async function tooWide(page: Page, text = '100%', looks = LOOKS): Promise<string[]> {
  // A chart fits itself to a new width in one of the next frames.
  return settled(() => wideOn(page, text), looks);
}

/**
 * Faults that are still there when a page has had its time: its scripts may be at work while the network is quiet, and a
 * machine that runs other tests too needs seconds for what takes another a moment.
 */
export async function settled(look: () => Promise<string[]>, looks = LOOKS): Promise<string[]> {
  for (let tries = 1; tries < looks; tries += 1) {
    if ((await look()).length === 0) return [];
    await new Promise((done) => setTimeout(done, 200));
  }
  return look();
}

/** How often a fault is looked at, 200 ms apart, before it is one. */
const LOOKS = 40;

const wideOn = (page: Page, text: string): Promise<string[]> =>
  page.evaluate((size) => {
    document.documentElement.style.fontSize = size;
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const scrolls = (element: Element): boolean =>
      element.parentElement !== null &&
      (getComputedStyle(element.parentElement).overflowX !== 'visible' ||
        scrolls(element.parentElement));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element))
      .slice(0, 8)
      .map(
        (element) =>
          `${element.tagName} ${element.className} "${element.textContent?.trim().slice(0, 60)}"`,
      )
      .concat(`scrolls sideways at ${innerWidth} px with text of ${size}`);
  }, text);

/** What a finger must hit and is less than 44 px high. */
export const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, input, summary, nav a, header a')]
      // A box is hit by its whole label, where that is around it.
      .map((element) => element.closest('label') ?? element)
      .filter((element) => {
        const { width, height } = element.getBoundingClientRect();
        return width > 0 && height > 0 && height < 44;
      })
      .map(
        (element) => `${element.outerHTML.slice(0, 80)} ${element.getBoundingClientRect().height}`,
      ),
  );

/** Stops of the Tab key, of the first so many, at which focus is not seen. */
export async function unseenFocus(page: Page, stops: number): Promise<string[]> {
  const unseen: string[] = [];
  for (let i = 0; i < stops; i += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const at = document.activeElement;
      const before = (globalThis as { before?: Element | null }).before;
      Object.assign(globalThis, { before: at });
      // Within a date field the parts show their focus themselves.
      if (!at || at === document.body || at === before) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const box = at.getBoundingClientRect();
      const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
      const isThere = box.width > 0 && box.right > 0 && box.bottom > 0 && box.top < innerHeight;
      return isSeen && isThere ? null : at.outerHTML.slice(0, 120);
    });
    if (fault) unseen.push(fault);
  }
  return unseen;
}

/** Parts of a page that moved since `watchShifts`: what, from which height to which. */
export interface Shifts {
  readonly shift: number;
  readonly moved: readonly string[];
}

/** From its first moment the page notes what moves in it. */
export const watchShifts = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    interface Moved {
      node: Node | null;
      previousRect: DOMRect;
      currentRect: DOMRect;
    }
    const watched = { shift: 0, moved: [] as string[] };
    Object.assign(globalThis, { watched });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; sources: Moved[] }[]) {
        // A line that begins with a space before its first word is there: nothing anyone sees.
        const isSpace = ({ node }: Moved) => node?.nodeType === 3 && !node.textContent?.trim();
        if (entry.sources.length > 0 && entry.sources.every(isSpace)) continue;
        watched.shift += entry.value;
        for (const { node, previousRect, currentRect } of entry.sources)
          watched.moved.push(
            `${node?.nodeName ?? ''} "${(node?.textContent ?? '').trim().slice(0, 40)}" ${previousRect.y} > ${currentRect.y}`,
          );
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

export const shiftsOn = (page: Page): Promise<Shifts> =>
  page.evaluate(() => (globalThis as unknown as { watched: Shifts }).watched);

const sessions = new WeakMap<Page, Promise<CDPSession>>();

/**
 * Sets the speed at which a page's scripts, styles and layout are worked out.
 * @param part of this machine's speed: 1 is all of it, 4 a quarter
 */
export async function setSpeed(page: Page, part: number): Promise<void> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  await (await session).send('Emulation.setCPUThrottlingRate', { rate: part });
}

/** What a reader finds on a page, but for what is there only where scripts run. */
export const readable = (page: Page) =>
  page.evaluate(() => {
    // What it says stands in the table too, where it goes in the lists of days.
    const ofScript =
      '[data-known-on], [data-slider], [data-pixels], [data-copy], [data-print], [data-find]';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:is(${ofScript}) { display: none !important }`);
    document.adoptedStyleSheets.push(sheet);
    const counted = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((one) => !one.closest(ofScript)).length;
    const found = {
      text: document.body.innerText,
      figures: counted('[data-figure]'),
      links: counted('a[href]'),
    };
    document.adoptedStyleSheets.pop();
    return found;
  });

/** Where two texts begin to differ. */
export function difference(one: unknown, other: unknown): string {
  const [a, b] = [String(one), String(other)];
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const from = Math.max(at - 20, 0);
  return `“${a.slice(from, at + 60)}” instead of “${b.slice(from, at + 60)}”`;
}
