import { decodeWhole } from './decoding.ts';
import type { Encoding } from './decoding.ts';
import { itemsAt, readJson, valueAt } from './json-text.ts';
import type { Opened } from './model.ts';
import { ofFile } from './refusal.ts';
import type { Refusal } from './refusal.ts';
import { MOST_LINES, rowsOf, separatorOf } from './sheet.ts';

/** What is read into memory whole; larger tables are read row by row, through a mapping. */
export const LARGEST_WHOLE = 20_000_000;

const TOO_MANY = `expected at most ${MOST_LINES} rows, found more; take a part of it from the publisher`;

/** Whether bytes are those of an XLSX file, or of any other archive. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** A file's bytes as rows or as JSON; a refusal where they are neither. */
export function openFile(
  name: string,
  bytes: Uint8Array,
  encoding: Encoding | null,
): Opened | Refusal {
  if (bytes.length > LARGEST_WHOLE) {
    return ofFile(
      'expected a file of at most 20 MB, found a larger one; only a table with a mapping (tidy) may have up to 1 GB',
    );
  }
  if (bytes.length === 0)
    return ofFile(
      'expected a file with something in it, found an empty one; download it again from the publisher',
    );
  if (isWorkbook(bytes))
    return ofFile('expected text, found a workbook or another archive; save its sheet as CSV', 1);
  if ([0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte))
    return ofFile('expected text, found an old workbook (.xls); save it as .xlsx or as CSV', 1);
  const decoded = decodeWhole(bytes, encoding);
  if ('what' in decoded) return decoded;
  const { text, said } = decoded;
  if (/^\s*[{[]/.test(text)) {
    const read = readJson(text);
    if ('what' in read) return read;
    const { json } = read;
    const data = valueAt(json, 'data');
    const lists = [itemsAt(json), itemsAt(data), itemsAt(data, 'timeseries')];
    if (lists.some((list) => list.length > MOST_LINES)) return ofFile(TOO_MANY);
    return { name, encoding: said, separator: null, rows: [], json, refusals: [] };
  }
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) {
    return ofFile(
      'expected a table or JSON, found a web page; save the file itself, not the page around it',
      1,
    );
  }
  const [, asciiSeparator] = /^sep=(.)\r?\n/.exec(text) ?? [];
  const body = asciiSeparator === undefined ? text : text.slice(text.indexOf('\n') + 1);
  const given = decoded.separator ?? asciiSeparator;
  const separator = given ?? separatorOf(body);
  if (typeof separator !== 'string') return separator;
  const { rows, refusals } = rowsOf(body, separator, given === undefined ? 1 : 2);
  if (rows.length > MOST_LINES) return ofFile(TOO_MANY);
  return { name, encoding: said, separator, rows, json: null, refusals };
}
