/**
 * "As known on" in the table of a series: hides what came out later, marks what stood, and tells what was revised
 * since. Everything it needs stands in the page; the nodes it shows are clones of the table's own.
 */
export interface Row {
  readonly element: HTMLElement;
  readonly values: readonly Value[];
}
interface Value {
  readonly element: HTMLElement;
  readonly from: string;
  readonly kind: string;
}

interface Later {
  readonly element: HTMLElement;
  readonly from: string;
}

export interface Table {
  readonly rows: readonly Row[];
  /** Whatever else became known on a later day. */
  readonly others: readonly Later[];
  /** The notes at the foot of the page: many, and in columns, so that they take long to lay out. */
  readonly notes: readonly Later[];
  /** The publication days, ascending. */
  readonly days: readonly string[];
}

/** What stood then and now in a row that was revised after the day shown. */
export interface Since {
  readonly row: Row;
  readonly then: HTMLElement;
  readonly now: HTMLElement;
}

export function readTable(): Table {
  const later = all('[data-known-from]').map((element) => ({
    element,
    from: element.dataset['knownFrom'] ?? '',
  }));
  const rows = all('[data-vintage-row]').map((element) => ({
    element,
    values: all('[data-from]', element).map((value) => ({
      element: value,
      from: value.dataset['from'] ?? '',
      kind: value.dataset['kind'] ?? '',
    })),
  }));
  return {
    rows,
    others: later.filter(({ element }) => element.closest('.notes') === null),
    notes: later.filter(({ element }) => element.closest('.notes') !== null),
    days: [...new Set(rows.flatMap(({ values }) => values.map(({ from }) => from)))].sort(),
  };
}

/** Shows the table as known on `day`, empty for today's. */
export function showKnown({ rows, others }: Table, day: string): Since[] {
  const isKnown = (from: string) => day === '' || from <= day;
  for (const { element, from } of others) hide(element, !isKnown(from));
  for (const element of all('[data-only]'))
    hide(element, (element.dataset['only'] === 'past') === (day === ''));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-carry-on]')) {
    const address = new URL(link.href);
    address.searchParams.set('on', day);
    link.href = address.href;
  }
  return rows.flatMap((row) => {
    const { element, values } = row;
    for (const value of values) hide(value.element, !isKnown(value.from));
    const then = standing(values.filter(({ from }) => isKnown(from)));
    const now = standing(values);
    hide(element, !values.some(({ from }) => isKnown(from)));
    for (const value of values) mark(value.element, value === then);
    const revised = values.some(({ kind, from }) => kind === 'revised' && !isKnown(from));
    return then && now && revised ? [{ row, then: then.element, now: now.element }] : [];
  });
}

/** The notes as known on `day`, empty for today's: after the table, which answers first. */
export function showNotes({ notes }: Table, day: string): void {
  for (const { element, from } of notes) hide(element, day !== '' && from > day);
}

/** A list entry of what was revised: the row's days, what stood then, what stands now with all that belongs to it. */
export function entryOf({ row, then, now }: Since, texts: DOMStringMap): HTMLLIElement {
  const entry = document.createElement('li');
  const header = row.element.querySelector('th');
  entry.append(
    ...(header ? [...copied(header), ': '] : []),
    `${texts['then'] ?? ''} `,
    ...copied(then),
    ` ${texts['now'] ?? ''} `,
    ...copied(now),
  );
  return entry;
}

/** What a row says of its days when nothing dated is known of them is what was read without a date. */
function standing(values: readonly Value[]): Value | undefined {
  const stood = ['first', 'confirmed', 'restated', 'later', 'reading', 'revised'];
  return (
    values.findLast(({ kind }) => stood.includes(kind)) ??
    values.findLast(({ kind }) => kind === 'undated')
  );
}

/** The children again, without the ids that may stand only once in a page, and nothing of them hidden. */
function copied(element: HTMLElement): Node[] {
  const clone = element.cloneNode(true) as HTMLElement;
  for (const named of clone.querySelectorAll('[id]')) named.removeAttribute('id');
  return [...clone.childNodes];
}

/** Written only where it changes: each write costs a new layout of a long table. */
function hide(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}

function mark(element: HTMLElement, current: boolean): void {
  if (element.hasAttribute('aria-current') === current) return;
  if (current) element.setAttribute('aria-current', 'true');
  else element.removeAttribute('aria-current');
}

const all = (selector: string, inside: ParentNode = document): HTMLElement[] => [
  ...inside.querySelectorAll<HTMLElement>(selector),
];
