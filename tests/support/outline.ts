/** What the tests of markup want to know of a page. */
export interface Outline {
  readonly title: string;
  /** The page it names as the one to be found under this title; itself when it names none. */
  readonly canonical: string;
  readonly lang: string;
  readonly headings: readonly string[];
  readonly ids: readonly string[];
  readonly links: readonly string[];
  readonly faults: readonly string[];
}

/** Reads it in the browser (see parsed.ts); addresses are whole, below a made-up host. */
export function outlineOf(document: Document, address: string, host: string): Outline {
  const whole = (href: string) => {
    try {
      return new URL(href, host + address).href;
    } catch {
      return `unreadable:${href}`;
    }
  };
  const faults: string[] = [];
  const loading =
    'script[src], img[src], iframe[src], source[src], source[srcset], video[src], audio[src], embed[src], object[data], use[href], image[href], link[href]:not([rel="canonical"]):not([rel="alternate"])';
  const links: string[] = [];
  for (const element of document.querySelectorAll(loading)) {
    const name = ['src', 'href', 'data', 'srcset'].find((each) => element.hasAttribute(each)) ?? '';
    const loaded = whole(element.getAttribute(name) ?? '');
    if (loaded.startsWith(`${host}/`)) links.push(loaded);
    else if (!loaded.startsWith('data:')) faults.push(`loads ${loaded} from another host`);
  }
  for (const element of document.querySelectorAll('a[href], form[action], link[rel="canonical"]')) {
    const href = element.getAttribute('href') ?? element.getAttribute('action') ?? '';
    const to = whole(href);
    if (to.startsWith(`${host}/`)) links.push(to);
    else if (!to.startsWith('https://')) faults.push(`leads to ${href}`);
  }
  for (const element of document.querySelectorAll('*')) {
    for (const { name } of element.attributes) {
      if (name === 'style') faults.push(`style attribute on ${element.tagName.toLowerCase()}`);
      if (name.startsWith('on'))
        faults.push(`${name} attribute on ${element.tagName.toLowerCase()}`);
    }
  }
  const first = document.querySelector('meta[http-equiv="content-security-policy" i]');
  const policy = first?.getAttribute('content') ?? '';
  for (const needed of [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ])
    if (!policy.includes(needed)) faults.push(`policy without ${needed}`);
  if (/unsafe-|https?:|\*/.test(policy)) faults.push(`policy allows too much: ${policy}`);
  for (const script of document.querySelectorAll('script, style, link[rel="stylesheet"]'))
    if (first && first.compareDocumentPosition(script) & Node.DOCUMENT_POSITION_PRECEDING)
      faults.push(`${script.tagName.toLowerCase()} before the policy`);
  return {
    title: document.title,
    canonical: whole(document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? ''),
    lang: document.documentElement.lang,
    headings: [...document.querySelectorAll('h1')].map((heading) => heading.textContent ?? ''),
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    links: [...new Set(links)],
    faults: [...new Set(faults)],
  };
}
