/**
 * Four kinds of Jest test: `unit` (pure and fast, beside the code), `integration` (real DynamoDB process), `browser` (the main job
 * in Chromium) and `build` (looks at what the builds produced; run by .ci/run after them).
 */
const kinds = ['integration', 'browser', 'build']

const common = {
  rootDir: __dirname,
  // The photo codec is published as ES modules, which Jest's CommonJS cannot load as they are.
  transform: { '^.+\\.(ts|tsx|mjs)$': '<rootDir>/tests/esbuild-transform.js', '/node_modules/@cf-wasm/.+\\.js$': '<rootDir>/tests/esbuild-transform.js' },
  transformIgnorePatterns: ['/node_modules/(?!@cf-wasm/)'],
  moduleNameMapper: {
    '^@shared/(.*)$': '<rootDir>/shared/$1',
    '\\.(scss|css|png|svg)$': '<rootDir>/tests/stand-ins/style.js',
    '^@tarojs/components$': '<rootDir>/tests/stand-ins/components.tsx',
    '^@tarojs/taro$': '<rootDir>/tests/stand-ins/taro.ts',
    '^@tarojs/router$': '<rootDir>/tests/stand-ins/router.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.local', '<rootDir>/.serverless', '<rootDir>/.esbuild'],
  testEnvironment: 'node',
}

module.exports = {
  projects: [
    {
      ...common,
      displayName: 'unit',
      testMatch: ['**/*.test.ts', '**/*.test.tsx'],
      testPathIgnorePatterns: ['/node_modules/', ...kinds.map((kind) => `\\.${kind}\\.test\\.ts$`)],
    },
    ...kinds.map((kind) => ({ ...common, displayName: kind, testMatch: [`**/*.${kind}.test.ts`] })),
  ],
}
