import { inflateSync } from 'node:zlib';

/** The sheets of a PDF as Chromium writes it: each page's text, in the order in which it was set. */
export function sheetsOf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map((page) => {
    const fonts = new Map<string, Map<string, string>>();
    for (const [, name = '', id = ''] of page.head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? '';
      fonts.set(name, glyphsOf(objects.get(toUnicode)?.stream ?? ''));
    }
    const [, contents = ''] = /\/Contents (\d+) 0 R/.exec(page.head) ?? [];
    return textOf(objects.get(contents)?.stream ?? '', fonts);
  });
}

interface PdfObject {
  readonly head: string;
  readonly stream: string;
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, id = '', body = ''] = found;
    const at = body.indexOf('stream\n');
    const head = at < 0 ? body : body.slice(0, at);
    const bytes = Buffer.from(at < 0 ? '' : body.slice(at + 'stream\n'.length), 'latin1');
    const isText = at >= 0 && !head.includes('/Image') && !head.includes('/Length1');
    const stream = isText && head.includes('/FlateDecode') ? inflateSync(bytes) : bytes;
    objects.set(id, { head, stream: isText ? stream.toString('latin1') : '' });
  }
  return objects;
}

/** What each glyph of a font stands for, from its ToUnicode table; both sides in hexadecimal. */
function glyphsOf(table: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  const said = (hex: string) =>
    (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
  for (const [, rows = ''] of table.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', text = ''] of rows.matchAll(/<(\w+)> <(\w+)>/g))
      glyphs.set(glyph.toUpperCase(), said(text));
  for (const [, rows = ''] of table.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', text = ''] of rows.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let i = 0; i <= parseInt(to, 16) - parseInt(from, 16); i++) {
        const glyph = (parseInt(from, 16) + i).toString(16).toUpperCase().padStart(4, '0');
        glyphs.set(glyph, String.fromCharCode(parseInt(text, 16) + i));
      }
  return glyphs;
}

/** The words of a page: glyphs set side by side stand together, each piece set anew begins after a blank. */
function textOf(drawing: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> | undefined;
  const pieces: string[] = [];
  for (const [token, name] of drawing.matchAll(
    /\/(F\d+) [\d.]+ Tf|\[[^\]]*\] TJ|<\w*> Tj|\bBT\b/g,
  )) {
    if (token === 'BT') pieces.push(' ');
    else if (name !== undefined) font = fonts.get(name);
    else
      for (const [, hex = ''] of token.matchAll(/<(\w+)>/g))
        pieces.push(
          (hex.match(/.{4}/g) ?? []).map((glyph) => font?.get(glyph.toUpperCase()) ?? '').join(''),
        );
  }
  return pieces.join('').replace(/\s+/g, ' ').trim();
}
