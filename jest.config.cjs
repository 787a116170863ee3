/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // Tests start processes and train matchers; a machine with one busy core takes its time.
  testTimeout: 60_000,
  // Half of the time goes into programs, browsers and databases that tests wait for: one worker would leave cores idle.
  maxWorkers: '100%',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
}
