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

/** Where the address of what an element loads stands, by its name; links but canonical and alternate ones load too. */
const loading = new Map<string, readonly string[]>([
  ['script', ['src']],
  ['img', ['src']],
  ['iframe', ['src']],
  ['source', ['src', 'srcset']],
  ['video', ['src']],
  ['audio', ['src']],
  ['embed', ['src']],
  ['object', ['data']],
  ['use', ['href']],
  ['image', ['href']],
]);
const leading = new Map([
  ['a', 'href'],
  ['form', 'action'],
]);
const pages = new Set(['canonical', 'alternate']);
const announcing = new Set(['og:url', 'og:image']);

/** The addresses that an element loads, and those it leads to. */
function addressesOf(element: Element): { loads: readonly string[]; leads: readonly string[] } {
  const tag = element.localName;
  const written = (names: readonly string[]) =>
    names.flatMap((name) => element.getAttribute(name) ?? []);
  const loads = written(loading.get(tag) ?? []);
  const name = leading.get(tag);
  if (name !== undefined) return { loads, leads: written([name]) };
  if (tag === 'link')
    return pages.has(element.getAttribute('rel') ?? '')
      ? { loads, leads: written(['href']) }
      : { loads: written(['href']), leads: [] };
  if (tag === 'meta' && announcing.has(element.getAttribute('property') ?? ''))
    return { loads, leads: written(['content']) };
  return { loads, leads: [] };
}

/** Reads it from a document; addresses are whole, below a made-up host. */
export function outlineOf(document: Document, address: string, host: string): Outline {
  const whole = (href: string) => {
    try {
      return new URL(href, host + address).href;
    } catch {
      return `unreadable:${href}`;
    }
  };
  const faults = new Set<string>();
  const loaded = new Set<string>();
  const led = new Set<string>();
  const ids: string[] = [];
  const headings: number[] = [];
  const styles: string[] = [];
  const scripts: string[] = [];
  for (const element of document.querySelectorAll('*')) {
    const tag = element.localName;
    const { loads, leads } = addressesOf(element);
    for (const address of loads) {
      const to = whole(address);
      if (to.startsWith(`${host}/`)) loaded.add(to.slice(host.length));
      else if (!to.startsWith('data:')) faults.add(`loads ${to} from another host`);
    }
    for (const address of leads) {
      const to = whole(address);
      if (to.startsWith(`${host}/`)) led.add(to.slice(host.length));
      else if (!to.startsWith('https://')) faults.add(`leads to ${address}`);
    }
    if (/^h[1-6]$/.test(tag)) headings.push(Number(tag[1]));
    if (tag === 'style') styles.push(element.textContent ?? '');
    if (tag === 'script' && !element.hasAttribute('src'))
      if (element.getAttribute('type') !== 'application/ld+json')
        scripts.push(element.textContent ?? '');
    for (const name of element.getAttributeNames()) {
      if (name === 'id') ids.push(element.id);
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
    links: [...new Set([...loaded, ...led])],
    styles,
    scripts,
    faults: [...faults],
  };
}
