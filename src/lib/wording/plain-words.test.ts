import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  faultsOfText,
  sentencesOf,
  textsOfComponent,
  textsOfScript,
} from '../../../tests/support/plain-words.ts';

/** Texts that may have a worn word or a long sentence, each with its reason. */
const EXCEPTIONS: readonly (readonly [text: RegExp, reason: string])[] = [
  [/\btitle: X\ncountry: X\n|\brules: \[X\]/, 'lines of a seed file, whose keys are names'],
  [/\(\?:.*\|/, 'a pattern that texts are searched for'],
  [/^zero one two three /, 'the words for numbers, parted by blanks'],
];

function faultsIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|js|svelte)$/.test(name) && !/\.(?:test|bench|d)\./.test(name))
    .map((name) => join(folder, name));
  expect(files, folder).not.toEqual([]);
  return files.flatMap((file) =>
    textsOf(file, readFileSync(file, 'utf8'))
      .filter((text) => !EXCEPTIONS.some(([exception]) => exception.test(text)))
      .flatMap((text) => faultsOfText(text).map((fault) => `${file}: ${fault}`)),
  );
}

const textsOf = (file: string, source: string) =>
  file.endsWith('.svelte') ? textsOfComponent(source) : textsOfScript(source);

test.each([
  'src/lib/wording',
  'src/lib/components',
  'src/routes',
  'src/lib/pages',
  'src/lib/downloads',
  'src/lib/drawing',
  'src/lib/server',
  'src/islands',
  'src/server',
  'src/commands',
  'src/lib/records',
  'src/lib/values',
  'src/lib/views',
  'src/lib/intake',
])('every text in %s is in plain words and short sentences', (folder) => {
  expect(faultsIn(folder)).toEqual([]);
});

const LONG = `This sentence has ${'one word and '.repeat(5)}no end.`;

test('a worn word or a long sentence in a script is found, wherever the text is', () => {
  const source = [
    "import type { Stands } from './the-figure stands.ts';",
    "const kind: 'a value stands' = plain;",
    "export const texts = { heading: 'Plain words', rule: 'Whoever asks is told' };",
    'const said = (day: string) => `The value of ${day} stands. It is plain.`;',
    `const long = '${LONG}';`,
  ].join('\n');
  const faults = textsOfScript(source).flatMap(faultsOfText);
  expect(faults).toEqual([
    expect.stringMatching(/^"Whoever" .*: Whoever asks is told$/),
    expect.stringMatching(/^"told" .*: Whoever asks is told$/),
    expect.stringMatching(/^"stands" .*: The value of X stands\.$/),
    `20 words, at most 18: ${LONG}`,
  ]);
});

test('in a component what readers see or hear is read, and no name of a class', () => {
  const source = `<script lang="ts">const label = 'It came out';</script>
    <p class="what stands here" title="Nothing stands here">{open ? 'Others say' : label} By another rule</p>`;
  const faults = textsOfComponent(source).flatMap(faultsOfText);
  expect(faults.map((fault) => fault.split(': ').at(-1))).toEqual([
    'Nothing stands here',
    'Others say',
    'By another rule',
    'It came out',
  ]);
});

test('what is filled in is one word, and wrapped lines are one sentence', () => {
  expect(faultsOfText(`${'X '.repeat(18)}`)).toEqual([]);
  expect(faultsOfText(`${'X '.repeat(19)}`)).toHaveLength(1);
  expect(sentencesOf('It is wrapped\nhere. It goes on.\n  an entry\nText\n  npm run it')).toEqual([
    'It is wrapped here.',
    'It goes on.',
    'an entry',
    'Text',
  ]);
});
