require('./test/support/find-sources.cjs');

// Nest 12 and its neighbours are ES modules. Native-ESM Jest fails on CommonJS packages that require Nest, so everything
// is compiled to CommonJS: our sources, the tests and this list of ESM-only packages (each new one joins it).
const esmOnly = [
  '@nestjs',
  '@as-integrations',
  '@apollo',
  'graphql-scalars',
  'graphql-ws',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'uuid',
  'crossws',
  '@whatwg-node',
  '@graphql-tools',
  'cookie',
  'content-disposition',
  'light-my-request',
  'load-esm',
  'lru-cache',
  'cross-inspect',
  'csv-parse',
  'csv-stringify',
  'jose',
  'libphonenumber-js',
];
const base = {
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/support/children.setup.cjs'],
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': ['$1', '$1.js'],
    '^@recourse/([^/]+)$': '<rootDir>/packages/$1/src/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/packages/[^/]+/dist', '<rootDir>/.recourse'],
};
const withDatabase = {
  ...base,
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
};
module.exports = {
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/packages/**/*.spec.ts'] },
    { ...withDatabase, displayName: 'contracts', testMatch: ['<rootDir>/test/contracts/**/*.spec.ts'] },
    { ...withDatabase, displayName: 'flows', testMatch: ['<rootDir>/test/flows/**/*.flow.ts'] },
    { ...withDatabase, displayName: 'races', testMatch: ['<rootDir>/test/races/**/*.race.ts'] },
    { ...withDatabase, displayName: 'hostile', testMatch: ['<rootDir>/test/hostile/**/*.hostile.ts'] },
  ],
  // Bounds only what never ends: tests wait for states, and must hold on a machine ten times slower.
  testTimeout: Number(process.env.TEST_TIMEOUT_MS ?? 1_800_000),
  maxWorkers: 2,
  // Each test file loads the whole application anew, and not all of it can be let go of: a worker near its limit stands still.
  workerIdleMemoryLimit: '1GB',
};
