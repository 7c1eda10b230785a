import { BadValue } from '#lib/values/bad-value.ts';
import type { Column, TableName } from './columns.ts';
import { seedFault } from './fault.ts';
import type { Faults } from './fault.ts';

/** Names a record whose own row is at fault: told there, not once more wherever it is named. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

type Parsers<N extends TableName> = { [C in Column<N>]?: (text: string) => unknown };
type Parsed<P> = { [C in keyof P]: P[C] extends (text: string) => infer T ? T : never };

interface RowParts<N extends TableName> {
  readonly name: N;
  readonly file: string;
  readonly line: number;
  readonly headers: readonly string[];
  readonly cells: readonly string[];
  readonly faults: Faults;
}

/** One line of a table: knows where it stands, so that parsers need not. */
export class Row<N extends TableName> {
  /** On which the row begins; a quoted cell may run on. */
  readonly line: number;
  readonly #parts: RowParts<N>;
  /** None yet in nearly every row. */
  #refused: Set<Column<N>> | null = null;

  constructor(parts: RowParts<N>) {
    this.line = parts.line;
    this.#parts = parts;
  }

  /** Below the seeds' folder. */
  get file(): string {
    return this.#parts.file;
  }

  /** A cell as written. */
  raw(column: Column<N>): string {
    return this.#parts.cells[this.#parts.headers.indexOf(column)] ?? '';
  }

  /** All cells named, each read by its parser; null, and a fault for each, when some cannot be read. */
  read<P extends Parsers<N>>(parsers: P): Parsed<P> | null {
    const values: Record<string, unknown> = {};
    let sound = true;
    for (const column of Object.keys(parsers) as Column<N>[]) {
      try {
        values[column] = parsers[column]?.(this.raw(column));
      } catch (cause) {
        // What a faulty row elsewhere brought about is told there.
        if (cause instanceof BadValue) this.refuse(column, cause.message);
        else if (!(cause instanceof Unreadable)) throw cause;
        sound = false;
      }
    }
    return sound ? (values as Parsed<P>) : null;
  }

  /** Those of the cells named that can be read and are meant; what cannot is not refused here. */
  readable<P extends Parsers<N>>(
    parsers: P,
    isMeant: (column: string) => boolean,
  ): Partial<Parsed<P>> {
    const values: Record<string, unknown> = {};
    for (const [column, parse] of Object.entries(parsers) as [
      Column<N>,
      (t: string) => unknown,
    ][]) {
      if (!isMeant(column)) continue;
      try {
        values[column] = parse(this.raw(column));
      } catch (cause) {
        if (!(cause instanceof BadValue || cause instanceof Unreadable)) throw cause;
      }
    }
    return values as Partial<Parsed<P>>;
  }

  refuse(column: Column<N>, what: string): void {
    const { file, line, faults } = this.#parts;
    this.#refused ??= new Set();
    this.#refused.add(column);
    faults.push(seedFault(file, [line, this.#place(column)], column, what));
  }

  /** Whether a fault of this cell is told already. */
  isRefused(column: Column<N>): boolean {
    return this.#refused?.has(column) ?? false;
  }

  #place(column: Column<N>): number {
    return this.#parts.headers.indexOf(column) + 1;
  }
}
