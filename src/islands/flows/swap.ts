/** Pages already fetched, by address. */
const fetched = new Map<string, Promise<Document>>();

/** The page at `address`, once: parsed by the browser as it parses any page. */
export function page(address: string): Promise<Document> {
  const known = fetched.get(address);
  if (known) return known;
  const asked = ask(address);
  fetched.set(address, asked);
  asked.catch(() => fetched.delete(address));
  return asked;
}

/**
 * Puts the parts of `from` that differ from state to state in the place of this page's. The part around `active` stays:
 * a control that is replaced loses the hand that holds it.
 */
export function takeOver(from: Document, address: string, active: Element): void {
  keepAddresses(document);
  keepAddresses(from);
  for (const part of document.querySelectorAll<HTMLElement>('[data-swap]')) {
    if (part.contains(active) || !part.isConnected) continue;
    const other = from.querySelector(`[data-swap="${part.dataset['swap'] ?? ''}"]`);
    part.replaceChildren(...(other ? document.importNode(other, true).childNodes : []));
  }
  document.title = from.title;
  // The state the reader came to stays behind: going back leads there, not past it.
  if (went) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  went = true;
  shown = location.pathname;
  document.dispatchEvent(new Event('swapped'));
}

let went = false;
/** The address of what stands on the page. */
let shown = location.pathname;

/** Going back or forth between states brings an address whose page is not here; a place within this page is here. */
export function followHistory(): void {
  addEventListener('popstate', () => {
    if (location.pathname !== shown) location.reload();
  });
}

/** Links are written for the address of their page; parts that stay while that changes would lead elsewhere. */
function keepAddresses(page: Document): void {
  for (const link of page.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    // The map's own marks have links too, all of them within the page.
    if (!(link.getAttribute('href') ?? '').startsWith('#')) link.setAttribute('href', link.href);
  }
}

/** By the older interface: it gives a document without a script turning text into one. */
function ask(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => {
      const found = request.status === 200 ? request.responseXML : null;
      if (found) resolve(found);
      else reject(new Error(`The page of that day was not given: ${request.status}`));
    };
    request.onerror = () => reject(new Error('The page of that day was not given.'));
    request.send();
  });
}
