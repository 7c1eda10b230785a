import { CsvError, parse } from 'csv-parse/sync';
import { ofFile } from './refusal.ts';
import type { Refusals } from './refusal.ts';

/** One line of a table, or several where a quoted cell runs on. */
export type OnRow = (cells: string[], line: number) => void;

const LONGEST_ROW = 1_000_000;
const TOO_LONG =
  'expected rows, found one of more than a million characters; a quote may be open, or the file is no table';

/**
 * Takes text that comes in pieces and gives its rows as soon as they are whole, so that a file need not fit into memory.
 * Whole rows are cut by csv-parse; where no quote is among them a separator can mean nothing else, and they are split.
 */
export class CsvRows {
  readonly refusals: Refusals = [];
  readonly #separator: string;
  readonly #onRow: OnRow;
  #rest = '';
  #line = 1;
  #isOver = false;

  constructor(separator: string, onRow: OnRow, firstLine = 1) {
    this.#separator = separator;
    this.#onRow = onRow;
    this.#line = firstLine;
  }

  push(text: string): void {
    if (this.#isOver) return;
    const all = this.#rest + text;
    const end = endOfWholeRows(all);
    this.#rest = all.slice(end);
    this.#take(all.slice(0, end));
    if (this.#rest.length > LONGEST_ROW) this.#refuse(TOO_LONG, this.#line);
  }

  end(): void {
    const last = this.#rest;
    this.#rest = '';
    if (this.#isOver || last === '') return;
    if (endOfWholeRows(`${last}\n`) <= last.length) {
      this.#refuse(
        'expected a closing quote, found the end of the file; close the quote opened in this row',
        this.#line,
      );
    } else {
      this.#take(`${last}\n`);
    }
  }

  /** No row more is given. */
  stop(): void {
    this.#isOver = true;
  }

  #take(text: string): void {
    if (text === '') return;
    for (const cells of this.#rowsOf(text)) {
      if (this.#isOver) return;
      const line = this.#line;
      let length = 0;
      let lines = 1;
      for (const cell of cells) {
        length += cell.length;
        if (cell.includes('\n')) lines += cell.split('\n').length - 1;
      }
      if (length > LONGEST_ROW) {
        this.#refuse(TOO_LONG, line);
        return;
      }
      this.#line += lines;
      this.#onRow(cells, line);
    }
  }

  #rowsOf(text: string): Iterable<string[]> {
    if (!text.includes('"')) return splitRows(text, this.#separator);
    try {
      return parse(text, {
        delimiter: this.#separator,
        relax_column_count: true,
        record_delimiter: ['\r\n', '\n'],
      });
    } catch (cause) {
      if (!(cause instanceof CsvError)) throw cause;
      const within = typeof cause['lines'] === 'number' ? cause['lines'] : 1;
      this.#refuse(
        'expected quotes around a whole cell, found one inside; write "" for a quote inside quotes',
        this.#line + within - 1,
      );
      return [];
    }
  }

  #refuse(what: string, line: number): void {
    this.stop();
    this.refusals.push(ofFile(what, line));
  }
}

function* splitRows(text: string, separator: string): Generator<string[]> {
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    const stop = end > start && text[end - 1] === '\r' ? end - 1 : end;
    yield text.slice(start, stop).split(separator);
    start = end + 1;
  }
}

/** Behind the last line end that stands outside quotes: every second quote closes, a doubled one closes and opens again. */
function endOfWholeRows(text: string): number {
  let end = 0;
  let open = text.indexOf('"');
  for (let from = 0; ;) {
    const last = text.lastIndexOf('\n', open === -1 ? text.length : open);
    if (last >= from) end = last + 1;
    if (open === -1) return end;
    const close = text.indexOf('"', open + 1);
    if (close === -1) return end;
    from = close;
    open = text.indexOf('"', close + 1);
  }
}
