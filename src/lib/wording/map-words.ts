import type { Library, Measure } from '#lib/records/model.ts';
import { sayDay } from './days.ts';
import { flowTexts } from './flows.ts';
import { named } from './places.ts';

/** Texts above and below a summary's map and chart, and for a screen reader. */
export interface MapWords {
  readonly heading: string;
  readonly mapTitle: string;
  /** What the map's numbers count. */
  readonly counted: string;
  readonly chartHeading: string;
  readonly chartAlt: string;
  /** On paper the values are elsewhere. */
  readonly sheetChartAlt: string;
}

/**
 * In the words of one situation: its country, the day on which it begins, what its first map shows, and what its chart
 * counts.
 */
export function mapWords({
  situation: { country, start, maps, chart },
  measures,
}: Pick<Library, 'situation' | 'measures'>): MapWords {
  const [map] = maps;
  const [shown] = map?.measures ?? [];
  // The name of a series begins with its measure, which has no hyphen.
  const [measure = ''] = chart[0]?.series[0]?.split('-') ?? [];
  const counted = measures.get(measure) ?? shown;
  // A heading may break anywhere.
  const since = `since ${sayDay(start).replaceAll('\u00a0', ' ')}`;
  const of = (one: Measure | undefined) => (one ? inSentence(one.label) : flowTexts.figures);
  const line = `Line chart of ${of(counted)} from ${named(country)} by country of arrival; the`;
  const isWay = shown?.drawnAs === 'arrow';
  return {
    heading: shown?.mapHeading || map?.label || flowTexts.heading,
    mapTitle: isWay
      ? `Map of ${of(shown)} from ${named(country)}`
      : `${flowTexts.heading}: ${map?.label ?? ''}`,
    counted: isWay ? `${shown.label} ${since}` : (map?.label ?? ''),
    chartHeading: `${counted?.label ?? flowTexts.heading} by country ${since}`,
    chartAlt: `${line} values are in the table below.`,
    sheetChartAlt: `${line} newest values are in the list beside the map.`,
  };
}

/** A label within a sentence: "Border crossings" as "border crossings", "IDPs" as it is. */
const inSentence = (label: string): string =>
  /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
