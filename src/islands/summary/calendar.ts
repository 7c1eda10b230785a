import { placeOf } from '#lib/drawing/calendar-line.ts';
import type { Day } from '#lib/values/day.ts';

/**
 * The line of days can be taken: its mark is dragged along it, or moved by arrow keys, from one publication day to
 * another, and says which. Let go, or on Enter, that day's page opens; Escape takes the mark back.
 */
export function movableMark(sayDay: SayDay): void {
  const line = document.querySelector<SVGSVGElement>('svg[data-days]');
  const mark = line?.querySelector<SVGSVGElement>('svg:last-of-type');
  const text = mark?.querySelector('text');
  if (!line || !mark || !text) return;
  // Until a reader does something the page is as it came.
  const controller = new AbortController();
  const once = () => {
    controller.abort();
    begin(line, mark, text, sayDay);
  };
  for (const type of ['pointermove', 'pointerdown', 'keydown'])
    addEventListener(type, once, { capture: true, signal: controller.signal });
}

type SayDay = (day: string) => string;

function begin(
  line: SVGSVGElement,
  mark: SVGSVGElement,
  text: SVGTextElement,
  sayDay: SayDay,
): void {
  const { days: list = '', below = '', own = '' } = line.dataset;
  const said = text.textContent;
  const place = mark.getAttribute('x') ?? '';
  let days: readonly Day[] = [];
  let at = -1;

  /** Does something with the list of days, which comes when it is first needed; where it cannot be had, nothing. */
  function withDays(act: () => void): void {
    if (days.length > 0) return act();
    const fetched = fetch(list).then((answer) => answer.json() as Promise<Day[]>);
    fetched.then(
      (all) => {
        days = all;
        at = days.findIndex((day) => day === own);
        mark.ariaValueMax = String(days.length);
        act();
      },
      () => undefined,
    );
  }
  function show(index: number): void {
    at = Math.min(Math.max(index, 0), days.length - 1);
    const day = days[at];
    if (day === undefined) return;
    const x = day === own ? place : `${placeOf(day, days)}%`;
    mark.setAttribute('x', x);
    const isLeft = parseFloat(x) > 50;
    text.setAttribute('x', isLeft ? '-8' : '8');
    text.setAttribute('text-anchor', isLeft ? 'end' : 'start');
    text.textContent = day === own ? said : sayDay(day);
    mark.ariaValueNow = String(at + 1);
    mark.ariaValueText = sayDay(day);
  }
  const back = () => show(days.findIndex((day) => day === own));
  function go(): void {
    if (at >= 0 && days[at] !== own) location.assign(`${below}${days[at]}/`);
  }

  line.dataset['taken'] = '';
  mark.removeAttribute('aria-hidden');
  mark.setAttribute('tabindex', '0');
  mark.role = 'slider';
  mark.ariaLabel = line.ariaLabel;
  [mark.ariaValueMin, mark.ariaValueNow, mark.ariaValueMax] = ['1', '1', '1'];
  mark.ariaValueText = sayDay(own);

  line.addEventListener('pointerdown', (event) => {
    if ((event.target as Element).closest('a') || event.button !== 0) return;
    line.setPointerCapture(event.pointerId);
    withDays(() => {
      if (line.hasPointerCapture(event.pointerId)) follow(event);
    });
  });
  function follow({ clientX }: PointerEvent): void {
    const { left, width } = line.getBoundingClientRect();
    const to = ((clientX - left) / width) * 100;
    const away = (day: Day) => Math.abs(placeOf(day, days) - to);
    let nearest = 0;
    days.forEach((day, i) => {
      if (away(day) < away(days[nearest] ?? day)) nearest = i;
    });
    show(nearest);
  }
  line.addEventListener('pointermove', (event) => {
    if (days.length > 0 && line.hasPointerCapture(event.pointerId)) follow(event);
  });
  line.addEventListener('pointerup', (event) => {
    if (line.hasPointerCapture(event.pointerId)) go();
  });
  line.addEventListener('pointercancel', back);

  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -Infinity, End: Infinity }; // prettier-ignore
  mark.addEventListener('keydown', (event) => {
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      withDays(() => show(at + step));
    } else if (event.key === 'Enter') go();
    else if (event.key === 'Escape') back();
  });
  mark.addEventListener('blur', back);
}
