import type { Figure } from '#lib/records/model.ts';
import type { SeriesChartData, SeriesValue } from '#lib/drawing/chart/chart-data.ts';
import type { SeriesData } from '#lib/drawing/chart/series-data.ts';
import { publishedIso } from '#lib/wording/days.ts';
import { countedText, periodText, speakerText } from '#lib/wording/figures.ts';

/** One value with the words that belong to it; what is said of many stands once in the file and is named here. */
export interface SeriesChartRecord extends SeriesValue {
  readonly counts: string;
  readonly days: string;
  readonly publisher: string;
  readonly definition: string;
  readonly caveats: readonly string[];
}

export interface SeriesChartFile extends SeriesChartData {
  readonly figures: readonly SeriesChartRecord[];
  readonly sources: Readonly<
    Record<string, { readonly title: string; readonly address: string; readonly published: string }>
  >;
  readonly definitions: Readonly<Record<string, string>>;
  readonly caveats: Readonly<Record<string, string>>;
}

/** Both charts of a series for every day at once: the browser draws what was known on the day that a reader chose. */
export function seriesChartJson({ behind, ...data }: SeriesData): string {
  const file: SeriesChartFile = {
    ...data,
    figures: data.figures.flatMap((value, index) => {
      const figure = behind[index];
      return figure ? [{ ...value, ...wordsOf(figure) }] : [];
    }),
    sources: Object.fromEntries(
      behind.map(({ source: { id, title, address, published } }) => [
        id,
        { title, address, published: publishedIso(published) ?? '' },
      ]),
    ),
    definitions: Object.fromEntries(
      behind.map(({ definition }) => [definition.id, `${definition.label}. ${definition.text}`]),
    ),
    caveats: Object.fromEntries(
      behind.flatMap(({ caveats }) => caveats.map(({ code, text }) => [code, text])),
    ),
  };
  return JSON.stringify(file);
}

const wordsOf = (figure: Figure) => ({
  counts: countedText(figure),
  days: periodText(figure),
  publisher: speakerText(figure),
  definition: figure.definition.id,
  caveats: figure.caveats.map(({ code }) => code),
});
