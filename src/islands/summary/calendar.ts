/**
 * The line of days can be taken: its mark is dragged along it, or moved by arrow keys, from one publication day to
 * another, and says which. Let go, or on Enter, that day's page opens; Escape takes the mark back.
 */
const line = document.querySelector<SVGSVGElement>('svg[data-days]');
const mark = line?.querySelector<SVGSVGElement>('svg:last-of-type');
const text = mark?.querySelector('text');
if (line && mark && text) {
  // Until a reader does something the page is as it came.
  const controller = new AbortController();
  const once = () => {
    controller.abort();
    begin(line, mark, text);
  };
  for (const type of ['pointermove', 'pointerdown', 'keydown'])
    addEventListener(type, once, { capture: true, signal: controller.signal });
}

function begin(line: SVGSVGElement, mark: SVGSVGElement, text: SVGTextElement): void {
  const { days: list = '', below = '', own = '', months = '' } = line.dataset;
  const said = text.textContent;
  const place = mark.getAttribute('x') ?? '';
  let days: readonly string[] = [];
  let at = -1;

  /** The list of days comes when it is first needed. */
  const known = async () => {
    if (days.length === 0) {
      days = (await (await fetch(list)).json()) as string[];
      at = days.indexOf(own);
      mark.ariaValueMax = String(days.length);
    }
  };
  const part = (day: string) => {
    const [first, last] = [days[0] ?? day, days.at(-1) ?? day].map(Date.parse) as [number, number];
    return (Date.parse(day) - first) / (last - first);
  };
  const inWords = (day: string) => {
    const [year = '', month = '', of = ''] = day.split('-');
    return `${Number(of)} ${months.split(' ')[Number(month) - 1] ?? ''} ${year}`;
  };
  function show(index: number): void {
    at = Math.min(Math.max(index, 0), days.length - 1);
    const day = days[at] ?? own;
    const x = day === own ? place : `${part(day) * 100}%`;
    mark.setAttribute('x', x);
    const isLeft = parseFloat(x) > 50;
    text.setAttribute('x', isLeft ? '-8' : '8');
    text.setAttribute('text-anchor', isLeft ? 'end' : 'start');
    text.textContent = day === own ? said : inWords(day);
    mark.ariaValueNow = String(at + 1);
    mark.ariaValueText = inWords(day);
  }
  const back = () => show(days.indexOf(own));
  function go(): void {
    if (at >= 0 && days[at] !== own) location.assign(`${below}${days[at]}/`);
  }

  line.dataset['taken'] = '';
  mark.removeAttribute('aria-hidden');
  mark.setAttribute('tabindex', '0');
  mark.role = 'slider';
  mark.ariaLabel = line.ariaLabel;
  [mark.ariaValueMin, mark.ariaValueNow, mark.ariaValueMax] = ['1', '1', '1'];
  mark.ariaValueText = inWords(own);

  line.addEventListener('pointerdown', (event) => {
    if ((event.target as Element).closest('a') || event.button !== 0) return;
    line.setPointerCapture(event.pointerId);
    void known().then(() => {
      if (line.hasPointerCapture(event.pointerId)) follow(event);
    });
  });
  function follow({ clientX }: PointerEvent): void {
    const { left, width } = line.getBoundingClientRect();
    const to = (clientX - left) / width;
    const away = (day: string) => Math.abs(part(day) - to);
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
      void known().then(() => show(at + step));
    } else if (event.key === 'Enter') go();
    else if (event.key === 'Escape') back();
  });
  mark.addEventListener('blur', back);
}

export {};
