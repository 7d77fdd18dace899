// Who may import whom, written once. A new need may change this list; it stays acyclic and is argued in the commit.
const MAY_IMPORT = {
  ledger: [],
  tables: [],
  identity: [],
  'machine-access': ['identity'],
  administration: ['identity'],
  files: ['identity'],
  verification: ['files', 'identity'],
  standing: ['identity'],
  cases: ['files', 'verification', 'identity'],
  intake: ['tables', 'cases', 'repayments', 'files', 'verification', 'identity'],
  grabs: ['cases', 'standing', 'verification', 'identity'],
  collection: ['grabs', 'cases', 'identity'],
  settlement: ['ledger', 'identity'],
  repayments: ['files', 'grabs', 'cases', 'settlement', 'identity'],
  feed: ['cases', 'verification', 'identity'],
  sinks: [],
  webhooks: ['sinks', 'feed', 'verification', 'identity'],
  exports: ['collection', 'repayments', 'settlement', 'grabs', 'cases', 'files', 'identity'],
  erp: [],
  connectors: ['erp', 'intake', 'repayments', 'cases', 'files', 'identity'],
  sandbox: ['cases', 'verification', 'machine-access', 'identity'],
};
const modules = Object.keys(MAY_IMPORT);

const neighbours = Object.entries(MAY_IMPORT).map(([module, allowed]) => ({
  name: `${module}-imports-only-${allowed.join('-') || 'no-neighbour'}`,
  severity: 'error',
  from: { path: `^src/${module}/` },
  to: { path: `^src/(${modules.filter((m) => m !== module && !allowed.includes(m)).join('|')})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { path: '^src/(?!kernel/)' },
    },
    {
      name: 'events-import-only-kernel',
      severity: 'error',
      from: { path: '^src/events/' },
      to: { path: '^src/(?!kernel/|events/)' },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(${modules.join('|')})/` },
    },
    {
      name: 'neighbours-only-through-the-front-door',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: `^src/(${modules.join('|')})/(?!index\\.ts$)`, pathNot: '^src/$1/' },
    },
    {
      name: 'policies-and-lifecycles-are-pure',
      severity: 'error',
      from: { path: '\\.(policy|lifecycle)\\.ts$' },
      to: { path: ['^src/platform/', '^node_modules/(@nestjs|typeorm|pg)/'] },
    },
    {
      name: 'typeorm-only-in-entities-repositories-and-plumbing',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/platform/', '\\.(entity|repository)\\.ts$'] },
      to: { path: '^node_modules/typeorm/' },
    },
    {
      name: 'requests-leave-through-platform-outbound-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(platform|demo)/' },
      to: { path: '^(node:)?(http|https|http2|tls|dns|dgram)(/|$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'packages-are-clients-like-any-other',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(src|test|bench|migrations)/' },
    },
    {
      name: 'the-client-needs-no-server',
      severity: 'error',
      from: { path: '^packages/client/src/' },
      to: {
        path: [
          '^packages/(?!client/)',
          '^node_modules/(?!eventsource-parser|standardwebhooks)',
          '^(node:)?(fs|http|net)$',
        ],
      },
    },
    {
      name: 'the-command-line-uses-the-client-by-its-front-door',
      severity: 'error',
      from: { path: '^packages/cli/' },
      to: { path: '^packages/client/(?!src/index\\.ts$)' },
    },
    ...neighbours,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.spec\\.ts$', '^packages/[^/]+/dist/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
