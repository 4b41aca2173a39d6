import { readdirSync } from 'node:fs'
import tseslint from 'typescript-eslint'
import reactHooks from 'eslint-plugin-react-hooks'

/** Folders of the house and what each may not import: miniprogram → shared; functions → shared; local → functions; shared → nothing of ours. */
const walls = [
  ['shared', ['miniprogram', 'functions', 'local', 'bench', 'tests']],
  ['miniprogram', ['functions', 'local', 'bench', 'tests']],
  ['functions', ['miniprogram', 'local', 'bench', 'tests']],
  ['local', ['miniprogram', 'bench', 'tests']],
]

/** A noun's folder in functions/ reaches another noun only through that noun's `service`; only entry files build dependencies. */
const nouns = readdirSync(new URL('functions', import.meta.url)).filter((folder) => folder !== 'platform' && folder !== 'lambda')

const inFolder = (names) => names.map((name) => `**/${name}/**`)

/** What WeChat's JavaScript engine does not promise; the phone's code may not name it. */
const phoneGlobals = [
  'window', 'document', 'localStorage', 'sessionStorage', 'fetch', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder',
  'btoa', 'atob', 'structuredClone', 'queueMicrotask', 'AbortController', 'crypto', 'Intl', 'Buffer', 'process',
].map((name) => ({ name, message: 'Not to be had on the phone: see docs/architecture.md.' }))

/** A scan reads, and is charged for, the whole table: every access pattern has a key (docs/data-model.md, docs/capacity.md). */
const noScan = [
  { selector: 'Identifier[name=/^(ScanCommand|paginateScan|ExecuteStatementCommand)$/]', message: 'Nothing scans a table: give the access pattern a key, see docs/capacity.md.' },
]

const phoneSyntax = [
  { selector: 'Literal[regex.pattern=/\\(\\?<[=!]/]', message: 'Lookbehind kills the whole bundle on older iOS.' },
  { selector: 'Literal[regex.flags=/v|s/]', message: 'Flags s and v are unknown to older phones.' },
]

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', '.local/**', '.serverless/**', '.esbuild/**', 'coverage/**'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-require-imports': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  { files: ['**/*.js', '**/*.cjs'], languageOptions: { globals: { require: 'readonly', module: 'writable', __dirname: 'readonly', process: 'readonly', console: 'readonly' } } },
  ...walls.map(([folder, forbidden]) => ({
    files: [`${folder}/**/*.{ts,tsx}`],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: inFolder(forbidden), message: `${folder}/ may not import this: see docs/architecture.md.` }] }] },
  })),
  ...nouns.map((noun) => ({
    files: [`functions/${noun}/**/*.ts`],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [
          { group: inFolder(['miniprogram', 'local', 'bench', 'tests']), message: 'functions/ may not import this.' },
          { regex: `^(\\.\\./)+(${nouns.filter((n) => n !== noun).join('|')})/(?!(.*/)?service$)`, message: 'Another noun is reached only through its service.' },
        ],
      }],
    },
  })),
  { files: ['functions/**/*.ts', 'local/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...noScan] } },
  {
    files: ['shared/**/*.ts', 'miniprogram/**/*.{ts,tsx}'],
    ignores: ['**/*.test.ts', '**/*.test.tsx', '**/*.sample.{ts,tsx}'],
    rules: { 'no-restricted-globals': ['error', ...phoneGlobals], 'no-restricted-syntax': ['error', ...phoneSyntax] },
  },
  {
    files: ['miniprogram/**/*.{ts,tsx}'],
    ignores: ['miniprogram/platform/**', '**/*.test.tsx', '**/*.test.ts', '**/*.sample.{ts,tsx}'],
    rules: { 'no-restricted-imports': ['error', { paths: [{ name: '@tarojs/taro', message: 'Only miniprogram/platform calls Taro.' }], patterns: [{ group: inFolder(['functions', 'local', 'bench', 'tests']), message: 'miniprogram/ may not import this.' }] }] },
  },
  { files: ['miniprogram/**/*.{ts,tsx}'], plugins: { 'react-hooks': reactHooks }, rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' } },
)
