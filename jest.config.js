/** Two kinds of Jest test: `unit` (pure and fast, beside the code) and `integration` (real DynamoDB process; `*.integration.test.ts`). */
const common = {
  rootDir: __dirname,
  transform: { '^.+\\.(ts|tsx|mjs)$': '<rootDir>/tests/esbuild-transform.js' },
  moduleNameMapper: {
    '^@shared/(.*)$': '<rootDir>/shared/$1',
    '\\.(scss|css|png|svg)$': '<rootDir>/tests/stand-ins/style.js',
    '^@tarojs/components$': '<rootDir>/tests/stand-ins/components.tsx',
    '^@tarojs/taro$': '<rootDir>/tests/stand-ins/taro.ts',
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
      testPathIgnorePatterns: ['/node_modules/', '\\.integration\\.test\\.ts$'],
    },
    { ...common, displayName: 'integration', testMatch: ['**/*.integration.test.ts'] },
  ],
}
