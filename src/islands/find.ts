/**
 * A field above lists that leaves what holds all the words typed, whatever their order, case and marks. What is left of
 * a list keeps its heading; a list of which nothing is left goes. Nothing leaves the page.
 */
const ENTRY = 'main li, main [data-entry]';

const place = document.querySelector<HTMLElement>('[data-find]');
if (place) begin(place);

function begin(place: HTMLElement): void {
  const { find = '', none = '', example = '' } = place.dataset;
  const label = document.createElement('label');
  const input = document.createElement('input');
  input.type = 'search';
  input.placeholder = example;
  label.append(find, input);
  const said = document.createElement('output');
  place.append(label, said);
  const entries = [...document.querySelectorAll<HTMLElement>(ENTRY)].filter(
    // Lists within an entry, and notes, go with what they are in.
    (entry) => entry.parentElement?.closest('li, .notes, [data-entry]') === null,
  );
  const held = entries.map((entry) => ({ entry, text: plain(entry.textContent ?? '') }));
  input.addEventListener('input', () => {
    const words = plain(input.value)
      .split(/\s+/)
      .filter((word) => word !== '');
    let left = 0;
    for (const { entry, text } of held) {
      entry.hidden = !words.every((word) => text.includes(word));
      if (!entry.hidden) left += 1;
    }
    // From within outwards: a part whose lists are all empty goes with its heading.
    for (const part of document.querySelectorAll<HTMLElement>('main :is(section, section > div)')) {
      const own = entries.filter((entry) => part.contains(entry));
      part.hidden = own.length > 0 && own.every((entry) => entry.hidden);
    }
    said.value = left === 0 ? none : '';
  });
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
