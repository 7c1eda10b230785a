/**
 * Small readers of what reference managers take. They know the formats and nothing of who wrote the files, so that a slip
 * of the writer's is not repeated here.
 */

/** One BibTeX entry, as BibTeX itself reads it: braces are counted, also behind a backslash; `jan` to `dec` are months. */
export function readBibtex(text: string): { key: string; fields: Record<string, string> } {
  const [head, key = ''] = /^@misc\{([^,\s]+),/.exec(text) ?? [];
  if (head === undefined) throw new Error(`no entry: ${text.slice(0, 60)}`);
  const fields: Record<string, string> = {};
  let at = head.length;
  for (;;) {
    const rest = text.slice(at);
    if (/^\s*\}\s*$/.test(rest)) return { key, fields };
    const [field, name = '', bare] = /^\s*([a-z]+) = (?:([a-z]{3}),|(?=\{))/.exec(rest) ?? [];
    if (field === undefined) throw new Error(`no field: ${rest.slice(0, 60)}`);
    at += field.length;
    if (bare === undefined) {
      const end = closing(text, at);
      fields[name] = text.slice(at + 1, end);
      at = end + 1;
      if (text[at] !== ',') throw new Error(`no comma behind ${name}`);
      at += 1;
    } else fields[name] = monthOf(bare);
  }
}

/** Where the brace that opens at `start` closes. */
function closing(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i += 1) {
    if (text[i] === '{') depth += 1;
    if (text[i] === '}') depth -= 1;
    if (depth === 0) return i;
  }
  throw new Error('a brace stays open');
}

const names = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthOf = (name: string): string => {
  if (!names.includes(name)) throw new Error(`no month: ${name}`);
  return String(names.indexOf(name) + 1).padStart(2, '0');
};

const letters: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textbraceleft: '{',
  textbraceright: '}',
  textasciitilde: '~',
  textasciicircum: '^',
  textless: '<',
  textgreater: '>',
  textbar: '|',
};

/** What TeX would set: commands as their letters, braces as nothing; a special character that stands bare is refused. */
export function readTex(text: string): string {
  return text.replace(
    /\\([a-z]+)\{\}|\\([&%$#_])|[{}]|([\\&%$#_~^<>|])/g,
    (_all, command?: string, escaped?: string, bare?: string) => {
      if (bare !== undefined) throw new Error(`bare ${bare} in ${text}`);
      if (command === undefined) return escaped ?? '';
      const letter = letters[command];
      if (letter === undefined) throw new Error(`unknown command ${command}`);
      return letter;
    },
  );
}

/** One RIS record by its tags; a tag that comes twice, or a line that is none, is refused. */
export function readRis(text: string): Record<string, string> {
  const lines = text.split('\r\n');
  if (lines.pop() !== '' || lines.at(-1) !== 'ER  - ') throw new Error('the record does not end');
  const record: Record<string, string> = {};
  for (const line of lines.slice(0, -1)) {
    const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- ([^\r\n]+)$/.exec(line) ?? [];
    if (tag === undefined || value === undefined) throw new Error(`no line of RIS: ${line}`);
    if (tag in record || tag === 'ER') throw new Error(`${tag} comes twice`);
    record[tag] = value;
  }
  if (Object.keys(record)[0] !== 'TY') throw new Error('a record begins with its type');
  return record;
}
