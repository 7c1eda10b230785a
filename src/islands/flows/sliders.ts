import { addPlay } from './play.ts';
import { page, takeOver } from './swap.ts';

/** Milliseconds between two states while a slider is dragged, and by how many times what one cost: a slow phone can draw between them. */
const PACE = 400;
/** Milliseconds after which a reader is told that a state is on its way. */
const WAITS = 300;
const REST = 15;
/** Milliseconds that the last state took to be put in place. */
let spent = 0;

/** How often a state was asked for: of those asked for in a hurry only the last is shown. */
let asked = 0;

/** The list of days gets a slider with a mark for every day, and a button to play them. */
export function startSlider(): void {
  const nav = document.querySelector<HTMLElement>('[data-states]');
  if (nav) addSlider(nav);
}

function addSlider(nav: HTMLElement): void {
  const links = [...nav.querySelectorAll<HTMLAnchorElement>('details a')];
  const place = nav.querySelector('[data-place]');
  if (!place || links.length < 2) return;
  const { slide = '', wait = '', failed = '' } = nav.dataset;
  const input = document.createElement('input');
  input.type = 'range';
  input.max = String(links.length - 1);
  input.setAttribute('aria-label', slide);
  const marks = document.createElement('datalist');
  marks.id = 'day-marks';
  for (const index of links.keys()) marks.append(new Option('', String(index)));
  input.setAttribute('list', marks.id);
  const said = document.createElement('output');
  const label = document.createElement('label');
  label.append(`${slide} `, said, input);
  label.dataset['slider'] = '';
  place.append(label, marks);

  const textOf = (index: number) => links[index]?.textContent?.trim() ?? '';
  const say = (text: string) => {
    said.value = text;
    input.setAttribute('aria-valuetext', text);
  };
  /** The state on the page. */
  let shown = Math.max(
    0,
    links.findIndex((link) => link.hasAttribute('aria-current')),
  );
  input.value = String(shown);
  say(textOf(shown));

  /** To the chosen state; false where it did not come, and then the slider stands again where the page does. */
  const go = async (): Promise<boolean> => {
    const turn = ++asked;
    const chosen = Number(input.value);
    const link = links[chosen];
    if (!link) return false;
    const late = setTimeout(() => {
      if (turn === asked) say(`${textOf(chosen)}. ${wait}`);
    }, WAITS);
    try {
      const from = await page(link.href);
      if (turn !== asked) return true;
      const before = performance.now();
      takeOver(from, link.href, input);
      spent = performance.now() - before;
    } catch {
      if (turn !== asked) return false;
      input.value = String(shown);
      say(`${textOf(shown)}. ${failed}`);
      return false;
    } finally {
      clearTimeout(late);
    }
    shown = chosen;
    say(textOf(shown));
    for (const other of links) other.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'date');
    return true;
  };
  const goPaced = paced(go);
  input.addEventListener('input', () => {
    say(textOf(Number(input.value)));
    goPaced();
  });
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches)
    addPlay(nav, place, () => {
      const next = shown >= links.length - 1 ? 0 : shown + 1;
      input.value = String(next);
      say(textOf(next));
      return go().then((came) => came && input.isConnected && next < links.length - 1);
    });
}

/** Calls at most once in the time that a state needs, and once more after the last of a row. */
function paced(call: () => Promise<unknown>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let again = false;
  const run = () => {
    again = false;
    void call();
    timer = setTimeout(
      () => {
        timer = undefined;
        if (again) run();
      },
      PACE + REST * spent,
    );
  };
  return () => {
    if (timer === undefined) run();
    else again = true;
  };
}
