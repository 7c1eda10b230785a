/** Draws the readings of a series with Chart.js over their pictures, as known on a day. */
import type { Chart, ChartConfiguration } from 'chart.js';
import type { SeriesChartFile, SeriesChartRecord } from '#lib/downloads/series-chart-json.ts';
import { asRevised, defaultDate, type DateShown } from '#lib/drawing/series/as-revised.ts';
import type { SeriesValue } from '#lib/drawing/series/chart-data.ts';
import { overTime } from '#lib/drawing/series/over-time.ts';
import type { Scene } from '#lib/drawing/series/scene.ts';
import { datasetsOf, seriesConfig } from '#lib/drawing/series/series-config.ts';
import type { SeriesPoint, Shown } from '#lib/drawing/series/series-config.ts';
import { keyEntries, type SayDay } from './keys.ts';
import { inkOf, wordsOf } from './look.ts';

/** How the chunk with Chart.js draws; the island fetches it beside this one. */
export type Draw = (
  canvas: HTMLCanvasElement,
  config: ChartConfiguration<'line', SeriesPoint[]>,
) => Chart<'line', SeriesPoint[]>;

interface Drawn {
  readonly chart: Chart<'line', SeriesPoint[]>;
  readonly shown: Shown;
  readonly ink: ReturnType<typeof inkOf>;
}

export interface Charts {
  /** Draws what is in sight; a reading that is switched away is drawn when it comes back. */
  show(day: string, date: string): void;
}

export function charts(
  section: HTMLElement,
  file: SeriesChartFile,
  draw: Draw,
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
      for (const frame of section.querySelectorAll<HTMLElement>('[data-reading]'))
        frame
          .closest('.reading')
          ?.classList.toggle('other-day', day !== (frame.dataset['on'] ?? ''));
      section.toggleAttribute('data-past', day !== '');
    },
  };

  /** The picture's own words speak of today: on another day the table speaks instead. */
  function describe(frame: HTMLElement, day: string): void {
    const picture = frame.querySelector('img');
    if (!picture) return;
    picture.dataset['today'] ??= picture.alt;
    picture.alt = day === '' ? picture.dataset['today'] : (section.dataset['past'] ?? '');
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
      const isSame = sameExtent(held.shown.scene, scene);
      held.shown.scene = scene;
      held.chart.data.datasets = datasetsOf(scene, held.ink);
      // Its axes go with what is known: the scale of today would tell what was to come.
      const scales = isSame
        ? undefined
        : seriesConfig(held.shown, say, wordsOf(section, scene), held.ink).options?.scales;
      if (scales && held.chart.options.scales) Object.assign(held.chart.options.scales, scales);
      held.chart.update('none');
      return;
    }
    const canvas = frame.querySelector('canvas') ?? document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    frame.append(canvas);
    const shown = { scene };
    const ink = inkOf(section);
    const config = seriesConfig(shown, say, wordsOf(section, scene), ink);
    drawn.set(frame, { chart: draw(canvas, config), shown, ink });
    frame.dataset['drawn'] = '';
  }
}

function sameExtent(a: Scene, b: Scene): boolean {
  return a.first === b.first && a.last === b.last && a.most === b.most;
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
function sayIn(file: SeriesChartFile, sayDay: SayDay): (value: SeriesValue) => string[] {
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
