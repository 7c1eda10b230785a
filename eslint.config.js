import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/** The rooms of src/lib, from the ground up: each may import only from the rooms named. */
const rooms = {
  values: [],
  records: ['values'],
  views: ['values', 'records'],
  wording: ['values', 'records', 'views'],
  drawing: ['values', 'records', 'views', 'wording'],
  components: ['values', 'records', 'views', 'wording', 'drawing'],
  downloads: ['values', 'records', 'views', 'wording', 'drawing', 'components'],
  server: ['values', 'records'],
  pages: ['values', 'records', 'views', 'wording', 'drawing', 'downloads', 'server'],
  intake: ['values', 'records', 'views', 'wording'],
};

/** What stands outside src/lib and may import from it. */
const visitors = [
  {
    files: ['src/routes/**/*.server.ts', 'src/routes/**/+server.ts', 'src/hooks.server.ts'],
    rooms: ['pages', 'server', 'views', 'wording', 'drawing', 'downloads', 'values'],
  },
  { files: ['src/routes/**/*.svelte'], rooms: ['components', 'wording'] },
  { files: ['src/islands/**/*.ts'], rooms: ['drawing', 'downloads', 'values'] },
];

/** In a regular expression: gitignore-style patterns take `#` for a comment and forbid nothing. */
const only = (/** @type {string} */ who, /** @type {string[]} */ allowed) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          regex: `^(#lib/(?!(${allowed.join('|')})/)|\\.\\./)`,
          message: `${who} may import from: ${allowed.join(', ') || 'no other room'}.`,
        },
      ],
    },
  ],
});

const directions = [
  ...Object.entries(rooms).map(([room, below]) => ({
    files: [`src/lib/${room}/**/*.{ts,svelte}`],
    ignores: ['**/*.test.ts', '**/*.bench.ts'],
    rules: only(room, [room, ...below]),
  })),
  ...visitors.map(({ files, rooms: allowed }) => ({
    files,
    ignores: ['**/*.bench.ts'],
    rules: only(files[0], allowed),
  })),
];

/** The pure core: the same seeds give the same bytes. */
const pure = {
  files: ['src/lib/{values,records,views,wording,drawing,downloads,intake}/**/*.ts'],
  ignores: ['**/*.test.ts', '**/*.bench.ts'],
  rules: {
    'no-restricted-globals': ['error', 'fetch', 'window', 'document', 'navigator', 'process'],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'Time is an argument.' },
      { object: 'Math', property: 'random', message: 'The same seeds give the same bytes.' },
    ],
    'no-restricted-syntax': [
      'error',
      {
        selector: "NewExpression[callee.name='Date'][arguments.length=0]",
        message: 'Time is an argument.',
      },
      {
        selector: "CallExpression[callee.property.name='toLocaleString']",
        message: 'Name the locale: wording/ says numbers.',
      },
    ],
  },
};

export default ts.config(
  { ignores: ['.svelte-kit/', 'build/', 'dist/', 'tests/fixtures/', 'test-results/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-undef': 'off',
      'svelte/no-at-html-tags': 'error',
      // A static site without client routing: plain addresses, made by one function.
      'svelte/no-navigation-without-resolve': 'off',
      // Where a space must stay or must not break, a mustache says so.
      'svelte/no-useless-mustaches': 'off',
      // It looks for stores in the types of all variables; no file has one, see below.
      'svelte/require-store-reactive-access': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    rules: {
      // Which value is a store only the types of its module say, and those are not read here.
      'no-restricted-syntax': [
        'error',
        {
          selector: "ImportDeclaration[source.value='svelte/store']",
          message: 'Runes hold what changes.',
        },
      ],
    },
    languageOptions: {
      parserOptions: {
        // For the rule about unused properties of components. It asks for types that stand in the file itself: with all
        // that files import, lint takes three times as long and reports the same.
        project: './tsconfig.lint.json',
        extraFileExtensions: ['.svelte'],
        parser: ts.parser,
        svelteConfig,
      },
    },
  },
  ...directions,
  pure,
);
