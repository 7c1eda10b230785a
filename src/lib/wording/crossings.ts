import type { Situation } from '#lib/records/model.ts';
import { sayDay } from './days.ts';
import { flowTexts } from './flows.ts';
import { named } from './places.ts';
import { texts } from './texts.ts';

/** Texts above and below a summary's map and chart, and for a screen reader. */
export interface CrossingsWords {
  readonly heading: string;
  readonly mapTitle: string;
  /** What the map's numbers count. */
  readonly counted: string;
  readonly chartHeading: string;
  readonly chartAlt: string;
  /** On paper the values are elsewhere. */
  readonly sheetChartAlt: string;
}

/** In the words of one situation: its country, the day on which it begins, and what its first map shows. */
export function crossingsWords({
  country,
  start,
  maps: [map],
}: Pick<Situation, 'country' | 'start' | 'maps'>): CrossingsWords {
  const out = `border crossings out of ${named(country)}`;
  // A heading may break anywhere.
  const since = `since ${sayDay(start).replaceAll('\u00a0', ' ')}`;
  const chart = `Line chart of cumulative ${out} by country of arrival; the`;
  const stock = map?.measures[0]?.drawnAs === 'circle' ? map.label : null;
  return {
    heading: stock ?? texts.headings.flows,
    mapTitle: stock === null ? `Map of ${out}` : `${flowTexts.heading}: ${stock}`,
    counted: stock ?? `Border crossings ${since}`,
    chartHeading: `Crossings by country ${since}`,
    chartAlt: `${chart} values are in the table below.`,
    sheetChartAlt: `${chart} newest values are in the list beside the map.`,
  };
}
