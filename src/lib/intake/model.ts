import type { Day } from '#lib/values/day.ts';
import type { Published } from '#lib/values/published.ts';
import type { Mapping, Meaning } from '#lib/records/mapping.ts';
import type { CountingRule, Portal } from '#lib/records/population-groups.ts';
import type { NumberForm } from './counts.ts';
import type { Encoding } from './decoding.ts';
import type { Json } from './json-text.ts';
import type { Refusals } from './refusal.ts';
import type { RawRow } from './sheet.ts';
import type { DateForm } from './written-day.ts';

export const FORMATS = [
  'odp-json',
  'odp-csv',
  'odp-table',
  'population',
  'footnotes',
  'hapi',
  'hxl',
  'tidy',
] as const;
export type FormatId = (typeof FORMATS)[number];

/** What the keeper says beside the files. */
export interface Wishes {
  readonly source: string;
  readonly format: FormatId | null;
  readonly mapping: Mapping | null;
  readonly place: string | null;
  readonly group: string | null;
  readonly definition: string | null;
  readonly measure: string | null;
  readonly population: string | null;
  readonly asOf: string | null;
  /** The cell for all rows, in place of what group or mapping say. */
  readonly caveats: string | null;
  readonly encoding: Encoding | null;
  /** Ids of places whose other number for the same day was looked at and is meant. */
  readonly accept: readonly string[];
  /** What was decided about footnotes, by their number in the file: a caveat's code or `none`. */
  readonly footnotes: ReadonlyMap<number, string>;
  /** When the publication came out and was read. */
  readonly published: Published;
  readonly retrieved: Day;
}

/** A file with its text cut as far as that is the same for all formats. */
export interface Opened {
  readonly name: string;
  readonly encoding: string;
  /** Null for JSON. */
  readonly separator: string | null;
  readonly rows: readonly RawRow[];
  readonly json: Json | null;
  readonly refusals: Refusals;
  /** Where rows were left out while the file was read: how many it has, and how many were left out. */
  readonly lines?: number;
  readonly dropped?: number;
}

/** By which rule a number is taken: a group of a portal, or words that mapping or flags give. */
export type Ruling =
  | {
      readonly kind: 'group';
      readonly portal: Portal;
      readonly group: string;
      readonly name: string;
    }
  | {
      readonly kind: 'mapping';
      readonly mapping: Mapping;
      /** What the row itself says, before what holds for all rows. */
      readonly said: Readonly<Partial<Record<Meaning, string>>>;
    }
  | { readonly kind: 'flags' };

/** One number of a file as it is written there, with what stands beside it. */
export interface Statement {
  readonly line: number;
  readonly column: string;
  readonly name: string;
  readonly code: string;
  /** Code of the country people come from; empty where the file is about one situation. */
  readonly origin: string;
  readonly day: string;
  readonly dayColumn: string;
  /** Whether `day` is a year, of which the number is that of the last day. */
  readonly isYear: boolean;
  readonly value: string;
  readonly ruling: Ruling;
}

/** How cells of one file are written. */
export interface Writing {
  readonly dates: DateForm;
  readonly numbers: NumberForm;
  readonly places: ReadonlyMap<string, string>;
  readonly missing: ReadonlyMap<string, 'unknown' | 'not_collected' | 'withheld'>;
  readonly qualifier: string;
}

export const PLAIN_WRITING: Writing = {
  dates: 'YYYY-MM-DD',
  numbers: 'plain',
  places: new Map(),
  missing: new Map(),
  qualifier: 'exact',
};

export interface Footnote {
  readonly number: number;
  readonly line: number;
  readonly text: string;
  /** Spans of years; null for all. */
  readonly years: readonly (readonly [first: number, last: number])[] | null;
  readonly origin: string;
  readonly asylum: string;
  readonly group: string;
}

/** What one file says, before anything of it is judged. */
export interface FileReading {
  readonly file: string;
  readonly format: FormatId;
  readonly because: string;
  /** What `line` counts: lines of a text, entries of a JSON list. */
  readonly unit: 'line' | 'entry';
  readonly encoding: string;
  readonly separator: string | null;
  readonly lines: number;
  readonly columns: readonly { readonly header: string; readonly takenFor: string }[];
  readonly statements: readonly Statement[];
  readonly refusals: Refusals;
  /** Rows left aside, with why and how many. */
  readonly passed: ReadonlyMap<string, number>;
  /** What the file says of itself that sources.csv asks for. */
  readonly proposals: Readonly<Record<string, string>>;
  readonly footnotes: readonly Footnote[];
  readonly writing: Writing;
}

/** What a format makes of a file; the rest of the reading is the same for all. */
export type Understood = Pick<FileReading, 'columns' | 'statements' | 'refusals'> &
  Partial<Pick<FileReading, 'passed' | 'proposals' | 'footnotes' | 'writing' | 'unit'>>;

/** A number with all cells of its row. */
export interface Candidate {
  readonly file: string;
  readonly line: number;
  readonly unit: 'line' | 'entry';
  readonly column: string;
  /** The place it is about: where people went, or from where they came back. */
  readonly about: string;
  readonly rule: CountingRule;
  readonly asOf: string;
  /** Null where there is none, or only bounds. */
  readonly value: number | null;
  readonly cells: Readonly<Record<string, string>>;
}
