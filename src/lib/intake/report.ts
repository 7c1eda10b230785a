import { figureId } from '#lib/records/figure-id.ts';
import type { Figure, Library } from '#lib/records/model.ts';
import { figureSentence } from '#lib/wording/figures.ts';
import type { FindingRecord } from '#lib/wording/findings.ts';
import type { Judged, Verdict } from './judge.ts';
import { SEPARATOR_NAMES } from './sheet.ts';
import type { Intake } from './take-in.ts';

export interface ReportRow {
  readonly file: string;
  /** A line of a text, an entry of a JSON list; 0 for the whole file. */
  readonly at: number;
  readonly unit: 'line' | 'entry';
  readonly column: string;
  readonly verdict: Verdict;
  readonly about: string;
  readonly measure: string;
  readonly definition: string;
  readonly asOf: string;
  readonly value: string;
  /** The source of the figure that it confirms, revises or is taken for. */
  readonly known: string;
  readonly reasons: readonly string[];
}

/** One document for people and machines: what was understood, and what would become of each row. */
export interface Report {
  readonly source: string;
  readonly files: readonly {
    readonly file: string;
    readonly format: string;
    readonly because: string;
    readonly encoding: string;
    readonly separator: string;
    readonly lines: number;
    readonly unit: 'line' | 'entry';
    readonly columns: readonly { readonly header: string; readonly takenFor: string }[];
  }[];
  readonly understood: readonly {
    readonly measure: string;
    readonly statistic: string;
    readonly population: string;
    readonly definition: string;
    readonly rule: string;
    readonly publisher: string;
    readonly figures: number;
    readonly places: readonly string[];
    readonly firstDay: string;
    readonly lastDay: string;
  }[];
  readonly rows: readonly ReportRow[];
  readonly leftAside: readonly { readonly why: string; readonly rows: number }[];
  readonly footnotes: readonly {
    readonly footnote: number;
    readonly text: string;
    readonly figures: number;
    readonly decision: string | null;
  }[];
  readonly proposals: Readonly<Record<string, string>>;
  /** What readers would see that is new. */
  readonly sentences: readonly string[];
  readonly revisions: readonly { readonly old: string; readonly new: string }[];
  readonly counts: Readonly<Record<Verdict, number>>;
  /** Flags that sources.csv still needs. */
  readonly missing: readonly string[];
  /** Faults of the seeds as they would be. */
  readonly faults: readonly string[];
  /** What would be odd about them without being so by now, as the check tells it. */
  readonly findings: readonly FindingRecord[];
  /** Where it is signed. */
  readonly signedIn: string;
}

export function reportOf(
  intake: Intake,
  {
    source,
    home,
    planned,
    missing,
    faults,
    findings,
    signedIn,
  }: {
    source: string;
    home: string;
    planned: Library | null;
    missing: readonly string[];
    faults: readonly string[];
    findings: readonly FindingRecord[];
    signedIn: string;
  },
): Report {
  const figures = new Map((planned?.figures ?? []).map((figure) => [figure.id, figure]));
  const figureOf = ({ candidate }: Judged): Figure | null => {
    const { cells, rule } = candidate;
    const cell = (name: string) => cells[name] ?? '';
    const id = figureId(
      {
        source,
        measure: cell('measure'),
        population: cell('population'),
        origin: cell('origin'),
        place: cell('place'),
        definition: cell('definition'),
        periodStart: cell('period_start') || null,
        asOf: cell('as_of'),
      },
      home,
      rule.definition.statistic,
    );
    return figures.get(id) ?? null;
  };
  const counts = { adds: 0, same: 0, revises: 0, refuses: intake.refusals.length };
  for (const { verdict } of intake.judged) counts[verdict] += 1;
  const sentences: string[] = [];
  const revisions: { old: string; new: string }[] = [];
  for (const one of intake.judged) {
    const figure = one.verdict === 'adds' || one.verdict === 'revises' ? figureOf(one) : null;
    if (figure === null) continue;
    if (one.verdict === 'revises' && one.known !== null)
      revisions.push({ old: figureSentence(one.known), new: figureSentence(figure) });
    else sentences.push(figureSentence(figure));
  }
  return {
    source,
    files: intake.readings.map(
      ({ file, format, because, encoding, separator, lines, unit, columns }) => ({
        ...{ file, format, because, encoding, lines, unit, columns },
        separator: separator === null ? 'JSON' : (SEPARATOR_NAMES[separator] ?? separator),
      }),
    ),
    understood: understoodOf(intake.judged, home),
    rows: [
      ...intake.judged.map(rowOf),
      ...intake.refusals.map(({ file, line, unit, column, what }): ReportRow => ({
        ...{
          file,
          unit,
          column,
          at: line,
          verdict: 'refuses',
          about: '',
          measure: '',
          definition: '',
        },
        ...{ asOf: '', value: '', known: '', reasons: [what] },
      })),
    ],
    leftAside: [...intake.passed].map(([why, rows]) => ({ why, rows })),
    footnotes: intake.touching.map(({ footnote, decision, figures: n }) => ({
      footnote: footnote.number,
      text: footnote.text,
      figures: n,
      decision,
    })),
    proposals: intake.proposals,
    ...{ sentences, revisions, counts, missing, faults, findings, signedIn },
  };
}

function rowOf({ candidate, verdict, known, reasons }: Judged): ReportRow {
  const { file, line, unit, column, about, rule, asOf, cells } = candidate;
  return {
    ...{ file, unit, column, at: line, verdict, about, asOf, reasons },
    measure: rule.measure.id,
    definition: rule.definition.id,
    value: saidValue(cells),
    known: known?.source.id ?? '',
  };
}

function understoodOf(judged: readonly Judged[], home: string): Report['understood'] {
  const groups = new Map<string, Judged[]>();
  for (const one of judged) {
    const { rule } = one.candidate;
    const key = `${rule.measure.id}|${rule.population.id}|${rule.definition.id}`;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [one]);
    else list.push(one);
  }
  return [...groups.values()].flatMap((list) => {
    const [first] = list;
    if (first === undefined) return [];
    const { rule } = first.candidate;
    const days = list.map(({ candidate }) => candidate.asOf).sort();
    return [
      {
        measure: rule.measure.id,
        statistic: rule.definition.statistic,
        population: rule.population.id,
        definition: rule.definition.id,
        rule: `${rule.definition.label}: ${rule.definition.text}`,
        publisher: rule.definition.publisher.name,
        figures: list.length,
        places: [...new Set(list.map(({ candidate }) => candidate.about))].filter(
          (id) => id !== home || list.length === 1,
        ),
        firstDay: days[0] ?? '',
        lastDay: days.at(-1) ?? '',
      },
    ];
  });
}

/** A number alone where it is one; bounds with their words, so that a misplaced sign is seen. */
function saidValue({
  value = '',
  value_high: high = '',
  qualifier = '',
}: Judged['candidate']['cells']): string {
  if (value === '') return qualifier;
  if (high !== '') return `${value} to ${high}`;
  return qualifier === 'exact' ? value : `${qualifier.replace('_', ' ')} ${value}`;
}
