import { parse } from 'svelte/compiler';
import ts from 'typescript';

/** A sentence has at most so many words. What is filled in later counts as one. */
export const MOST_WORDS = 18;

/** What stands for a part that is filled in later. */
const FILLED_IN = 'X';

/** Worn words and phrases, each with what says it in plain English. */
export const WORN: readonly (readonly [RegExp, string])[] = [
  [/\b(?:stands?|standing|stood)\b/i, 'is, applies, is shown'],
  [/\bwho(?:m)?ever\b/i, 'someone who'],
  [/\b(?:hold|holds|holding|held)\b/i, 'have, include, keep'],
  [/\b(?:speaks?|speaking|spoken|spoke) (?:about|of)\b/i, 'is about, is for'],
  [/\b(?:comes?|came|coming) out\b/i, 'is published'],
  [/\btold\b/i, 'say, list, show'],
  [/\b(?:keepers?|house|lawful|mend(?:s|ed)?|wishes)\b/i, 'a word of everyday English'],
  [/(?<!\b(?:no|make) )\brooms?\b/i, 'a word of everyday English'],
  [/\brules?\b/i, 'definition'],
  [/\b(?:anew|whereto|thereof)\b/i, 'again, where to'],
  [/\bput right\b|\bright is\b|\brightly\b/i, 'corrected, now'],
  [/\bwork(?:s|ed)? out\b/i, 'calculate'],
  [/\b(?:take|takes|taken|took) (?:off|away|back)\b/i, 'deduct, remove, withdraw'],
  [/\b(?:go|goes|went|gone) on\b/i, 'continue'],
  [/\bparted by\b/i, 'separated by'],
  [/\bkept back\b/i, 'withheld'],
  [/\blooks? past\b/i, 'uses later information'],
  [/\bbecame of\b/i, 'happened to'],
  [/\bothers say\b/i, 'other counts and claims'],
  [/\bthe last word\b/i, 'the newest figure'],
  [/\bwants? an?\b/i, 'needs'],
  [/\bfor good\b/i, 'permanent'],
  [/\bgravest\b/i, 'most serious'],
  [/\botherwise than\b/i, 'differently from'],
];

/** Every text of a file of TypeScript or JavaScript: its strings with a blank in them, without names, types and imports. */
export function textsOfScript(source: string): string[] {
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node))
      texts.push(
        [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(FILLED_IN),
      );
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('it.ts', source, ts.ScriptTarget.Latest));
  return texts.filter(isText);
}

/** Of a Svelte component what its markup says, and the strings of its script and of its expressions. */
export function textsOfComponent(source: string): string[] {
  const texts: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (!isNode(node)) return;
    switch (node.type) {
      case 'ImportDeclaration':
      case 'StyleSheet':
      case 'TSTypeAnnotation':
        return;
      case 'Attribute':
        if (!SPOKEN.includes(String(node['name']))) {
          // What is worked out may still be a sentence; what is typed is a name of a class or an address.
          visit([node['value']].flat().filter((part) => isNode(part) && part.type !== 'Text'));
          return;
        }
        break;
      case 'Text':
        texts.push(String(node['data']));
        return;
      case 'Literal':
        texts.push(String(node['value']));
        return;
      case 'TemplateLiteral':
        texts.push(
          (node['quasis'] as { value: { cooked: string } }[])
            .map(({ value }) => value.cooked)
            .join(FILLED_IN),
        );
        visit(node['expressions']);
        return;
    }
    Object.values(node).forEach(visit);
  };
  visit(parse(source, { modern: true }));
  return texts.filter(isText);
}

const SPOKEN = ['alt', 'title', 'aria-label', 'aria-description', 'placeholder', 'content'];

function isNode(value: unknown): value is { type: string; [name: string]: unknown } {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Words with a blank between them, or one with a capital. A name, a code, a path or a class is none, nor are styles and markup. */
const isText = (text: string): boolean =>
  /\p{L}[\p{L},;:.!?’”)]*\s+[^\s]*[\p{L}X]|^\p{Lu}\p{Ll}+$/u.test(text) &&
  !/\{[\w-]+:|^\s*</.test(text);

/**
 * Its sentences. Lines that begin with a blank are entries of a list, of which those that show a command are left out;
 * other lines are wrapped text. A fault has two parts: what was expected and found, and the way out.
 */
export function sentencesOf(text: string): string[] {
  return text
    .replace(/^.*\\\n.*$/gm, '')
    .replace(/^[ \t]+.*\bnpm run\b.*$/gm, '')
    .split(/\n(?=\s)|(?<=\n\s[^\n]*)\n/)
    .flatMap((part) => part.split(/(?<=[.!?][”’")]?)\s+/))
    .flatMap((part) => (/^(?:expected|found) /.test(part) ? part.split('; ') : [part]))
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');
}

/** What a text has of worn words and long sentences, each with the sentence. */
export function faultsOfText(text: string): string[] {
  return sentencesOf(text).flatMap((sentence) => {
    const many = sentence.match(/[\p{L}\p{N}][^\s/–]*/gu)?.length ?? 0;
    return [
      ...WORN.flatMap(([worn, better]) => {
        const found = worn.exec(sentence)?.[0];
        return found === undefined ? [] : [`"${found}" (better: ${better}): ${sentence}`];
      }),
      ...(many > MOST_WORDS ? [`${many} words, at most ${MOST_WORDS}: ${sentence}`] : []),
    ];
  });
}
