import type { About } from './finished-pdf.ts';

// What runs in the browser, in the page of the sheets: each function is sent there by itself and sees nothing else of
// this file.

/** What the page says of its sheets. */
export function readAbout(): About {
  const textOf = (selector: string) =>
    (document.querySelector(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const foot = textOf('.foot-text');
  return {
    title: `${textOf('.sheets h1')}. ${textOf('.sheets .state > :first-child')}`,
    lang: document.documentElement.lang,
    day: document.querySelector('.state time')?.getAttribute('datetime') ?? '',
    revision: /\S+$/.exec(foot)?.[0] ?? '',
    address: foot,
    links: Object.fromEntries([
      ...[...document.querySelectorAll('.sheets :is(.way, .cards article)')].map((counter) => [
        counter.id,
        (counter.querySelector('h2, h3')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
      ]),
      ...[...document.querySelectorAll('.notes > li')].map((note) => [
        note.id,
        `${document.querySelector('[data-note]')?.getAttribute('data-note') ?? ''} ${note.getAttribute('value') ?? ''}`,
      ]),
    ]) as Record<string, string>,
    figures: [...document.querySelectorAll('.sheets svg > title')]
      .filter((title) => title.parentElement?.checkVisibility())
      .map((title) => title.textContent ?? ''),
    sources: [...document.querySelectorAll('.notes > [data-key^="s-"]')]
      .filter((note) => note.checkVisibility())
      .map((note) =>
        (note.textContent ?? '')
          .replace(note.querySelector('i')?.textContent ?? '', '')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
  };
}

/**
 * Loads the faces of the page for print alone, by names of their own. As the page asks for them, they would be there or not
 * by the time that they take, and the same sheets would not be the same file.
 * @throws {Error} when one does not come
 */
export async function loadFaces(): Promise<void> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  for (const rule of rules) {
    if (!(rule instanceof CSSFontFaceRule)) continue;
    const of = (name: string) => rule.style.getPropertyValue(name).replaceAll('"', '');
    const face = new FontFace(`Sheet ${of('font-family')}`, rule.style.getPropertyValue('src'), {
      weight: of('font-weight'),
    });
    document.fonts.add(await face.load());
  }
}

/**
 * Links into the site lead to where it is read, not to where it was printed; where the site does not know its own
 * address they become plain words. What is hidden from screen readers leads nowhere.
 */
export function leadToSite(): void {
  const address = document.querySelector('[data-sheet]')?.getAttribute('data-sheet') ?? '';
  const path = location.pathname;
  const own = address.endsWith(path) ? address.slice(0, -path.length) : '';
  for (const mark of document.querySelectorAll('a[aria-hidden="true"]'))
    mark.removeAttribute('href');
  for (const link of document.querySelectorAll('a[href]')) {
    const href = link.getAttribute('href') ?? '';
    // What is not printed stays as it is: by their targets some links are left out of the sheets.
    const isPrinted = link.getClientRects().length > 0;
    if (href.startsWith('#') || /^https?:/.test(href) || !isPrinted) continue;
    const { pathname, hash } = new URL(href, location.href);
    if (own === '') link.removeAttribute('href');
    else link.setAttribute('href', own + pathname + hash);
  }
}
