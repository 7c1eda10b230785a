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

/** The days of a map get a slider with a mark for each, and a button to play them. */
export function startSlider(): void {
  const nav = document.querySelector<HTMLElement>('[data-states]');
  if (nav) addSlider(nav);
}

function addSlider(nav: HTMLElement): void {
  const states = statesIn(nav);
  const place = nav.querySelector('[data-place]');
  if (!place || states.length < 2) return;
  const { slide = '', wait = '', failed = '' } = nav.dataset;
  const input = document.createElement('input');
  input.type = 'range';
  input.max = String(states.length - 1);
  input.setAttribute('aria-label', slide);
  const marks = document.createElement('datalist');
  marks.id = 'day-marks';
  for (const index of states.keys()) marks.append(new Option('', String(index)));
  input.setAttribute('list', marks.id);
  const said = document.createElement('output');
  const label = document.createElement('label');
  label.append(`${slide} `, said, input);
  label.dataset['slider'] = '';
  place.append(label, marks);

  const textOf = (index: number) => states[index]?.text ?? '';
  const say = (text: string) => {
    said.value = text;
    input.setAttribute('aria-valuetext', text);
  };
  /** The state on the page. */
  let shown = Math.max(
    0,
    states.findIndex(({ day }) => day === nav.dataset['shown']),
  );
  input.value = String(shown);
  say(textOf(shown));

  /** To the chosen state; false where it did not come, and then the slider stands again where the page does. */
  const go = async (): Promise<boolean> => {
    const turn = ++asked;
    const chosen = Number(input.value);
    const state = states[chosen];
    if (!state) return false;
    const late = setTimeout(() => {
      if (turn === asked) say(`${textOf(chosen)}. ${wait}`);
    }, WAITS);
    try {
      const from = await page(state.address);
      if (turn !== asked) return true;
      const before = performance.now();
      takeOver(from, state.address, input);
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
    return true;
  };
  const goPaced = paced(go);
  input.addEventListener('input', () => {
    say(textOf(Number(input.value)));
    goPaced();
  });
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches)
    addPlay(nav, place, () => {
      const next = shown >= states.length - 1 ? 0 : shown + 1;
      input.value = String(next);
      say(textOf(next));
      return go().then((came) => came && input.isConnected && next < states.length - 1);
    });
}

interface State {
  /** Empty for the newest numbers. */
  readonly day: string;
  readonly address: string;
  readonly text: string;
}

/** The days that the page names for its slider. */
function statesIn(nav: HTMLElement): State[] {
  const { states = '', before = '', newest, date = '', months = '' } = nav.dataset;
  const names = months.split(' ');
  const whole = (address: string) => new URL(address, document.baseURI).href;
  const start = whole(before);
  const days = states.split(' ').map((day) => {
    const [year = '', month = '', of = ''] = day.split('-');
    const text = date
      .replace('{day}', String(Number(of)))
      .replace('{month}', names[Number(month) - 1] ?? '')
      .replace('{year}', year);
    return { day, address: `${start}${day}/`, text };
  });
  const text = nav.dataset['newestText'] ?? '';
  return newest === undefined ? days : [...days, { day: '', address: whole(newest), text }];
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
