import { createHash } from 'node:crypto';
import type { Outline } from '../support/outline.ts';

/** An answer as the site gives it; header names in lower case. */
export interface Plain {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A made-up host under which the site's addresses are read. */
export const host = 'https://caveat.example';

const types: readonly (readonly [RegExp, string])[] = [
  [/\/$/, 'text/html; charset=utf-8'],
  [/\.csl\.json$/, 'application/vnd.citationstyles.csl+json; charset=utf-8'],
  [/\.schema\.json$/, 'application/schema+json; charset=utf-8'],
  [/^\/(?!data\/).*\/changes\.json$/, 'application/feed+json; charset=utf-8'],
  [/\.json$/, 'application/json; charset=utf-8'],
  [/\.jsonld$/, 'application/ld+json; charset=utf-8'],
  [/\.csv$/, 'text/csv; charset=utf-8'],
  [/\.csv\.gz$/, 'application/gzip'],
  [/\.xlsx$/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/\.parquet$/, 'application/vnd.apache.parquet'],
  [/\.ttl$/, 'text/turtle; charset=utf-8'],
  [/\.txt$/, 'text/plain; charset=utf-8'],
  [/\.bib$/, 'application/x-bibtex'],
  [/\.ris$/, 'application/x-research-info-systems'],
  [/\.xml$/, 'application/atom+xml; charset=utf-8'],
  [/\.svg$/, 'image/svg+xml; charset=utf-8'],
  [/\.png$/, 'image/png'],
  [/\.pdf$/, 'application/pdf'],
  [/\.zip$/, 'application/zip'],
  [/\.css$/, 'text/css; charset=utf-8'],
  [/\.woff2$/, 'font/woff2'],
  [/\.js$/, 'text/javascript; charset=utf-8'],
];

const isEmbed = (address: string) => address.startsWith('/embed/') && address !== '/embed/';

/** What every answer says of itself for security, caching and other sites. */
export function faultsOfHeaders(address: string, { headers }: Plain): string[] {
  const isData = address.startsWith('/data/');
  const isForGood = /^\/(?:_app\/immutable|styles|data\/[^/]+\/revisions)\//.test(address);
  const wanted: Readonly<Record<string, string | undefined>> = {
    'content-type': types.find(([pattern]) => pattern.test(address))?.[1],
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': isEmbed(address) || isData ? 'cross-origin' : 'same-origin',
    'access-control-allow-origin': isData ? '*' : undefined,
    'cache-control': isForGood ? 'public, max-age=31536000, immutable' : 'no-cache',
    'set-cookie': undefined,
    'x-sveltekit-page': undefined,
    link: undefined,
  };
  const faults = Object.entries(wanted).flatMap(([name, value]) =>
    headers[name] === value ? [] : [`${name} is ${headers[name]}, not ${value}`],
  );
  const features = (headers['permissions-policy'] ?? '').split(', ');
  if (features.length < 15 || features.some((feature) => !feature.endsWith('=()')))
    faults.push(`permissions-policy is ${headers['permissions-policy']}`);
  if (!address.endsWith('/')) {
    const policy = `frame-ancestors ${isEmbed(address) ? '*' : "'none'"}`;
    if (headers['content-security-policy'] !== policy)
      faults.push(`policy is ${headers['content-security-policy']}, not ${policy}`);
  }
  return faults;
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * A page's policy allows what stands in the page and nothing more.
 * @param ancestors who may frame it; null in an export, where a policy in the page cannot say it
 */
export function faultsOfPolicy(
  policy: string,
  { styles, scripts }: Pick<Outline, 'styles' | 'scripts'>,
  ancestors: string | null,
): string[] {
  const directives = new Map(
    policy
      .split(';')
      .filter((text) => text.trim() !== '')
      .map((text) => {
        const [name = '', ...values] = text.trim().split(/\s+/);
        return [name, values] as const;
      }),
  );
  const wanted: Readonly<Record<string, readonly string[]>> = {
    'default-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'object-src': ["'none'"],
    'base-uri': ["'none'"],
    'form-action': ["'self'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['svelte-trusted-html', 'sveltekit-trusted-url'],
    'style-src': ["'self'", ...styles.map(hashOf)],
    'script-src': ["'self'", ...scripts.map(hashOf)],
    ...(ancestors !== null && { 'frame-ancestors': [ancestors] }),
  };
  const faults = Object.entries(wanted).flatMap(([name, values]) => {
    const said = [...new Set(directives.get(name) ?? [])].sort().join(' ');
    const right = [...new Set(values)].sort().join(' ');
    return said === right ? [] : [`${name} is ${said}, not ${right}`];
  });
  for (const name of directives.keys())
    if (!(name in wanted)) faults.push(`a directive more: ${name}`);
  return faults;
}

export const ancestorsOf = (address: string): string => (isEmbed(address) ? '*' : "'none'");

/** A policy in the page stands before all that it is about. */
export function policyInPage(document: Document): { policy: string; faults: string[] } {
  const metas = [...document.querySelectorAll('meta[http-equiv="content-security-policy" i]')];
  const [meta] = metas;
  const faults = metas.length === 1 ? [] : [`${metas.length} policies in the page`];
  const order = [...document.querySelectorAll('meta, script, style, link[rel="stylesheet"]')];
  const first = order.findIndex((element) => element.localName !== 'meta');
  if (meta && first !== -1 && order.indexOf(meta) > first)
    faults.push(`${order[first]?.localName ?? ''} before the policy`);
  return { policy: meta?.getAttribute('content') ?? '', faults };
}

/** One first heading, and no level left out on the way down. */
export function faultsOfHeadings({ lang, headings }: Pick<Outline, 'lang' | 'headings'>): string[] {
  const firsts = headings.filter((level) => level === 1).length;
  return [
    ...(lang === 'en' ? [] : [`its language is "${lang}"`]),
    ...(firsts === 1 ? [] : [`${firsts} headings of level 1`]),
    ...headings.flatMap((level, i) =>
      level > (headings[i - 1] ?? 0) + 1 ? [`h${level} after h${headings[i - 1] ?? 0}`] : [],
    ),
  ];
}

export const faultsOfIds = ({ ids }: Pick<Outline, 'ids'>): string[] => {
  const seen = new Set<string>();
  return ids.filter((id) => seen.size === seen.add(id).size).map((id) => `#${id} twice`);
};

/** A frame's page opens its links outside of the frame, names the page it is of, and asks for nothing but itself. */
export function faultsOfEmbed(document: Document): string[] {
  const faults: string[] = [];
  if (document.querySelector('base')?.getAttribute('target') !== '_blank') faults.push('no base');
  for (const link of document.querySelectorAll('a[href]')) {
    const stays = (link.getAttribute('href') ?? '').startsWith('#');
    if (stays !== (link.getAttribute('target') === '_self'))
      faults.push(`opens at the wrong place: ${link.outerHTML}`);
  }
  if (!document.querySelector('link[rel="canonical"]')) faults.push('no canonical page');
  if (!document.querySelector('meta[name="robots"][content="noindex"]')) faults.push('indexed');
  if (document.querySelector('link[rel="stylesheet"], script[type="module"]'))
    faults.push('asks for styles or modules');
  return faults;
}

/** What announces a page where it is shared, by name. */
export const tagsOf = (document: Document): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...document.querySelectorAll('meta[property^="og:"], meta[name^="twitter:"]')].map((meta) => [
      meta.getAttribute('property') ?? meta.getAttribute('name') ?? '',
      meta.getAttribute('content') ?? '',
    ]),
  );

const isPast = (address: string) => /\/on\/|known-\d|\/flows\/[a-z-]+\/\d/.test(address);

/**
 * A page that names a picture says its size and its words, and the words of a series' picture are a whole sentence to
 * quote; a page of a past day announces nothing.
 */
export function faultsOfTags(
  address: string,
  tags: Readonly<Record<string, string>>,
  quotes: ReadonlySet<string>,
): string[] {
  if (!('og:title' in tags)) return [];
  if (isPast(address)) return ['a page of a past day announces itself'];
  if (!('og:image' in tags)) return [];
  const said = (name: string) => tags[name] ?? '';
  const faults = [];
  if (`${said('og:image:width')} × ${said('og:image:height')}` !== '1200 × 630')
    faults.push(`its picture is ${said('og:image:width')} × ${said('og:image:height')}`);
  if (said('og:image:alt') === '') faults.push('its picture has no words');
  if (said('twitter:image:alt') !== said('og:image:alt')) faults.push('two texts of one picture');
  if (said('twitter:card') !== 'summary_large_image') faults.push(`card: ${said('twitter:card')}`);
  if (address.includes('/series/') && !quotes.has(said('og:image:alt').replace(/\s+/g, ' ').trim()))
    faults.push(`no sentence to quote: ${said('og:image:alt')}`);
  return faults;
}

/** Bytes as brotli at its best; of a kind without a bound null. */
export function largestOf(kind: string, address: string): number | null {
  // Of a summary the first view comes with the first round trip (tests/browser/first-trip.test.ts), the rest after it.
  if (/^(?:front page|summary|summary of a day)$/.test(kind) && !address.includes('/print/'))
    return 20_000;
  if (kind === 'figure') return 4096;
  if (kind === 'series') return 30_000;
  return isEmbed(address) ? 15_000 : null;
}
