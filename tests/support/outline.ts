/** What the tests of markup want to know of a page. */
export interface Outline {
  readonly title: string;
  /** The page it names as the one to be found under this title; itself when it names none. */
  readonly canonical: string;
  readonly lang: string;
  /** Levels of its headings in their order. */
  readonly headings: readonly number[];
  readonly ids: readonly string[];
  /** Every address of this host that it loads or leads to, each once, as a path with what follows it. */
  readonly links: readonly string[];
  /** Styles and scripts that stand in the page itself and are run. */
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  readonly faults: readonly string[];
}

const loading =
  'script[src], img[src], iframe[src], source[src], source[srcset], video[src], audio[src], embed[src], object[data], use[href], image[href], link[href]:not([rel="canonical"]):not([rel="alternate"])';
const leading =
  'a[href], form[action], link[rel="canonical"], link[rel="alternate"], meta[property="og:url"], meta[property="og:image"]';
const addressIn = ['src', 'href', 'data', 'srcset', 'action', 'content'];

/** Reads it from a document; addresses are whole, below a made-up host. */
export function outlineOf(document: Document, address: string, host: string): Outline {
  const whole = (href: string) => {
    try {
      return new URL(href, host + address).href;
    } catch {
      return `unreadable:${href}`;
    }
  };
  const written = (element: Element) => {
    const name = addressIn.find((each) => element.hasAttribute(each)) ?? '';
    return element.getAttribute(name) ?? '';
  };
  const faults = new Set<string>();
  const links = new Set<string>();
  for (const element of document.querySelectorAll(loading)) {
    const loaded = whole(written(element));
    if (loaded.startsWith(`${host}/`)) links.add(loaded.slice(host.length));
    else if (!loaded.startsWith('data:')) faults.add(`loads ${loaded} from another host`);
  }
  for (const element of document.querySelectorAll(leading)) {
    const to = whole(written(element));
    if (to.startsWith(`${host}/`)) links.add(to.slice(host.length));
    else if (!to.startsWith('https://')) faults.add(`leads to ${written(element)}`);
  }
  const ids: string[] = [];
  const headings: number[] = [];
  const styles: string[] = [];
  const scripts: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const tag = element.localName;
    if (/^h[1-6]$/.test(tag)) headings.push(Number(tag[1]));
    if (tag === 'style') styles.push(element.textContent ?? '');
    if (tag === 'script' && !element.hasAttribute('src'))
      if (element.getAttribute('type') !== 'application/ld+json')
        scripts.push(element.textContent ?? '');
    for (const { name, value } of element.attributes) {
      if (name === 'id') ids.push(value);
      else if (name === 'style') faults.add(`style attribute on ${tag}`);
      else if (name.startsWith('on')) faults.add(`${name} attribute on ${tag}`);
    }
  }
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  return {
    title: document.querySelector('title')?.textContent ?? '',
    canonical: whole(canonical ?? ''),
    lang: document.documentElement.getAttribute('lang') ?? '',
    headings,
    ids,
    links: [...links],
    styles,
    scripts,
    faults: [...faults],
  };
}
