// The lists of .module-map.cjs as rules, and the rules of the house that need no list.
const { AREAS, MODULES } = require('./.module-map.cjs');

const areas = Object.keys(AREAS);
const anyOf = (names) => `(${names.join('|')})`;

const betweenAreas = Object.entries(AREAS).map(([area, allowed]) => ({
  name: `${area}-imports-only-${allowed.join('-') || 'what-lies-below'}`,
  severity: 'error',
  from: { path: `^src/${area}/` },
  to: { path: `^src/${anyOf(areas.filter((other) => other !== area && !allowed.includes(other)))}/` },
}));

const insideAreas = Object.entries(MODULES).flatMap(([area, modules]) =>
  Object.entries(modules).map(([module, allowed]) => ({
    name: `${area}-${module}-imports-only-${allowed.join('-') || 'no-neighbour'}`,
    severity: 'error',
    from: { path: `^src/${area}/${module}/` },
    to: { path: `^src/${area}/(?!${anyOf([module, ...allowed])}/)` },
  })),
);

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
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
      to: { path: '^src/(?!kernel/|events/|platform/)' },
    },
    {
      name: 'nobody-imports-the-roots',
      severity: 'error',
      from: { path: `^src/${anyOf(areas)}/` },
      to: { path: '^src/(boot|commands|contracts|main\\.ts)' },
    },
    {
      name: 'the-server-does-not-load-what-prints-contracts',
      severity: 'error',
      from: { path: '^src/(boot|commands|main\\.ts)' },
      to: { path: '^src/contracts/' },
    },
    {
      name: 'neighbours-only-through-the-front-door',
      severity: 'error',
      from: { path: `^src/(${areas.join('|')})/([^/]+)/` },
      to: { path: `^src/${anyOf(areas)}/[^/]+/(?!index\\.ts$)`, pathNot: '^src/$1/$2/' },
    },
    {
      name: 'roots-enter-through-the-front-door',
      severity: 'error',
      from: { path: '^src/(boot|commands|contracts)/' },
      to: { path: `^src/${anyOf(areas)}/[^/]+/(?!index\\.ts$)` },
    },
    {
      name: 'plumbing-through-the-front-door',
      severity: 'error',
      from: { path: `^src/(${areas.join('|')}|boot|commands|contracts)/` },
      to: { path: '^src/platform/[^/]+/(?!(embedded/)?index\\.ts$)' },
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
    ...betweenAreas,
    ...insideAreas,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['\\.spec\\.ts$', '^packages/[^/]+/dist/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
