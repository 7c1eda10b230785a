import type { Day } from '#lib/values/day.ts';
import type { TableText } from '#lib/records/figures.ts';
import { readLibraries } from '#lib/records/library.ts';
import type { Library } from '#lib/records/model.ts';
import { findingRecord } from '#lib/wording/findings.ts';
import { oddAhead } from '#lib/views/quality/ahead.ts';
import { FORMATS } from './model.ts';
import type { Opened } from './model.ts';
import { LARGEST_WHOLE, isWorkbook, openFile } from './opened.ts';
import type { Refusal } from './refusal.ts';
import { reportOf } from './report.ts';
import type { Report } from './report.ts';
import { reportLines } from './report-lines.ts';
import type { ReportLine } from './report-lines.ts';
import { LARGEST_TABLE, Sieve } from './sieve.ts';
import { takeOpened } from './take-in.ts';
import type { Intake } from './take-in.ts';
import { wishesOf } from './wishes.ts';
import type { Asked, Flags } from './wishes.ts';
import { intakeWords } from './words.ts';
import type { IntakeWords } from './words.ts';
import { NOT_GIVEN, missingFor, plannedFiles } from './write-plan.ts';

export interface Plan {
  readonly report: Report;
  /** What would be written, by path; nothing while `obstacles` hinder it. */
  readonly files: Readonly<Record<string, string>>;
  /** Figures among them. */
  readonly taken: number;
}

/** For the dry run alone, so that its sentences can be read before the source is described. */
const STAND_INS = {
  title: 'a source that is not named yet',
  kind: 'dataset',
  address: 'https://example.org/',
  licence: 'not stated',
  redistribution: 'cite',
};

/** One import from its flags to the files that it would write; what touches the disk is done elsewhere. */
export class Importing {
  static readonly formats = FORMATS;
  static readonly largestWhole = LARGEST_WHOLE;
  static readonly largestTable = LARGEST_TABLE;
  readonly #library: Library;
  readonly #texts: Readonly<Record<string, string>>;
  readonly #today: Day;
  readonly #words: IntakeWords;
  readonly #tables: Readonly<Record<string, TableText>>;
  #asked: Asked | null = null;
  #mappingText: string | null = null;

  /** `texts` and `tables` are the seeds from which `library` was read, those of other situations too. */
  constructor(
    library: Library,
    texts: Readonly<Record<string, string>>,
    today: Day,
    tables: Readonly<Record<string, TableText>> = {},
  ) {
    this.#tables = tables;
    this.#library = library;
    this.#texts = texts;
    this.#today = today;
    this.#words = intakeWords(library, texts);
  }

  /** Null, or all that is wrong with how it was asked. A mapping that is kept with the source is used; no other takes its place. */
  ask(format: string | null, flags: Flags, mappingText: string | null): readonly string[] | null {
    const pathOf = (source: string) => `${this.#library.situation.id}/mappings/${source}.yaml`;
    this.#mappingText = mappingText ?? this.#texts[pathOf(flags.source ?? '')] ?? null;
    const asked = wishesOf(format, flags, this.#mappingText, this.#words, this.#today);
    if ('usage' in asked) return asked.usage;
    const path = pathOf(asked.wishes.source);
    const kept = this.#texts[path];
    if (mappingText !== null && kept !== undefined && kept !== mappingText)
      return [
        `--mapping: expected the mapping that is kept with ${asked.wishes.source} (${path}), found another. The kept one can read its file again. Leave --mapping out, or write what is new into the kept one. Several number columns of one table are listed under values`,
      ];
    this.#asked = asked;
    return null;
  }

  open(name: string, bytes: Uint8Array): Opened | Refusal {
    return openFile(name, bytes, this.#wishes.encoding);
  }

  /** Of an XLSX file its one sheet; of any other what `open` makes of it. */
  async openAny(name: string, bytes: Uint8Array): Promise<Opened | Refusal> {
    if (!isWorkbook(bytes)) return this.open(name, bytes);
    // Loaded only where it is needed: most files are text.
    const { openWorkbook } = await import('./workbook.ts');
    return openWorkbook(name, bytes);
  }

  /** For a table too large to be read whole; null without a mapping. */
  sieve(name: string): Sieve | null {
    const { mapping, encoding } = this.#wishes;
    return mapping === null ? null : new Sieve(name, mapping, encoding);
  }

  /** What would become of the files, and of the seeds with them. */
  plan(opened: readonly { readonly name: string; readonly opened: Opened | Refusal }[]): Plan {
    const intake = takeOpened(opened, this.#wishes, this.#words);
    const rows = intake.judged.filter(({ verdict }) => verdict === 'adds' || verdict === 'revises');
    const candidates = rows.map(({ candidate }) => candidate);
    const { newSource, missing } = this.#newSource(intake, candidates.length);
    const source = this.#wishes.source || 'not-named-yet';
    const parts = { texts: this.#texts, library: this.#library, source, newSource, candidates };
    const files =
      candidates.length === 0 ? {} : plannedFiles({ ...parts, mapping: this.#mappingText });
    const readings =
      candidates.length === 0
        ? []
        : readLibraries({ ...this.#texts, ...files }, this.#today, this.#tables);
    const { id } = this.#library.situation;
    const after = readings.find(({ library }) => library?.situation.id === id);
    const odd = after === undefined ? [] : oddAhead(this.#library, after);
    const report = reportOf(intake, {
      source: this.#wishes.source,
      home: this.#library.situation.country.id,
      planned: after?.library ?? null,
      missing,
      faults: readings.flatMap(({ faults }) => faults.map(({ message }) => message)),
      findings: odd.map((finding) => findingRecord(finding, 'unsigned')),
      signedIn: `${id}/signed.csv`,
    });
    return { report, files, taken: candidates.length };
  }

  lines(report: Report): ReportLine[] {
    return reportLines(report);
  }

  get #wishes() {
    if (this.#asked === null) throw new Error('Nothing was asked for yet.');
    return this.#asked.wishes;
  }

  #newSource(intake: Intake, taken: number) {
    const given = this.#asked?.source ?? null;
    if (given === null || taken === 0) return { newSource: null, missing: [] };
    const publishers = new Set(
      intake.judged.map(({ candidate }) => candidate.rule.definition.publisher.id),
    );
    const [only = ''] = publishers;
    const cells: Record<string, string> = {
      ...given,
      publisher: given['publisher'] || (publishers.size === 1 ? only : ''),
    };
    const said = Object.entries({
      ...cells,
      publisher: cells['publisher'] || only,
      retrieved: cells['retrieved'] || this.#today,
    });
    return {
      newSource: {
        ...STAND_INS,
        ...Object.fromEntries(said.filter(([, text]) => text !== '' && text !== NOT_GIVEN)),
      },
      missing: [...(this.#wishes.source === '' ? ['--source'] : []), ...missingFor(cells)],
    };
  }
}
