/** Draws the readings of a series with Chart.js over their pictures, as known on a day. */
import type { Chart, ChartConfiguration } from 'chart.js';
import type { SeriesChartFile, SeriesChartRecord } from '#lib/downloads/series-chart-json.ts';
import { asRevised, defaultDate, type DateShown } from '#lib/drawing/chart/as-revised.ts';
import type { ChartValue } from '#lib/drawing/chart/chart-data.ts';
import { overTime } from '#lib/drawing/chart/over-time.ts';
import type { Scene } from '#lib/drawing/chart/scene.ts';
import { datasetsOf, liveConfig } from '#lib/drawing/chart/live.ts';
import type { ChartInk, LivePoint, Shown } from '#lib/drawing/chart/live.ts';
import type { ChartWords } from '#lib/drawing/chart/layout.ts';
import { keyEntries, type SayDay } from './keys.ts';

/** How the chunk with Chart.js draws and looks; the island fetches it beside this one. */
export interface Hands {
  draw(
    canvas: HTMLCanvasElement,
    config: ChartConfiguration<'line', LivePoint[]>,
  ): Chart<'line', LivePoint[]>;
  over(frame: HTMLElement): HTMLCanvasElement;
  inkOf(element: HTMLElement): ChartInk;
  wordsOf(element: HTMLElement): ChartWords;
}

interface Drawn {
  readonly chart: Chart<'line', LivePoint[]>;
  readonly shown: Shown;
  readonly ink: ChartInk;
}

export interface Charts {
  /** Draws what is in sight; a reading that is switched away is drawn when it comes back. */
  show(day: string, date: string): void;
}

export function charts(
  section: HTMLElement,
  file: SeriesChartFile,
  { draw, over, inkOf, wordsOf }: Hands,
  sayDay: SayDay,
): Charts {
  const drawn = new Map<HTMLElement, Drawn>();
  const say = sayIn(file, sayDay);
  const usual = defaultDate(file);
  const told = new Map<HTMLElement, string>();
  return {
    show(day, text) {
      const date = dateIn(file, text) ?? usual;
      for (const frame of section.querySelectorAll<HTMLElement>('[data-reading]')) {
        if (frame.offsetParent === null) continue;
        const isRevised = frame.dataset['reading'] === 'as-revised';
        if (isRevised && !date) continue;
        const scene = isRevised && date ? asRevised(file, date, day) : overTime(file, day);
        place(frame, scene);
        if (isRevised && date) nameDate(section, file, date);
        tell(frame, scene);
        describe(frame, day);
        frame.dataset['on'] = day;
      }
      // A reading that was not drawn for this day shows today: it stays off the sheet.
      for (const frame of section.querySelectorAll<HTMLElement>('[data-reading]')) {
        frame
          .closest('.reading')
          ?.classList.toggle('other-day', day !== (frame.dataset['on'] ?? ''));
        frame.toggleAttribute('data-other-day', day !== '');
      }
    },
  };

  /** The picture's own words speak of today: on another day the table speaks instead. */
  function describe(frame: HTMLElement, day: string): void {
    for (const picture of frame.querySelectorAll('svg')) {
      picture.dataset['today'] ??= picture.getAttribute('aria-label') ?? '';
      const label = day === '' ? picture.dataset['today'] : (section.dataset['pastLabel'] ?? '');
      picture.setAttribute('aria-label', label);
    }
  }

  /** The caption is written anew only where it says something else. */
  function tell(frame: HTMLElement, scene: Scene): void {
    const keys = JSON.stringify(scene.keys);
    if (told.get(frame) === keys) return;
    told.set(frame, keys);
    const list = frame.closest('figure')?.querySelector('[data-keys]');
    list?.replaceChildren(...keyEntries(scene, section, sayDay));
  }

  function place(frame: HTMLElement, scene: Scene): void {
    const held = drawn.get(frame);
    if (held) {
      // Its axes go with what is known: the scale of today would tell what was to come.
      held.shown.scene = scene;
      held.chart.data.datasets = datasetsOf(scene, held.ink);
      held.chart.update('none');
      return;
    }
    const shown = { scene };
    const ink = inkOf(section);
    const config = liveConfig(shown, say, () => wordsOf(section), ink);
    drawn.set(frame, { chart: draw(over(frame), config), shown, ink });
    frame.dataset['drawn'] = '';
  }
}

/** "<as of>|<period start>", where the series has it. */
function dateIn({ figures }: SeriesChartFile, text: string): DateShown | null {
  const [as_of = '', start = ''] = text.split('|');
  const has = figures.some(
    (one) => one.line === 0 && one.as_of === as_of && one.start === start && one.kind !== 'undated',
  );
  return has ? { as_of, start } : null;
}

function nameDate(section: HTMLElement, { figures }: SeriesChartFile, date: DateShown): void {
  const name = section.querySelector<HTMLElement>('[data-date-shown]');
  const one = figures.find(({ as_of, start }) => as_of === date.as_of && start === date.start);
  if (name && one) name.textContent = one.days;
}

/** The figure with all that belongs to it, in lines short enough for a phone. */
function sayIn(file: SeriesChartFile, sayDay: SayDay): (value: ChartValue) => string[] {
  const records = new Map<string, SeriesChartRecord>(file.figures.map((one) => [one.id, one]));
  return ({ id }) => {
    const record = records.get(id);
    if (!record) return [];
    const { amount, counts, days, publisher, source, caveats } = record;
    const { title, published } = file.sources[source] ?? { title: '', published: '' };
    return [
      `${amount} ${counts}, ${days}`,
      `${publisher}; ${title}${published === '' ? '' : `, ${sayDay(published)}`}.`,
      ...caveats.map((code) => file.caveats[code] ?? ''),
    ].flatMap((text) => text.match(/.{1,48}(?:\s|$)/gu) ?? []);
  };
}
