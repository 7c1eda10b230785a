import { byCause, MOST_PLACES, oddCauses, oddLines } from '#lib/wording/causes.js';
import { oddAheadText } from '#lib/wording/findings.ts';
import { counted, leftAsideText } from '#lib/wording/left-aside.ts';
import type { Verdict } from './judge.ts';
import type { Report, ReportRow } from './report.ts';

/** How a line is set on a terminal. */
export type Tone = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'plain';
export interface ReportLine {
  readonly tone: Tone;
  readonly text: string;
}

const MOST_SHOWN = 60;
const MOST_SENTENCES = 20;
const WORDS: Readonly<Record<Verdict, string>> = {
  adds: 'adds',
  same: 'same as known',
  revises: 'revises',
  refuses: 'refuses',
};
const TONES: Readonly<Record<Verdict, Tone>> = {
  adds: 'green',
  same: 'dim',
  revises: 'yellow',
  refuses: 'red',
};

/** The report for people: how the files were read, what becomes of their rows, what readers would see. */
export function reportLines(report: Report): ReportLine[] {
  return [
    ...filesIn(report),
    ...understoodIn(report),
    ...rowsIn(report),
    ...newsIn(report),
    ...oddIn(report),
    ...endOf(report),
  ];
}

const plain = (text = ''): ReportLine => ({ tone: 'plain', text });

function filesIn({ files, proposals, footnotes }: Report): ReportLine[] {
  return [
    ...files.flatMap((file) => [
      { tone: 'bold', text: file.file } as const,
      plain(`  Read as: ${file.format}, because ${file.because}`),
      plain(
        `  ${file.encoding}; ${file.separator === 'JSON' ? 'JSON' : `cells separated by ${file.separator}`}; ${file.unit === 'line' ? counted(file.lines, 'line') : counted(file.lines, 'entry', 'entries')}`,
      ),
      ...file.columns
        .filter(({ takenFor }) => takenFor !== 'not read')
        .map(({ header, takenFor }) => plain(`  ${header}: ${takenFor}`)),
      ...unread(file.columns),
    ]),
    ...Object.entries(proposals).map(([name, value]) =>
      plain(`  The file says of itself: ${name} ${value}; use it with --${name} if it is right`),
    ),
    ...footnotes.map(({ footnote, text, figures, decision }) =>
      plain(
        `  Footnote ${footnote} touches ${figures} of the numbers: ${text} (${decision === null ? 'not decided' : `decided: ${decision}`})`,
      ),
    ),
  ];
}

function unread(columns: Report['files'][number]['columns']): ReportLine[] {
  const names = columns
    .filter(({ takenFor }) => takenFor === 'not read')
    .map(({ header }) => header);
  return names.length === 0 ? [] : [{ tone: 'dim', text: `  not read: ${names.join(', ')}` }];
}

function understoodIn({ understood, leftAside }: Report): ReportLine[] {
  return [
    ...understood.flatMap(
      ({
        measure,
        statistic,
        population,
        definition,
        rule,
        publisher,
        figures,
        places,
        firstDay,
        lastDay,
      }) => [
        plain(),
        plain(
          `${counted(figures, 'number')} for ${measure} (${statistic}) of ${population}, ${publisher}, as of ${firstDay === lastDay ? firstDay : `${firstDay} to ${lastDay}`}`,
        ),
        plain(`  counted by ${definition}: ${rule}`),
        plain(`  places: ${places.join(', ')}`),
      ],
    ),
    ...leftAside.map(
      ({ why, rows }) =>
        ({ tone: 'dim', text: `Left aside: ${leftAsideText(why, rows)}` }) as const,
    ),
  ];
}

function rowsIn({ rows, files }: Report): ReportLine[] {
  if (rows.length === 0) return [];
  const shown = (['adds', 'revises', 'same', 'refuses'] as const).flatMap((verdict) => {
    const all = rows.filter((row) => row.verdict === verdict);
    if (verdict === 'refuses') return refusedIn(all, files.length > 1);
    const list = all;
    const most = verdict === 'same' ? 5 : MOST_SHOWN;
    const more = list.length - most;
    return [
      ...list.slice(0, most).flatMap((row) => rowLines(row, files.length > 1)),
      ...(more > 0 ? [plain(`… and ${more} more: ${WORDS[verdict]} (--json lists all)`)] : []),
    ];
  });
  return [plain(), ...shown];
}

/** Refused rows, each cause once: they differ in no more than what was found, and in where. */
function refusedIn(rows: readonly ReportRow[], named: boolean): ReportLine[] {
  const causes = byCause(rows, (row) => {
    const cause = row.reasons.join(' ').replace(/found "[^"]*"/g, 'found');
    return [row.file, row.column, row.at === 0 ? 'file' : row.unit, cause].join('|');
  });
  const more = causes.length - MOST_SHOWN;
  return [
    ...causes.slice(0, MOST_SHOWN).flatMap((list) => {
      const [first, ...others] = list;
      if (first === undefined) return [];
      const [head, ...reasons] = rowLines(first, named);
      if (others.length === 0 || head === undefined) return [...(head ? [head] : []), ...reasons];
      const places = list.slice(0, MOST_PLACES).map(({ at }) => at);
      const rest = list.length - places.length;
      const where = `${first.file}, ${first.unit === 'line' ? 'lines' : 'entries'} ${places.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
      const column = first.column === '' ? '' : `, ${short(first.column)}`;
      const text = `${WORDS.refuses.padEnd(13)} ${where}${column} (${list.length} times):`;
      return [{ tone: head.tone, text }, ...reasons];
    }),
    ...(more > 0 ? [plain(`… and ${more} more: ${WORDS.refuses} (--json lists all)`)] : []),
  ];
}

function rowLines(row: ReportRow, named: boolean): ReportLine[] {
  const where =
    row.at === 0
      ? row.file
      : `${named || row.about === '' ? `${row.file}, ` : ''}${row.unit} ${row.at}${row.column === '' ? '' : `, ${short(row.column)}`}`;
  const what = row.about === '' ? '' : ` ${row.about} ${row.asOf} ${row.value} ${row.measure}`;
  const known = row.known === '' || row.verdict === 'refuses' ? '' : ` (${row.known})`;
  return [
    { tone: TONES[row.verdict], text: `${WORDS[row.verdict].padEnd(13)} ${where}:${what}${known}` },
    ...row.reasons.map((reason) => plain(`    ${reason}`)),
  ];
}

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

function newsIn({ sentences, revisions }: Report): ReportLine[] {
  const more = sentences.length - MOST_SENTENCES;
  return [
    ...(sentences.length > 0 ? [plain(), { tone: 'bold', text: 'New for readers' } as const] : []),
    ...sentences.slice(0, MOST_SENTENCES).map((sentence) => plain(`  ${sentence}`)),
    ...(more > 0 ? [plain(`  … and ${more} more (--json lists all)`)] : []),
    ...(revisions.length > 0
      ? [plain(), { tone: 'bold', text: 'Revised by the publisher' } as const]
      : []),
    ...revisions
      .slice(0, MOST_SENTENCES)
      .flatMap(({ old, new: now }) => [plain(`  was: ${old}`), plain(`  now: ${now}`)]),
    ...(revisions.length > MOST_SENTENCES
      ? [plain(`  … and ${revisions.length - MOST_SENTENCES} more`)]
      : []),
  ];
}

function oddIn({ findings, signedIn }: Report): ReportLine[] {
  if (findings.length === 0) return [];
  return [
    plain(),
    { tone: 'bold', text: 'Odd about it' },
    ...oddCauses(findings).flatMap((list) => {
      const more = list.length - MOST_PLACES;
      return [
        ...oddLines(list).map(
          ({ text, isToSign }) => ({ tone: isToSign ? 'dim' : 'plain', text }) as const,
        ),
        ...(more > 0 ? [plain(`  and ${more} more (--json lists all)`)] : []),
      ];
    }),
    plain(),
    { tone: 'yellow', text: oddAheadText(findings.length, signedIn) },
  ];
}

function endOf({ counts, missing, faults, source }: Report): ReportLine[] {
  return [
    plain(),
    ...(missing.length > 0
      ? [
          {
            tone: 'yellow',
            text: `To list ${source === '' ? 'the source' : source} in sources.csv still needed: ${missing.join(' ')}`,
          } as const,
        ]
      : []),
    ...faults.map((fault) => ({ tone: 'red', text: fault }) as const),
    {
      tone: 'bold',
      text: `${counts.adds} to add, ${counts.revises} to revise, ${counts.same} the same as known, ${counts.refuses} refused`,
    },
  ];
}
