// What the compiler cannot see: rules of hooks, words out of place, rooms that reach into others.
import parser from '@babel/eslint-parser';
import hooks from 'eslint-plugin-react-hooks';

const bareText = [
  {
    selector: 'JSXText[value=/[A-Za-zÀ-ÿ]{2}/]',
    message: 'French sentences live in src/words; import one from there.',
  },
  {
    selector:
      'JSXAttribute[name.name=/^(label|title|placeholder|description|aria-label|aria-description|alt|error)$/] > Literal[value=/[A-Za-zÀ-ÿ]{2}/]',
    message: 'French sentences live in src/words; import one from there.',
  },
];

const syntax = [
  ...bareText,
  { selector: 'TSEnumDeclaration', message: 'Use a union of literals.' },
  { selector: 'TSAnyKeyword', message: 'Say the type, or unknown.' },
  {
    selector: 'CallExpression[callee.property.name=/^(toSorted|toReversed|toSpliced|fromAsync)$/]',
    message: 'Newer than Chrome 109 / Firefox 115: copy, then sort.',
  },
  {
    selector: "MemberExpression[property.name='randomUUID']",
    message: 'Needs a secure context; the product has none on a LAN address.',
  },
];

const room = (files, groups, message) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ group: groups, message }] }] },
});

export default [
  { ignores: ['dist', 'node_modules', 'src/engine/types.ts', 'src/engine/generated/**'] },
  {
    files: ['src/**/*.{ts,tsx}', '*.ts'],
    languageOptions: {
      parser,
      parserOptions: {
        requireConfigFile: false,
        babelOptions: {
          babelrc: false,
          configFile: false,
          parserOpts: { plugins: ['typescript', 'jsx'] },
        },
      },
    },
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': ['error', ...syntax],
      'no-debugger': 'error',
      'no-console': 'error',
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  room(
    ['src/parts/**'],
    ['**/engine/call*', '**/engine/http*', '**/engine/worker*', '**/screens/**', '**/app/**'],
    'parts/ know nothing of the engine but its types.',
  ),
  room(['src/words/**'], ['**/screens/**', '**/app/**', '**/parts/**'], 'words/ use nothing.'),
  room(
    ['src/screens/**'],
    ['../home/**', '../clients/**', '../customer/**', '../create/**', '../data/**', '**/app/**'],
    'A screen uses engine, parts and words, never another screen.',
  ),
];
