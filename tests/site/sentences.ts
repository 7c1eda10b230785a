import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import * as seeds from './seed-reader.ts';
import type { Cells, Said } from './seed-reader.ts';

/*
 * Every sentence about other figures that a page makes, worked out again from the seeds by other code. It is found by its
 * attribute `data-says`, with its kind and the ids of the figures it is about, or by where it stands.
 */

const plan = parse(readFileSync('seeds/ukraine-2022/situation.yaml', 'utf8')) as {
  readonly counters: readonly { readonly id: string; readonly headline: readonly string[] }[];
  readonly maps: readonly {
    readonly id: string;
    readonly measures: readonly string[];
    readonly rules: readonly string[];
  }[];
};

/** Of which day a page knows, and which days it speaks about. */
interface State {
  readonly known: string;
  /** The day of a map; null for the newest. */
  readonly asOf: string | null;
}

const OLD = 90;
/** Measures whose updates take in older cases. */
const CASUALTIES = ['killed', 'injured', 'casualties'];
const daysBetween = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 86_400_000;
/** A month speaks for its last day. */
const lastDay = (asOf: string): string => {
  const [year = 0, month = 0] = asOf.split('-').map(Number);
  return asOf.length === 7 ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : asOf;
};
const words = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
const figuresIn = (element: Element): Said[] =>
  [...element.querySelectorAll('[data-figure]')].flatMap(
    (one) => seeds.figures.get(one.getAttribute('data-figure') ?? '') ?? [],
  );

/** The figures whose marks a map has around a note of it. */
function drawnBeside(note: Element): Said[] {
  const marks = [...(note.closest('.drawn')?.querySelectorAll('[data-flow]') ?? [])];
  const isDated = note.parentElement?.textContent?.includes('with its date') ?? false;
  const without = marks.filter((mark) => !isDated || !mark.classList.contains('older'));
  return (without.length > 0 ? without : marks).flatMap(
    (mark) => seeds.figures.get(mark.getAttribute('data-flow') ?? '') ?? [],
  );
}

/** Worked out with the figures that are around them: of an article, of the list of what was published later, of the page. */
const WHERE_THEY_ARE = ['parts', 'since', 'changed', 'none-later', 'unchanged', 'older-cases'];

/** What contradicts the seeds on a page; nothing where all is so. */
export function faultsOfSentences(document: Document, address: string): string[] {
  const state = stateOf(document, address);
  const faults: string[] = [];
  const hold = (isSo: boolean, what: string) => {
    if (!isSo) faults.push(`${address}: ${what}`);
  };
  for (const element of document.querySelectorAll('[data-says]')) {
    const [kind = '', ...ids] = (element.getAttribute('data-says') ?? '').split(' ');
    const about =
      kind === 'dates' && ids.length === 0
        ? drawnBeside(element)
        : ids.flatMap((id) => seeds.figures.get(id) ?? []);
    if (WHERE_THEY_ARE.includes(kind)) continue;
    const what = `${kind} ${ids.join(' ')}: ${words(element)}`;
    const isNamed = about.length > 0 && (ids.length === 0 || about.length === ids.length);
    hold(isNamed, `${what} (no such figures)`);
    if (isNamed) hold(isSo(kind, about, words(element), state), what);
  }
  for (const article of document.querySelectorAll('article')) {
    const [headline] = figuresIn(article);
    if (!headline) continue;
    const says = [...article.querySelectorAll('[data-says]')].map(
      (one) => one.getAttribute('data-says') ?? '',
    );
    const begins = (...kinds: readonly string[]) =>
      says.some((one) => kinds.includes(one.split(' ').slice(0, 2).join(' ')));
    const day = state.asOf ?? state.known;
    const age = daysBetween(lastDay(headline['as_of'] ?? ''), day);
    // A counter without a headline begins with what others say.
    if (article.querySelector('.amount')) {
      const higher = seeds.higherBefore(headline, state.known);
      const isSuperseding = says.some(
        (one) => one.startsWith(`lower ${headline.id}`) && higher === null,
      );
      // An embed says its newest number and no more.
      if (age > OLD && !isSuperseding && !address.startsWith('/embed/'))
        hold(
          begins(`nothing-later ${headline.id}`, `later ${headline.id}`),
          `nothing is said of what is later than ${headline.id}`,
        );
      hold(
        higher === null || begins(`lower ${headline.id}`),
        `${headline.id} is lower than ${higher?.id}, and nothing says so`,
      );
    }
    faults.push(...faultsOfParts(article, headline).map((what) => `${address}: ${what}`));
    for (const claim of article.querySelectorAll('.claims [data-block]')) {
      const others = figuresIn(claim);
      const claims = [...article.querySelectorAll('.claims [data-block]')].flatMap(figuresIn);
      const repeated = repeatedBy(others, claims);
      if (repeated)
        hold(
          words(claim).includes(`The same number as from ${seeds.publishers.get(repeated['publisher'] ?? '')?.['name']}`), // prettier-ignore
          `${others[0]?.id} repeats ${repeated.id}, and nothing says so: ${words(claim)}`,
        );
      else if (others[0] && article.querySelector('.amount'))
        hold(
          differs(others, headline, words(claim)),
          `what differs between ${others[0].id} and ${headline.id}: ${words(claim)}`,
        );
    }
  }
  for (const list of document.querySelectorAll('.table, .rings')) {
    const order = (one: Said) => Number(seeds.publishers.get(one['publisher'] ?? '')?.['order']);
    const rows = [...list.querySelectorAll('[data-block]')].filter((row) =>
      row.querySelector('[data-says]'),
    );
    const claims = rows
      .flatMap((claim) => figuresIn(claim)[0] ?? [])
      .sort((a, b) => order(a) - order(b));
    for (const row of rows) {
      const [one] = figuresIn(row);
      const says = row.querySelector('[data-says]')?.getAttribute('data-says')?.split(' ') ?? [];
      const repeated = one && repeatedBy([one], claims);
      const isSo = repeated
        ? says.join(' ') === `repeats ${one.id} ${repeated.id}`
        : says[0] === 'differs' && says[1] === one?.id && says.length === 3;
      hold(isSo, `what differs between ${one?.id} and the headline: ${words(row)}`);
    }
  }
  faults.push(...faultsOfExceeding(document).map((what) => `${address}: ${what}`));
  hold(isBannerSo(document, state), 'later figures are known, and the page says that none are');
  faults.push(...faultsOfBanner(document).map((what) => `${address}: ${what}`));
  if (document.querySelector('section[aria-labelledby="changes"]'))
    faults.push(...faultsOfSince(document, state).map((what) => `${address}: ${what}`));
  faults.push(...faultsOfInferred(document).map((what) => `${address}: ${what}`));
  faults.push(...faultsOfChanges(document, state).map((what) => `${address}: ${what}`));
  faults.push(...faultsOfVintages(document).map((what) => `${address}: ${what}`));
  return faults;
}

function stateOf(document: Document, address: string): State {
  const days = [...document.querySelectorAll('[data-swap="state"] time')].map(
    (time) => time.getAttribute('datetime') ?? '',
  );
  if (days.length === 2) return { asOf: days[0] ?? null, known: days[1] ?? '' };
  const [own] = days;
  const known = own ?? /\/on\/([\d-]+)\//.exec(address)?.[1] ?? seeds.publicationDays.at(-1) ?? '';
  return { asOf: null, known };
}

function isSo(kind: string, about: readonly Said[], text: string, { known, asOf }: State): boolean {
  const [one, other] = about;
  if (!one) return false;
  const later = seeds
    .ofPublisher(one)
    .filter(
      ({ knownFrom, until, ...rest }) =>
        knownFrom <= known &&
        until > one.until &&
        (asOf === null || until <= asOf) &&
        rest['statistic'] === one['statistic'],
    )
    .filter((figure) => !seeds.has(figure, 'another-question'));
  switch (kind) {
    case 'nothing-later':
      return later.length === 0;
    case 'later':
      return (
        later.some((figure) => figure === other) &&
        later.every(({ until }) => until <= (other?.until ?? ''))
      );
    case 'lower': {
      if (!other || one.series !== other.series) return false;
      if (one.knownFrom > known || other.knownFrom > known) return false;
      if (other.until > one.until) {
        // The one above is relied on: said later, of an earlier day, and higher than a running total can have been.
        const isHigher = seeds.higherBefore(other, known) === one;
        return (
          isHigher && one.saidOn > other.saidOn && /The number above was published later/.test(text)
        );
      }
      if (other.until === one.until) return false;
      const isCount = one['statistic'] === 'cumulative' && !seeds.has(one, 'can-fall');
      if (!isCount) return seeds.valueOf(one) < seeds.valueOf(other);
      if (seeds.higherBefore(one, known) === null) return false;
      const isSame = one['source'] === other['source'];
      const applies = isSame || one.saidOn === other.saidOn || !one.saidOn || !other.saidOn ? 'neither' : other.saidOn > one.saidOn ? 'other' : 'one'; // prettier-ignore
      const says = /on the one published later/.test(text)
        ? 'other'
        : /on the number above/.test(text)
          ? 'one'
          : 'neither';
      return says === applies;
    }
    case 'differs': {
      const claims = about.slice(0, -1);
      const headline = about.at(-1);
      return claims.length > 0 && headline !== undefined && differs(claims, headline, text);
    }
    case 'repeats': {
      const name = seeds.publishers.get(other?.['publisher'] ?? '')?.['name'] ?? '-';
      const isRepeated = other !== undefined && repeatedBy([one], [other, one]) === other;
      return isRepeated && text.includes(`The same number as from ${name}`);
    }
    case 'exceeds':
      return true; // Worked out by `faultsOfExceeding`, also where it is missing.
    case 'contradicted':
      return other !== undefined && seeds.higherBefore(one, known) === other && other.saidOn > one.saidOn; // prettier-ignore
    case 'dates': {
      const days = about.map(({ until }) => until).sort();
      const written = (day: string | undefined) => Number(day?.slice(8, 10) ?? 0);
      const found = [...text.matchAll(/(\d{1,2})? ?[A-Z][a-z]+ (\d{4})/g)].map(([, day, year]) => [
        Number(day ?? 32),
        Number(year),
      ]);
      return JSON.stringify(found) === JSON.stringify([days[0], days.at(-1)].map((day) => [written(day), Number(day?.slice(0, 4))])); // prettier-ignore
    }
    default:
      return false;
  }
}

function faultsOfParts(article: Element, headline: Said): string[] {
  const own = [...article.querySelectorAll('[data-says="parts"]')];
  const beside = [...article.querySelectorAll('li')].filter((li) =>
    /^(Including |In an earlier count:)/.test(words(li)),
  );
  return [
    ...own.flatMap((p) =>
      figuresIn(p).filter(
        (part) => part['source'] !== headline['source'] || part['as_of'] !== headline['as_of'],
      ),
    ),
    ...beside.flatMap((li) =>
      figuresIn(li).filter((part) =>
        words(li).startsWith('Including ')
          ? part['as_of'] !== headline['as_of']
          : part.until >= headline.until,
      ),
    ),
  ]
    .map(({ id }) => `${id} is said to be of these, or of an earlier count, beside ${headline.id}`)
    .concat(
      own.flatMap(faultsOfNesting),
      own.flatMap((p) => faultsOfSums(p, headline)),
    );
}

/** A part of a part stands in brackets behind it, or behind the colon of what was added up. */
function faultsOfNesting(list: Element): string[] {
  const parts = figuresIn(list);
  const phrase = ({ population = '' }: Cells) =>
    seeds.populations.get(population)?.['phrase'] ?? '';
  return parts.flatMap((whole) => {
    const inside = parts.filter(({ population = '' }) => (seeds.populations.get(population)?.['part_of'] ?? '').split(';').includes(whole['population'] ?? '')); // prettier-ignore
    const [, brackets = ''] = words(list).split(`${phrase(whole)} (`);
    const within = brackets.split(')')[0] ?? '';
    return inside.every((one) => within.includes(phrase(one)))
      ? []
      : [`parts of ${whole.id} are listed as its equals: ${words(list)}`];
  });
}

/** "21 children (added up here)": all parts of a declared sum, of one publication and the same days, and nobody gives the whole. */
function faultsOfSums(list: Element, headline: Said): string[] {
  return [...list.querySelectorAll('[data-sum]')].flatMap((element) => {
    const ids = (element.getAttribute('data-sum') ?? '').split(' ');
    const inputs = ids.flatMap((id) => seeds.figures.get(id) ?? []);
    const populations = inputs.map((one) => one['population']).sort().join(';'); // prettier-ignore
    const rule = seeds.sums.find(
      (one) =>
        one['by'] === 'population' &&
        (one['definitions'] ?? '').split(';').includes(headline['definition'] ?? '') &&
        (one['parts'] ?? '').split(';').sort().join(';') === populations,
    );
    const isOfHeadline = inputs.every((one) =>
      ['source', 'as_of', 'period_start', 'measure', 'place', 'definition'].every(
        (cell) => one[cell] === headline[cell],
      ),
    );
    const sum = inputs.reduce((all, one) => all + Number(one['value']), 0);
    const isGiven = figuresIn(list).some((one) => one['population'] === rule?.['whole']);
    const whole = seeds.populations.get(rule?.['whole'] ?? '')?.['phrase'] ?? '-';
    const said = words(element).replace(/\D/g, '');
    const isRight = rule && inputs.length === ids.length && isOfHeadline && !isGiven;
    return isRight && said === String(sum) && words(list).includes(`${words(element)} ${whole} (`)
      ? []
      : [`added up of ${ids.join(' ')}: ${words(list)}`];
  });
}

/** What happened to the figures of a day later: each pair is of the same days, and what was revised is told. */
function faultsOfSince(document: Document, { known }: State): string[] {
  const section = document.querySelector('section[aria-labelledby="since"]');
  const list = section ? [...section.querySelectorAll('ul.entries > li')] : [];
  const cells = ['measure', 'population', 'place', 'origin', 'period_start', 'as_of'];
  const about = (one: Said) =>
    seeds.ofSeries(one.series).filter((other) => cells.every((cell) => other[cell] === one[cell]));
  const standing = (one: Said) => seeds.standing(about(one), '9999-12-31');
  const isOther = (a: Said, b: Said) => ['value', 'value_high', 'qualifier', 'stated_as'].some((cell) => a[cell] !== b[cell]); // prettier-ignore
  const revised = new Set<string>();
  const faults = list.flatMap((li) => {
    const text = words(li);
    const [first, ...rest] = figuresIn(li);
    if (!first || rest.length === 0) return [];
    const kind = li.getAttribute('data-says')?.split(' ')[1] ?? '';
    const phrase =
      kind === 'recounted' ? 'a later count by another definition:'
      : kind === 'undated' ? 'in an undated publication:'
      : kind === 'later' ? 'a later figure for the same date:'
      : 'now'; // prettier-ignore
    if (!text.includes(phrase)) return [`${first.id} is marked ${kind}: ${text}`];
    const pairs = [first, ...rest].flatMap((one, i, all) => {
      const now = all[i + 1];
      return i % 2 === 0 && now ? [[one, now] as const] : [];
    });
    return pairs.flatMap(([then, now]) => {
      revised.add(then.id);
      const isSame = cells.every((cell) => then[cell] === now[cell]);
      const isLater = then.knownFrom <= known && now.knownFrom > known;
      const last = standing(then);
      const isSo =
        kind === 'recounted' ? then['definition'] !== now['definition'] && then['publisher'] === now['publisher']
        : kind === 'undated' ? then.series === now.series && now.saidOn === ''
        : then.series === now.series && isOther(then, now) && last !== null && !isOther(last, now); // prettier-ignore
      return isSame && isLater && isSo ? [] : [`${then.id} is said to be ${kind}, now ${now.id}`];
    });
  });
  const missing = [...document.querySelectorAll('article .amount')]
    .flatMap(figuresIn)
    .filter((one) => {
      const last = standing(one);
      const exact = [one, last].every((of) => of?.['qualifier'] === 'exact');
      return last && exact && last.knownFrom > known && last['value'] !== one['value'];
    });
  return [
    ...faults,
    ...missing.filter(({ id }) => !revised.has(id)).map(({ id }) => `${id} was revised, and the list does not say so`), // prettier-ignore
  ];
}

/** "The countries add up to more than their total": said where it is so of other dates, and nowhere else. */
function faultsOfExceeding(document: Document): string[] {
  const section = document.querySelector('section[aria-labelledby="list"]');
  if (!section || !document.querySelector('section[aria-labelledby="changes"]')) return [];
  const headlines = (within: Element | Document) =>
    [...within.querySelectorAll('article .amount')].flatMap(figuresIn);
  const flows = headlines(section);
  const isIn = (total: Said) => (one: Said) =>
    (seeds.placeWholes.get(one['place'] ?? '') ?? []).includes(total['place'] ?? '') &&
    ['measure', 'population', 'publisher'].every((cell) => one[cell] === total[cell]);
  const total = headlines(document).find((one) => {
    const parts = flows.filter(isIn(one));
    const most = seeds.endsOf(one)[1];
    const least = parts.reduce((all, part) => all + (seeds.endsOf(part)[0] ?? 0), 0);
    return most !== null && parts.length > 1 && least > most && parts.some((part) => part['as_of'] !== one['as_of']); // prettier-ignore
  });
  const said = section.querySelector('[data-says^="exceeds "]');
  const named = said?.getAttribute('data-says')?.split(' ')[1];
  if (named !== total?.id) return [`more than their total ${total?.id}, said of ${named}`];
  if (!total || !said) return [];
  const days = [...flows.filter(isIn(total)).map(({ until }) => until).sort(), total.until]; // prettier-ignore
  const [first, last, own] = [days[0], days.at(-2), days.at(-1)];
  const written = (first === last ? [first, own] : [first, last, own]).map((day) => [Number(day?.slice(8, 10)), Number(day?.slice(0, 4))]); // prettier-ignore
  const found = [...words(said).matchAll(/(\d{1,2})? ?[A-Z][a-z]+ (\d{4})/g)].map(([, day, year]) => [Number(day ?? 32), Number(year)]); // prettier-ignore
  return JSON.stringify(found) === JSON.stringify(written)
    ? []
    : [`other dates than those of the countries: ${words(said)}`];
}

/** "as of about 12 Jan 2026": said of each day that the text does not give, where no other figure beside it gives that day. */
function faultsOfInferred(document: Document): string[] {
  return [...document.querySelectorAll('[data-block]')].flatMap((block) => {
    const isOwn = (element: Element) => element.closest('[data-block]') === block;
    const own = [...block.querySelectorAll('[data-figure]')]
      .filter(isOwn)
      .flatMap((one) => seeds.figures.get(one.getAttribute('data-figure') ?? '') ?? []);
    const isInferred = (one: Said) => seeds.has(one, 'day-inferred');
    const others = new Set(own.flatMap((one) => isInferred(one) ? [one['period_start'], one.knownFrom] : [one['as_of'], one['period_start'], one.knownFrom])); // prettier-ignore
    return own
      .filter((one) => isInferred(one) && !others.has(one['as_of']))
      .flatMap(({ id, as_of: asOf }) =>
        [...block.querySelectorAll(`time[datetime="${asOf}"]`)]
          .filter((time) => isOwn(time) && !/\babout\s*$/.test(textBefore(time, block)))
          .map((time) => `${id} is said to be as of the very day ${words(time)}`),
      );
  });
}

/** The words of a block before an element of it. */
function textBefore(element: Element, block: Element): string {
  const { previousSibling, parentElement } = element;
  let text = '';
  for (let node = previousSibling; node; node = node.previousSibling)
    text = `${node.textContent ?? ''}${text}`;
  if (text.trim() !== '' || !parentElement || parentElement === block) return text;
  return textBefore(parentElement, block);
}

/** Of what an office of a party says, the first number of another such office before it, where it gives nothing else. */
function repeatedBy(own: readonly Said[], claims: readonly Said[]): Said | null {
  const isParty = (one: Said) =>
    seeds.publishers.get(one['publisher'] ?? '')?.['is_party'] === 'yes';
  const isAll = (one: Said) => !seeds.populations.get(one['population'] ?? '')?.['part_of'];
  const cells = ['measure', 'place', 'origin', 'period_start', 'as_of', 'value', 'value_high'];
  const [first] = own;
  if (!first || !isParty(first) || first['value'] === '') return null;
  const before = claims.slice(0, claims.indexOf(first)).filter(isParty);
  const found = own.map((one) =>
    before.find(
      (other) =>
        other['publisher'] !== one['publisher'] &&
        cells.every((cell) => other[cell] === one[cell]) &&
        (other['population'] === one['population'] || (isAll(other) && isAll(one))),
    ),
  );
  return found.every((one) => one && one['publisher'] === found[0]?.['publisher'])
    ? (found[0] ?? null)
    : null;
}

/** Whether the reasons given are those, and all of those, by which numbers of one speaker are no answer to the question above. */
function differs(claims: readonly Said[], headline: Said, text: string): boolean {
  const [claim] = claims;
  if (!claim) return false;
  const apart = (one: string, two: string, otherwise: string) =>
    one === two ? otherwise : `${one}, not ${two}`;
  const people = claims.flatMap((one) => {
    const [of, above] = [one['population'] ?? '', headline['population'] ?? ''];
    if (of === above || of === one['measure']) return [];
    const { phrase = '', part_of: wholes = '' } = seeds.populations.get(of) ?? {};
    if (wholes.split(';').includes(above)) return [`${phrase} only`];
    return [apart(phrase, seeds.populations.get(above)?.['phrase'] ?? '', 'other people')];
  });
  const measures = [claim, headline].map(
    (one) => seeds.measures.get(one['measure'] ?? '')?.['phrase'] ?? '',
  );
  const isOther = (cell: string) => claim[cell] !== headline[cell];
  const ways = [
    ...(isOther('measure') ? [apart(measures[0] ?? '', measures[1] ?? '', 'another measure')] : []),
    ...new Set(people),
    ...(isOther('place') ? ['another place'] : []),
    ...(isOther('as_of') || isOther('period_start') ? ['other dates'] : []),
    ...(isOther('verification')
      ? [`${claim['verification'] ?? ''}, not ${headline['verification'] ?? ''}`]
      : []),
  ];
  if (ways.length > 0) return text.includes(`Not comparable: ${ways.join('; ')}.`);
  const same = ['value', 'value_high', 'qualifier'].every((cell) => !isOther(cell));
  return text.includes(
    same
      ? 'The same figure, repeated.'
      : 'Another body’s count for the same dates, by its own definition.',
  );
}

/** "We hold no later figure for these dates." */
function isBannerSo(document: Document, { known }: State): boolean {
  const banner = document.querySelector('p.known');
  if (!banner || !words(banner).includes('no later figure for these dates')) return true;
  const isOther = (one: Said) => (other: Said) =>
    other['as_of'] === one['as_of'] &&
    other['period_start'] === one['period_start'] &&
    other.knownFrom > known &&
    other.saidOn > one.saidOn &&
    other['qualifier'] === 'exact' &&
    one['qualifier'] === 'exact' &&
    other['value'] !== one['value'];
  const stand = figuresIn(document.body).filter(
    (one) => seeds.standing(seeds.ofSeries(one.series).filter((other) => other['as_of'] === one['as_of'] && other['period_start'] === one['period_start']), known) === one, // prettier-ignore
  );
  return !stand.some((one) => seeds.ofSeries(one.series).some(isOther(one)));
}

/** "Known later: 3 figures", "We know of no later figure for these dates." */
function faultsOfBanner(document: Document): string[] {
  const banner = document.querySelector('p.known');
  if (!banner) return [];
  const section = document.querySelector('section[aria-labelledby="since"]');
  const entries = section ? [...section.querySelectorAll('ul.entries > li')] : [];
  const changed = entries.flatMap((li) => {
    const kind = li.getAttribute('data-says')?.split(' ')[1] ?? '';
    const figures = figuresIn(li);
    // Where a later value is beside it, the value of then and that of now follow each other.
    const hasLater = !['corrected', 'withdrawn', 'explained'].includes(kind);
    return hasLater ? figures.filter((_one, i) => i % 2 === 0) : figures;
  });
  const gone = section ? section.querySelectorAll('[data-withdrawal]').length : 0;
  const subjects = new Set(changed.map(({ id }) => id)).size + gone;
  const said = banner.querySelector('[data-says="changed"]');
  const number = said ? Number(/\d+/.exec(words(said))?.[0]) : 0;
  const isNone = banner.querySelector('[data-says="none-later"]') !== null;
  return [
    ...(number === subjects
      ? []
      : [`of ${subjects} figures something is known later, and the banner says ${number}`]),
    ...(isNone && section ? ['no later figure is said to be known above a list of them'] : []),
  ];
}

/** "Nothing shown here changed in the seven days before." */
function faultsOfChanges(document: Document, { known }: State): string[] {
  const section = document.querySelector('section[aria-labelledby="changes"]');
  if (!section) return [];
  const entries = [...section.querySelectorAll('ul.entries > li')].flatMap(figuresIn);
  const isMixed = entries.some((one) => seeds.has(one, 'mixes-older-cases'));
  const saysMixed = section.querySelector('[data-says="older-cases"]') !== null;
  // Where only the newer figure says so it is above, and not in the list.
  if (isMixed && !saysMixed) return ['updates mix older cases, and nothing says so'];
  if (saysMixed && !entries.some((one) => CASUALTIES.includes(one['measure'] ?? '')))
    return ['a sentence about casualties is beside none'];
  const isUnchanged = section.querySelector('[data-says="unchanged"]') !== null;
  if (isUnchanged !== (entries.length === 0))
    return ['what changed is listed, or nothing, and the sentence says otherwise'];
  if (!isUnchanged) return [];
  const before = new Date(Date.parse(known) - 7 * 86_400_000).toISOString().slice(0, 10);
  const latest = (headline: readonly string[], day: string) =>
    headline
      .flatMap((series) => seeds.latest(series, day) ?? [])
      .reduce<Said | null>((best, one) => (best && best.until >= one.until ? best : one), null);
  return plan.counters.flatMap(({ id, headline }) => {
    const [was, is] = [latest(headline, before), latest(headline, known)];
    const isMoved =
      was &&
      is &&
      was.series === is.series &&
      (was.until !== is.until || was['value'] !== is['value']);
    return isMoved ? [`${id} is said not to have changed since ${was.id}`] : [];
  });
}

/** What a value was beside the one before it, in the table of a series. */
function faultsOfVintages(document: Document): string[] {
  return [...document.querySelectorAll('[data-vintage-row]')].flatMap((row) => {
    let before: Said | null = null;
    return [...row.querySelectorAll('li[data-kind]')].flatMap((li) => {
      const [one] = figuresIn(li);
      const kind = li.getAttribute('data-kind') ?? '';
      if (!one) return [];
      const same = before !== null && ['value', 'value_high', 'qualifier', 'stated_as'].every((cell) => cell === 'stated_as' && one['qualifier'] !== 'word' ? true : one[cell] === before?.[cell]); // prettier-ignore
      const isRight =
        kind === 'first' ? before === null
        : kind === 'confirmed' ? same
        : kind === 'undated' ? one.saidOn === ''
        : kind === 'older' ? one.saidOn < (before?.saidOn ?? '')
        : !same; // prettier-ignore
      if (!['also', 'older', 'undated'].includes(kind)) before = one;
      return isRight ? [] : [`${one.id} is said to be ${kind}`];
    });
  });
}
