import { leftAsideText } from '#lib/wording/left-aside.ts';
import { touches } from './formats/footnotes.ts';
import { judge } from './judge.ts';
import type { Judged } from './judge.ts';
import type { Candidate, FileReading, Footnote, Opened, Wishes } from './model.ts';
import { openFile } from './opened.ts';
import { readFile } from './recognise.ts';
import { ofFile } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { resolve } from './resolve.ts';
import { suspectsIn } from './suspects.ts';
import type { IntakeWords } from './words.ts';

/** More rows than a person can look through, or a spreadsheet keep in order. */
export const MOST_ROWS = 50_000;
/** Whoever has more refused has another kind of file. */
const MOST_REFUSED = 1_000;

export interface RefusedRow extends Refusal {
  readonly file: string;
  readonly unit: 'line' | 'entry';
}

/** What an import makes of its files, before anything is written. */
export interface Intake {
  readonly readings: readonly FileReading[];
  readonly judged: readonly Judged[];
  readonly refusals: readonly RefusedRow[];
  /** Rows left aside, with why and how many. */
  readonly passed: ReadonlyMap<string, number>;
  readonly proposals: Readonly<Record<string, string>>;
  /** Remarks of the publisher about numbers taken here, with what was decided. */
  readonly touching: readonly {
    readonly footnote: Footnote;
    readonly decision: string | null;
    readonly figures: number;
  }[];
}

/** Reads files together. Never throws for what stands in them. */
export function takeIn(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  wishes: Wishes,
  words: IntakeWords,
): Intake {
  return takeOpened(
    files.map(({ name, bytes }) => ({ name, opened: openFile(name, bytes, wishes.encoding) })),
    wishes,
    words,
  );
}

/** The same for files whose rows somebody else has cut. */
export function takeOpened(
  files: readonly { readonly name: string; readonly opened: Opened | Refusal }[],
  wishes: Wishes,
  words: IntakeWords,
): Intake {
  const readings: FileReading[] = [];
  const refusals: RefusedRow[] = [];
  const told = new Set<string>();
  const refuse = (file: string, unit: 'line' | 'entry', list: readonly Refusal[]) => {
    for (const one of list) {
      // A row with several numbers has one place and one day: what is wrong with them is told once.
      const name = JSON.stringify([file, one.line, one.column, one.what]);
      if (told.has(name)) continue;
      told.add(name);
      refusals.push({ ...one, file, unit });
    }
  };
  for (const { name, opened } of files) {
    if ('what' in opened) {
      refuse(name, 'line', [opened]);
      continue;
    }
    const reading = readFile({ ...opened, name }, wishes, words);
    if ('what' in reading) {
      refuse(name, 'line', [reading, ...suspectsIn(opened, wishes, words)]);
    } else {
      readings.push(reading);
      refuse(name, reading.unit, reading.refusals);
    }
  }
  const passed = new Map<string, number>();
  const count = (why: string, n = 1) => passed.set(why, (passed.get(why) ?? 0) + n);
  const candidates: Candidate[] = [];
  for (const reading of readings) {
    for (const [why, n] of reading.passed) count(why, n);
    // A file that cannot be trusted as a whole gives no rows.
    if (reading.refusals.some(({ whole }) => whole)) continue;
    for (const statement of reading.statements) {
      const resolved = resolve(statement, reading, wishes, words);
      if ('passed' in resolved) count(resolved.passed);
      else if ('cells' in resolved) candidates.push(resolved);
      else refuse(reading.file, reading.unit, [resolved]);
      if (refusals.length > MOST_REFUSED || candidates.length > MOST_ROWS) break;
    }
  }
  if (candidates.length > MOST_ROWS) {
    const what = 'expected at most 50,000 figures, found more; use Parquet seeds for so many';
    refuse(files[0]?.name ?? '', 'line', [ofFile(what)]);
    candidates.length = 0;
  }
  if (refusals.length > MOST_REFUSED) {
    const what = `expected a file of which most can be taken, found more than ${MOST_REFUSED} rows refused; the rest was not read`;
    refuse(files[0]?.name ?? '', 'line', [ofFile(what)]);
    candidates.length = 0;
  }
  const hasTables = readings.some(({ format }) => format !== 'footnotes');
  if (candidates.length === 0 && refusals.length === 0) {
    const aside = [...passed].map(([why, n]) => leftAsideText(why, n)).join('; ');
    const found = !hasTables
      ? `footnotes alone (${notesAbout(readings, words.library.situation.country.id)}); give the population.csv of the same download beside them`
      : `none${aside === '' ? '' : ` (${aside})`}; nothing is to be taken from it`;
    refuse(files[0]?.name ?? '', 'line', [
      ofFile(`expected rows about this situation, found ${found}`),
    ]);
  }
  const { decided, touching } = decideFootnotes(candidates, readings, wishes);
  const proposals = Object.assign({}, ...readings.map((reading) => reading.proposals)) as Record<
    string,
    string
  >;
  return {
    readings,
    judged: decided(judge(candidates, wishes, words)),
    refusals,
    passed,
    proposals,
    touching,
  };
}

/** How many remarks there are, and which could touch figures of people from `home`. */
function notesAbout(readings: readonly FileReading[], home: string): string {
  const notes = readings.flatMap(({ footnotes }) => footnotes);
  const near = notes.filter(
    ({ origin, asylum }) =>
      (['', home].includes(origin) && asylum === '') || origin === home || asylum === home,
  );
  const numbers = near.map(({ number }) => number).join(', ');
  return `${notes.length} were read${near.length === 0 ? '' : `, of which ${numbers} could touch people from ${home} anywhere`}`;
}

/** A remark of the publisher is no caveat by itself, and no figure it touches is taken before somebody has read it. */
function decideFootnotes(
  candidates: readonly Candidate[],
  readings: readonly FileReading[],
  wishes: Wishes,
) {
  const notes = readings.flatMap(({ footnotes }) => footnotes);
  const groups = new Map(
    readings
      .flatMap(({ statements }) => statements)
      .map(({ column, ruling }) => [column, ruling.kind === 'group' ? ruling.group : '']),
  );
  const touched = new Map<Candidate, Footnote[]>();
  for (const candidate of candidates) {
    const { cells, about, column } = candidate;
    const found = notes.filter((note) =>
      touches(
        note,
        Number((cells['as_of'] ?? '').slice(0, 4)),
        cells['origin'] ?? '',
        about,
        groups.get(column) ?? '',
      ),
    );
    if (found.length > 0) touched.set(candidate, found);
  }
  const decided = (judged: readonly Judged[]): Judged[] =>
    judged.map((one) => {
      const found = touched.get(one.candidate) ?? [];
      const open = found.filter(({ number }) => !wishes.footnotes.has(number));
      if (one.verdict === 'same' || found.length === 0) return one;
      if (open.length > 0) {
        const list = open
          .map(
            ({ number, text }) =>
              `${number}: “${text.length > 160 ? `${text.slice(0, 160)}…` : text}”`,
          )
          .join(' ');
        const reason = `expected a decision about each of the publisher’s footnotes that touch it, found none for ${list}; say which caveat tells it, or that none is needed (${open.map(({ number }) => `--footnote ${number}=CODE|none`).join(' ')})`;
        return { ...one, verdict: 'refuses', reasons: [...one.reasons, reason] };
      }
      const codes = found
        .map(({ number }) => wishes.footnotes.get(number) ?? 'none')
        .filter((code) => code !== 'none');
      const own = (one.candidate.cells['caveats'] ?? '')
        .split(';')
        .filter((code) => code !== 'none' && code !== '');
      const caveats = [...new Set([...own, ...codes])].join(';') || 'none';
      return {
        ...one,
        candidate: { ...one.candidate, cells: { ...one.candidate.cells, caveats } },
      };
    });
  const touching = notes.flatMap((footnote) => {
    const figures = [...touched.values()].filter((found) => found.includes(footnote)).length;
    return figures === 0
      ? []
      : [{ footnote, decision: wishes.footnotes.get(footnote.number) ?? null, figures }];
  });
  return { decided, touching };
}
