/**
 * @typedef {object} FaultRecord
 * @property {string} file
 * @property {number} line
 * @property {number} column
 * @property {string} name the column or key; empty where the fault is the file's or the row's
 * @property {string} expected
 * @property {string} found
 * @property {string} wayOut empty where the expectation says enough
 * @property {string} message the whole sentence
 */

/**
 * A fault's sentence in its parts, for machines. Every fault has the form `file:line:column: name: expected …, found …; way out`.
 * @param {string} message
 * @returns {FaultRecord}
 */
export function faultRecord(message) {
  const [, file = '', line = '0', column = '0', rest = message] =
    /^(.+?):(\d+):(\d+): ([^]*)$/.exec(message) ?? [];
  const [, name = '', sentence = rest] = /^(?:([a-z_ -]+): )?(expected [^]*)$/.exec(rest) ?? [];
  // What was expected may be quoted itself and hold these very words.
  const [, expected = sentence, found = '', wayOut = ''] =
    /^expected ((?:"(?:[^"]|"(?!,))*"|[^"])*?), found ("[^]*?"(?=;|$)|[^;]*)(?:; ([^]*))?$/.exec(
      sentence,
    ) ?? [];
  return {
    file,
    line: Number(line),
    column: Number(column),
    name,
    expected,
    found,
    wayOut,
    message,
  };
}
