const ENTRY = '[id^="entry-"]';

/** A mark, its label and its entry are one thing: choosing the mark opens the entry's story, Escape goes back to the label. */
export function followEntries(): void {
  document.addEventListener('click', (event) => {
    const link =
      event.target instanceof Element ? event.target.closest('a[href^="#entry-"]') : null;
    const entry = link && document.getElementById(link.getAttribute('href')?.slice(1) ?? '');
    if (entry) open(entry);
  });
  document.addEventListener('keydown', (event) => {
    const entry = event.target instanceof Element ? event.target.closest<HTMLElement>(ENTRY) : null;
    if (!entry || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape') labelOf(entry)?.focus();
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const all = [...document.querySelectorAll<HTMLElement>(ENTRY)];
    const other = all[all.indexOf(entry) + step];
    if (!other) return;
    event.preventDefault();
    open(other);
  });
}

function open(entry: HTMLElement): void {
  for (const story of entry.querySelectorAll<HTMLDetailsElement>(':scope > article > details'))
    story.open = true;
  entry.focus({ preventScroll: true });
  // Its heading and number, not the story's end, are what a reader came for.
  entry.scrollIntoView({ block: 'start' });
  history.replaceState(null, '', `#${entry.id}`);
}

function labelOf({ id }: HTMLElement): SVGAElement | null {
  // It is drawn twice, and one of both is not shown.
  const labels = document.querySelectorAll<SVGAElement>(`a[data-label][href="#${id}"]`);
  return [...labels].find((label) => label.getClientRects().length > 0) ?? null;
}
