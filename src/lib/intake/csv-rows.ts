import { ofFile, ofRow } from './refusal.ts';
import type { Refusals } from './refusal.ts';

/** One line of a table, or several where a quoted cell runs on. */
export type OnRow = (cells: string[], line: number) => void;

const LONGEST_ROW = 1_000_000;
const MOST_REFUSED = 1_000;
const TOO_LONG =
  'expected rows, found one of more than a million characters; a quote may be open, or the file is no table';

/**
 * Cuts text that comes in pieces into rows of cells (RFC 4180), and says where quotes stand wrongly. Rows are given as soon as
 * they are whole, so that a file need not fit into memory.
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
    let start = 0;
    let quote = all.indexOf('"');
    for (let end = all.indexOf('\n'); end !== -1; end = all.indexOf('\n', start)) {
      if (this.#isOver) return;
      if (quote !== -1 && quote < start) quote = all.indexOf('"', start);
      if (quote !== -1 && quote < end) {
        end = this.#endOfQuoted(all, start);
        if (end === -1) break;
      }
      this.#row(all.slice(start, all[end - 1] === '\r' && end > start ? end - 1 : end));
      start = end + 1;
    }
    this.#rest = all.slice(start);
    if (this.#rest.length <= LONGEST_ROW) return;
    this.#isOver = true;
    this.refusals.push(ofFile(TOO_LONG, this.#line));
  }

  end(): void {
    if (this.#isOver || this.#rest === '') return;
    const last = this.#rest.replace(/\r$/, '');
    this.#rest = '';
    if (last.includes('"') && this.#endOfQuoted(`${last}\n`, 0) === -1) {
      const what =
        'expected a closing quote, found the end of the file; close the quote opened in this row';
      this.refusals.push(ofFile(what, this.#line));
    } else {
      this.#row(last);
    }
  }

  /** No row more is given. */
  stop(): void {
    this.#isOver = true;
  }

  /** Where the row ends that begins at `start`: the first line end outside quotes; -1 where it is not there yet. */
  #endOfQuoted(text: string, start: number): number {
    let isOpen = false;
    for (let at = start; at < text.length; at += 1) {
      const letter = text.charCodeAt(at);
      if (letter === 34) isOpen = !isOpen;
      else if (letter === 10 && !isOpen) return at;
    }
    return -1;
  }

  #row(text: string): void {
    const line = this.#line;
    this.#line += 1;
    if (text.length > LONGEST_ROW) {
      this.stop();
      this.refusals.push(ofFile(TOO_LONG, line));
      return;
    }
    if (!text.includes('"')) {
      this.#onRow(text.split(this.#separator), line);
      return;
    }
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#line += 1;
    const cells = this.#quotedCells(text);
    if (cells !== null) {
      this.#onRow(cells, line);
      return;
    }
    const what =
      'expected quotes around a whole cell, found one inside; write "" for a quote inside quotes';
    this.refusals.push(ofRow(line, '', what));
    if (this.refusals.length < MOST_REFUSED) return;
    this.stop();
    this.refusals.push(
      ofFile('expected a table, found quotes inside cells in a thousand rows', line),
    );
  }

  #quotedCells(text: string): string[] | null {
    const cells: string[] = [];
    for (let at = 0; at <= text.length;) {
      if (text[at] === '"') {
        let cell = '';
        let from = at + 1;
        let close = text.indexOf('"', from);
        while (close !== -1 && text[close + 1] === '"') {
          cell += text.slice(from, close + 1);
          from = close + 2;
          close = text.indexOf('"', from);
        }
        if (close === -1) return null;
        cells.push(cell + text.slice(from, close));
        at = close + 1;
        if (at < text.length && text[at] !== this.#separator) return null;
        at += 1;
        if (at === text.length) cells.push('');
        if (at >= text.length) return cells;
      } else {
        const next = text.indexOf(this.#separator, at);
        const cell = text.slice(at, next === -1 ? text.length : next);
        if (cell.includes('"')) return null;
        cells.push(cell);
        if (next === -1) return cells;
        at = next + 1;
        if (at === text.length) {
          cells.push('');
          return cells;
        }
      }
    }
    return cells;
  }
}
