/**
 * Copies the sentence that takes a figure with all that belongs to it out of this site: where it stands, by a button; beside
 * a figure, by the link that leads to it. Without script the link leads there and the sentence can be marked.
 */
const status = document.createElement('span');
status.setAttribute('role', 'status');

/** The sentence of the figure whose page this is, as one line. */
const sentenceIn = (page: ParentNode): string =>
  (page.querySelector('[data-quote]')?.textContent ?? '').replace(/\s+/g, ' ').trim();

for (const place of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = place.dataset['copy'] ?? '';
  place.append(button);
  button.addEventListener('click', () => {
    const sentence = place.previousElementSibling?.querySelector('[data-quote]');
    if (!sentence) return;
    say(button, '');
    copy(Promise.resolve(sentenceIn(sentence.parentNode ?? document)))
      .then(() => say(button, place.dataset['copied']))
      .catch(() => {
        getSelection()?.selectAllChildren(sentence);
        say(button, place.dataset['failed']);
      });
  });
}

// Of the document, because the parts of a map's page come and go.
document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLAnchorElement>('a[href$="/#quote"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  say(link, '');
  const own = /[^/]+(?=\/#)/.exec(link.href)?.[0] ?? '';
  // In the table of a series a block has many values, each in an entry of its own.
  const within = '[id^="figure-"], [data-block]';
  const block = link.closest(within);
  const ids = [...(block?.querySelectorAll<HTMLElement>('[data-figure]') ?? [])]
    // A block inside it has a link of its own.
    .filter((figure) => figure.closest(within) === block)
    .map(({ dataset }) => dataset['figure'] ?? own);
  const pages = Promise.all(ids.map((id) => pageAt(link.href.replace(`${own}/#quote`, `${id}/`))));
  copy(pages.then((all) => all.map(sentenceIn).join('\n')))
    .then(() => pages)
    .then(([page]) => {
      const words = page?.querySelector<HTMLElement>('[data-copy]')?.dataset;
      say(link, words?.[ids.length > 1 ? 'copiedAll' : 'copied']);
    })
    .catch(() => location.assign(link.href));
});

/** Says behind what was pressed what became of it; empty first, so that a reader who hears the page hears it anew. */
function say(pressed: Element, words = ''): void {
  status.textContent = words && ` ${words}`;
  if (pressed.nextSibling !== status) pressed.after(status);
}

/** A text that is still to come is promised at once, or the press that asked for it would have passed. */
async function copy(text: Promise<string>): Promise<void> {
  // Whatever is asked first, a text that does not come, or is none, is a failure.
  const whole = text.then((said) => said || Promise.reject(new Error('There is no sentence.')));
  if ('ClipboardItem' in window) {
    const blob = whole.then((said) => new Blob([said], { type: 'text/plain' }));
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
  } else await navigator.clipboard.writeText(await whole);
}

/** By the older interface: it gives a document without a script turning text into one. */
function pageAt(address: string): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () =>
      request.status === 200 && request.responseXML
        ? resolve(request.responseXML)
        : reject(new Error(`${address} was not given.`));
    request.onerror = () => reject(new Error(`${address} was not given.`));
    request.send();
  });
}

export {};
