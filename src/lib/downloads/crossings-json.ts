import type { Figure, Library } from '#lib/records/model.ts';
import type { Day } from '#lib/values/day.ts';
import { dayNumber, lastDayOf } from '#lib/values/day.ts';
import { sideOf } from '#lib/views/breaks.ts';
import { knownOnEachDay } from '#lib/views/known.ts';
import { chartLines } from '#lib/views/chart-lines.ts';
import { isoOf, type Shape } from '#lib/drawing/chart/chart-data.ts';
import { plainLines } from '#lib/drawing/chart/plain-lines.ts';
import { drawnPersons } from '#lib/drawing/drawn-persons.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { countedText, periodText, speakerText } from '#lib/wording/figures.ts';

/** One figure of the chart in the file, with the days on which it stands. */
export interface StandingRecord {
  readonly id: string;
  /** Index of the chart's line and of its segment; segments are never joined. */
  readonly line: number;
  readonly segment: number;
  /** On which side of the breaks inside its rule it stands; neighbours on different sides are not joined either. */
  readonly side: string;
  readonly as_of: string;
  /** Days from 1970-01-01; a month stands on its last day. */
  readonly day: number;
  readonly value: number;
  /** As `Amount['kind']`: what its publisher says of its number. */
  readonly shape: Shape;
  readonly amount: string;
  readonly counts: string;
  readonly publisher: string;
  readonly source: string;
  readonly caveats: readonly string[];
  readonly definition: string;
  /** First day on which it stands, and the first on which it no longer does; empty while it stands. */
  readonly from: Day;
  readonly until: Day | '';
}

export interface CrossingsFile {
  readonly lines: readonly string[];
  readonly figures: readonly StandingRecord[];
  /** Where lines break: the name of the line, the day, and the first day on which that was known. */
  readonly breaks: readonly { readonly line: string; readonly at: string; readonly from: Day }[];
  readonly sources: Readonly<Record<string, { readonly title: string; readonly address: string }>>;
  readonly definitions: Readonly<Record<string, string>>;
  readonly caveats: Readonly<Record<string, string>>;
}

/**
 * The figures behind the chart for every day at once: the browser picks those that stand on the day of its page.
 * Sources, definitions and caveats are in the same file, named by each record.
 */
export function crossingsJson(library: Library, days: readonly Day[]): string {
  const { chart } = library.situation;
  const standing = new Map<Figure, { line: number; segment: number; from: Day; until: Day | '' }>();
  const breaks = new Map<string, CrossingsFile['breaks'][number]>();
  for (const known of knownOnEachDay(library, days)) {
    const lines = chartLines(library, known);
    for (const [index, { breaks: its }] of plainLines(lines).entries()) {
      const line = lines[index]?.place.label ?? '';
      for (const { at } of its) {
        const key = `${line} ${at}`;
        if (!breaks.has(key)) breaks.set(key, { line, at: isoOf(at), from: known.day });
      }
    }
    const stands = new Set<Figure>();
    chart.forEach(({ series }, line) => {
      series.forEach((id, segment) => {
        const superseded = known.superseded(id);
        for (const { figure } of known.standing(id)) {
          if (superseded.has(figure.id)) continue;
          stands.add(figure);
          if (!standing.has(figure)) {
            standing.set(figure, { line, segment, from: known.day, until: '' });
          }
        }
      });
    });
    for (const [figure, days] of standing) {
      if (days.until === '' && !stands.has(figure)) days.until = known.day;
    }
  }
  const records = [...standing].flatMap(([figure, days]) => record(figure, days));
  const shown = [...standing.keys()];
  const file: CrossingsFile = {
    lines: chart.map(({ place }) => place.label),
    figures: records,
    breaks: [...breaks.values()],
    sources: Object.fromEntries(
      shown.map(({ source }) => [source.id, { title: source.title, address: source.address }]),
    ),
    definitions: Object.fromEntries(
      shown.map(({ definition }) => [definition.id, `${definition.label}. ${definition.text}`]),
    ),
    caveats: Object.fromEntries(
      shown.flatMap(({ caveats }) => caveats.map(({ code, text }) => [code, text])),
    ),
  };
  return JSON.stringify(file);
}

function record(
  figure: Figure,
  days: Pick<StandingRecord, 'line' | 'segment' | 'from' | 'until'>,
): StandingRecord[] {
  const value = drawnPersons(figure.amount);
  if (value === null) return [];
  return [
    {
      id: figure.id,
      line: days.line,
      segment: days.segment,
      side: sideOf(figure),
      as_of: figure.asOf,
      day: dayNumber(lastDayOf(figure.asOf)),
      value,
      shape: figure.amount.kind,
      amount: amountText(figure.amount),
      counts: `${countedText(figure)}, ${periodText(figure)}`,
      publisher: speakerText(figure),
      source: figure.source.id,
      caveats: figure.caveats.map(({ code }) => code),
      definition: figure.definition.id,
      from: days.from,
      until: days.until,
    },
  ];
}
