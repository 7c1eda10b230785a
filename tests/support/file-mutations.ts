import fc from 'fast-check';

/** One change to a file's bytes, as accidents and programs make them; `where` and `what` choose place and kind. */
export type Mutation = (bytes: Uint8Array, where: number, what: number) => Uint8Array;

const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 255);

const onBytes =
  (change: (bytes: number[], at: number, what: number) => void): Mutation =>
  (bytes, where, what) => {
    const list = [...bytes];
    change(list, list.length === 0 ? 0 : where % list.length, what);
    return Uint8Array.from(list);
  };

/** The text is cut at the sign, one piece is changed, and it is put together again. */
const onPieces =
  (
    sign: RegExp,
    joint: string,
    change: (pieces: string[], at: number, what: number) => void,
  ): Mutation =>
  (bytes, where, what) => {
    const pieces = decode(bytes).split(sign);
    change(pieces, where % pieces.length, what);
    return latin(pieces.join(joint));
  };

const CELLS = [
  '',
  '-',
  '–',
  '0',
  '12,345 1',
  '12345*',
  '1e+05',
  '12.5',
  '-5',
  '12%',
  '00123',
  '１２３',
  '12\u00a0345',
  '1,234',
  'n/a',
  'Total',
  '11-May',
  '44635',
  '3/4/2034',
  '5-Nov-34',
  '1970-01-01',
  '2034',
  '2099-01-01',
  'West\u202eland',
  '"',
  '\0',
  '=1+1',
  'null',
];

export const MUTATIONS: readonly Mutation[] = [
  onBytes((list, at, what) => (list[at] = what % 256)),
  onBytes((list, at, what) => (list[at] = (list[at] ?? 0) ^ (1 << (what % 8)))),
  onBytes((list, at) => list.splice(at, 1)),
  onBytes((list, at, what) => list.splice(at, 0, ...list.slice(at, at + (what % 40)))),
  onBytes((list, at) => list.splice(at)),
  onBytes((list) => list.unshift(0xef, 0xbb, 0xbf)),
  onBytes((list) => list.unshift(0xff, 0xfe)),
  onPieces(/\n/, '\n', (lines, at) => lines.splice(at, 1)),
  onPieces(/\n/, '\n', (lines, at) => lines.splice(at, 0, lines[at] ?? '')),
  onPieces(/\n/, '\n', (lines, at, what) =>
    lines.splice(
      at,
      1,
      ...(lines[at] ?? '').split(',').reverse().join(',').split('\u0000'),
      String(what % 3 === 0 ? '' : ''),
    ),
  ),
  onPieces(/,/, ',', (cells, at) => cells.splice(at, 1)),
  onPieces(
    /,/,
    ',',
    (cells, at, what) => (cells[at] = decode(encode(CELLS[what % CELLS.length] ?? ''))),
  ),
  onPieces(/,/, ',', (cells, at, what) => {
    const other = what % cells.length;
    [cells[at], cells[other]] = [cells[other] ?? '', cells[at] ?? ''];
  }),
  onPieces(/(?<=\d)(?=\d)/, '', (digits, at, what) =>
    digits.splice(at, 0, ['.', ',', ' ', 'e', '*', '\u00b9', '/', '-'][what % 8] ?? ''),
  ),
  (bytes, _, what) => latin(decode(bytes).replaceAll(',', [';', '\t', '|', ', '][what % 4] ?? ';')),
  (bytes) => latin(decode(bytes).replaceAll('\n', '\r')),
  (bytes) => Uint8Array.from([...bytes].flatMap((byte) => [byte, 0])),
  (bytes, where) =>
    latin(
      decode(bytes).replace(/\d{4}-(\d\d)-(\d\d)/g, (day, a: string, b: string, at: number) =>
        at % 3 === where % 3 ? `${a}/${b}/34` : day,
      ),
    ),
];

/** One to four mutations of a file. */
export const mutated = (file: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .array(fc.tuple(fc.nat(MUTATIONS.length - 1), fc.nat(100_000), fc.nat(100_000)), {
      minLength: 1,
      maxLength: 4,
    })
    .map((steps) =>
      steps.reduce(
        (bytes, [kind, where, what]) => MUTATIONS[kind]?.(bytes, where, what) ?? bytes,
        file,
      ),
    );
