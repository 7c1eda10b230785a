import type { Mapping } from '#lib/records/mapping.ts';
import { CsvRows } from './csv-rows.ts';
import { Decoding, Undecodable } from './decoding.ts';
import type { Encoding } from './decoding.ts';
import { keeper } from './formats/mapped.ts';
import type { Opened } from './model.ts';
import { expected, ofFile, ofRow } from './refusal.ts';
import type { Refusal, Refusals } from './refusal.ts';
import { headerRefusals, joinedHeader, raggedness, separatorOf } from './sheet.ts';
import type { RawRow } from './sheet.ts';
import { MOST_ROWS } from './take-in.ts';

/** The largest table that is read through a mapping. */
export const LARGEST_TABLE = 1_000_000_000;
/** Of one kind of fault; whoever has more has a broken file. */
const MOST_FAULTS = 100;

/** A table that does not fit into memory, piece by piece: only the rows that its mapping means are kept. */
export class Sieve {
  readonly #name: string;
  readonly #mapping: Mapping;
  readonly #decoding: Decoding;
  readonly #rows: RawRow[] = [];
  readonly #refusals: Refusals = [];
  #csv: CsvRows | null = null;
  #headers: readonly string[] | null = null;
  #keeps: (cells: readonly string[]) => boolean = () => false;
  #separator = ',';
  #lines = 0;
  #dropped = 0;
  #isOver = false;

  constructor(name: string, mapping: Mapping, encoding: Encoding | null) {
    this.#name = name;
    this.#mapping = mapping;
    this.#decoding = new Decoding(encoding);
  }

  /** False once there is no use in going on. */
  push(bytes: Uint8Array, isLast = false): boolean {
    if (this.#isOver) return false;
    try {
      const text = this.#decoding.push(bytes, isLast);
      this.#cut(text, isLast);
    } catch (cause) {
      if (!(cause instanceof Undecodable)) throw cause;
      this.#stop(cause.refusal);
    }
    return !this.#isOver;
  }

  end(): Opened {
    if (!this.#isOver) this.#csv?.end();
    return {
      name: this.#name,
      encoding: this.#decoding.said,
      separator: this.#separator,
      rows: this.#rows,
      json: null,
      refusals: [...this.#refusals, ...(this.#csv?.refusals ?? [])],
      lines: this.#lines,
      dropped: this.#dropped,
    };
  }

  #cut(text: string, isLast: boolean): void {
    if (this.#csv === null) {
      const separator = this.#decoding.separator ?? separatorOf(text);
      if (typeof separator !== 'string') {
        this.#stop(separator);
        return;
      }
      this.#separator = separator;
      const firstLine = this.#decoding.separator === null ? 1 : 2;
      this.#csv = new CsvRows(separator, (cells, line) => this.#row(cells, line), firstLine);
    }
    this.#csv.push(text);
    if (isLast) this.#csv.end();
  }

  #row(cells: string[], line: number): void {
    if (this.#isOver) return;
    this.#lines = line;
    const { headerRow, headerFrom } = this.#mapping;
    if (this.#headers === null && line < (headerRow ?? 1)) {
      if (line === headerFrom) this.#rows.push({ line, cells: copied(cells) });
      return;
    }
    if (this.#headers === null) {
      const [upper] = this.#rows;
      this.#headers =
        upper === undefined ? cells.map((cell) => cell.trim()) : joinedHeader(upper.cells, cells);
      this.#rows.push({ line, cells: copied(cells) });
      this.#keeps = keeper(this.#mapping, this.#headers);
      const missing = [...this.#mapping.where.keys()].find(
        (name) => !this.#headers?.includes(name),
      );
      const [first] = headerRefusals(this.#headers, line);
      if (first !== undefined) this.#stop(first);
      else if (missing !== undefined) {
        this.#stop(
          ofFile(expected('the columns that the mapping names', missing, 'correct the mapping'), 1),
        );
      }
    } else if (cells.length !== this.#headers.length) {
      if (cells.some((cell) => cell !== '') && this.#refusals.length < MOST_FAULTS) {
        this.#refusals.push(ofRow(line, '', raggedness(cells.length, this.#headers.length)));
      }
    } else if (!this.#keeps(cells)) {
      this.#dropped += 1;
    } else if (this.#rows.length > MOST_ROWS) {
      this.#stop(
        ofFile(
          `expected at most 50,000 rows that the mapping means, found more by line ${line}; use Parquet seeds for so many, or narrow where`,
        ),
      );
    } else {
      this.#rows.push({ line, cells: copied(cells) });
    }
  }

  #stop(refusal: Refusal): void {
    this.#isOver = true;
    this.#refusals.push(refusal);
  }
}

/** A cut-out of a text keeps the whole text in memory: a few rows of each piece would keep the file. */
function copied(cells: readonly string[]): string[] {
  return JSON.parse(JSON.stringify(cells)) as string[];
}
