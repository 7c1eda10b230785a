/**
 * A series page: its "as known on" control, and its two charts, drawn with Chart.js over their pictures. Pictures,
 * captions and table say the same without it, so any failure leaves the page as it was.
 */
import './quote.ts';
import type { SeriesChartFile } from '#lib/downloads/series-chart-json.ts';
import type { Charts } from './series/charts.ts';
import { startControl } from './series/control.ts';
import { sayDay } from './series/days.ts';

const section = document.querySelector<HTMLElement>('[data-series-chart]');
let day = '';
let [frame, timer]: [number, ReturnType<typeof setTimeout> | undefined] = [0, undefined];
let loading: Promise<Charts> | null = null;
let loaded: Charts | null = null;

startControl((chosen, later) => {
  day = chosen;
  afterPaint(() => {
    later();
    if (day !== '' || loading) redraw();
  });
});

if (section) {
  drawWhenSeen(section);
  // What was switched to is drawn, whatever it was switched by.
  addEventListener('hashchange', redraw);
  addEventListener('popstate', redraw);
  document.addEventListener('click', goToDate);
  if (dateInAddress() !== '') redraw();
}

/** The library is as heavy as the page: it is fetched for who has begun to read and has the chart in sight. */
function drawWhenSeen(seen: HTMLElement): void {
  if (!('IntersectionObserver' in window)) return;
  const begun = new AbortController();
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    redraw();
  });
  const observe = () => {
    begun.abort();
    for (const frame of seen.querySelectorAll('[data-reading]')) observer.observe(frame);
  };
  for (const sign of ['pointermove', 'pointerdown', 'touchstart', 'keydown', 'scroll'])
    addEventListener(sign, observe, { passive: true, signal: begun.signal });
}

/** The table answers first: both at once would let a slow phone wait. Of steps in a hurry only the last is drawn. */
function afterPaint(then: () => void): void {
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  frame = requestAnimationFrame(() => {
    timer = setTimeout(then);
  });
}

function redraw(): void {
  if (!section) return;
  if (loaded) return loaded.show(day, dateInAddress());
  loading ??= load(section);
  loading.then(
    (charts) => (loaded = charts).show(day, dateInAddress()),
    // A picture shows today's state: it may not stand beside a table of another day.
    () => {
      for (const frame of section.querySelectorAll<HTMLElement>('[data-reading]'))
        frame.hidden = day !== '';
    },
  );
}

async function load(from: HTMLElement): Promise<Charts> {
  const [answer, chartJs, { charts }] = await Promise.all([
    fetch(from.dataset['seriesChart'] ?? ''),
    import('./chart-js/chart-js.ts'),
    import('./series/charts.ts'),
  ]);
  if (!answer.ok) throw new Error(`The chart's file was not given: ${answer.status}`);
  return charts(from, (await answer.json()) as SeriesChartFile, chartJs, sayDay);
}

function dateInAddress(): string {
  const [start, asOf] = (new URLSearchParams(location.search).get('date') ?? '').split('..');
  return asOf === undefined ? (start ?? '') : `${asOf}|${start}`;
}

/** A date of the table leads to its own reading; without script it leads to its row. */
function goToDate(event: MouseEvent): void {
  const link = event.target instanceof Element && event.target.closest('[data-as-revised]');
  if (!(link instanceof HTMLElement) || !document.getElementById('as-revised')) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const [asOf = '', start = ''] = (link.dataset['asRevised'] ?? '').split('|');
  const address = new URL(location.href);
  address.searchParams.set('date', start === '' ? asOf : `${start}..${asOf}`);
  address.hash = '';
  history.pushState(null, '', address);
  // Only going there makes it the target by which the styles show it.
  location.replace('#as-revised');
  redraw();
}
