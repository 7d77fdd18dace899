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
      to: { path: '^src/platform/[^/]+/(?!index\\.ts$)' },
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
      from: { path: '^src/', pathNot: '^src/platform/' },
      to: { path: '^(node:)?(http|https|http2|tls|dns|dgram)(/|$)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-boot-starts-the-embedded-database',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/boot/' },
      to: { path: '^packages/embedded-postgres/' },
    },
    {
      name: 'identifiers-are-had-from-the-kernel',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/kernel/' },
      to: { path: '^packages/identifiers/' },
    },
    {
      name: 'the-server-needs-no-client',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^packages/(?!identifiers/|embedded-postgres/)' },
    },
    {
      name: 'packages-import-nothing-of-the-server',
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
      name: 'identifiers-and-the-launcher-stand-alone',
      severity: 'error',
      from: { path: '^packages/(identifiers|embedded-postgres)/' },
      to: { path: '^packages/', pathNot: '^packages/$1/' },
    },
    {
      name: 'packages-through-the-front-door',
      severity: 'error',
      from: { path: '^(src|packages/[^/]+)/' },
      to: { path: '^packages/[^/]+/(?!src/index\\.ts$)', pathNot: '^$1/' },
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
