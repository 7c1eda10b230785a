import { page, takeOver } from './swap.ts';

/** Milliseconds between two states while a slider is dragged: a slow phone can draw between them. */
const PACE = 400;
/** Milliseconds for which a state stands while the days are played. */
const STANDS = 1600;

/** Each list of days gets a slider with a mark for every day, and the days the map speaks about a button to play them. */
export function startSliders(): void {
  for (const nav of document.querySelectorAll<HTMLElement>('[data-states]')) addSlider(nav);
}

function addSlider(nav: HTMLElement): void {
  const links = [...nav.querySelectorAll<HTMLAnchorElement>('details a')];
  if (links.length < 2) return;
  const input = document.createElement('input');
  input.type = 'range';
  input.max = String(links.length - 1);
  const current = links.findIndex((link) => link.hasAttribute('aria-current'));
  input.value = String(current < 0 ? links.length - 1 : current);
  const marks = document.createElement('datalist');
  marks.id = `marks-${nav.dataset['states'] ?? ''}`;
  for (const index of links.keys()) marks.append(new Option('', String(index)));
  input.setAttribute('list', marks.id);
  const said = document.createElement('output');
  const label = document.createElement('label');
  label.append(`${nav.dataset['slide'] ?? ''} `, said, input);
  label.dataset['slider'] = '';
  nav.querySelector('details')?.before(label, marks);

  const chosen = () => links[Number(input.value)];
  const say = () => {
    const text = chosen()?.textContent?.trim() ?? '';
    said.value = text;
    input.setAttribute('aria-valuetext', text);
  };
  const go = paced(async () => {
    const link = chosen();
    if (!link) return;
    const from = await page(link.href);
    // Of states asked for in a hurry only the last is shown.
    if (link !== chosen()) return;
    takeOver(from, link.href);
    for (const other of document.querySelectorAll('[data-states] details a'))
      other.toggleAttribute('aria-current', other === link);
  });
  if (current >= 0) say();
  input.addEventListener('input', () => {
    say();
    go();
  });
  if (nav.dataset['states'] === 'day' && !matchMedia('(prefers-reduced-motion: reduce)').matches)
    addPlay(nav, input, links.length);
}

/** Off until asked for; stops at the last day and whenever the reader does something else. */
function addPlay(nav: HTMLElement, input: HTMLInputElement, count: number): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['slider'] = '';
  const [play = '', stop = ''] = [nav.dataset['play'], nav.dataset['stop']];
  button.textContent = play;
  let timer: ReturnType<typeof setInterval> | undefined;
  const end = () => {
    clearInterval(timer);
    timer = undefined;
    button.textContent = play;
  };
  button.addEventListener('click', () => {
    if (timer !== undefined) return end();
    button.textContent = stop;
    if (Number(input.value) >= count - 1) input.value = '0';
    timer = setInterval(() => {
      if (Number(input.value) >= count - 1) return end();
      input.value = String(Number(input.value) + 1);
      input.dispatchEvent(new Event('input'));
    }, STANDS);
  });
  input.addEventListener('pointerdown', end);
  input.addEventListener('keydown', end);
  nav.querySelector('details')?.before(button);
}

/** Calls at most once in `PACE`, and once more after the last of a row. */
function paced(call: () => Promise<void>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const run = () => {
    again = false;
    // A state that did not come leaves the page as it was; its link is still there.
    call().catch(() => undefined);
    timer = setTimeout(() => {
      timer = undefined;
      if (again) run();
    }, PACE);
  };
  return () => {
    if (timer === undefined) run();
    else again = true;
  };
}
