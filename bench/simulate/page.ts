import { coverageOf, type Findings, type Goal, SAID, SIZES, said, share } from './findings.js';
import { mean, quantile } from './measures.js';

/** The page of results. */
export function pageOf(findings: Findings, goals: readonly Goal[], further: readonly string[]): string {
  return [
    '# What a standing says of a provider, in a world that is known',
    '',
    `Printed by \`npm run simulate\`; the same seeds give the same page. ${findings.study.seeds.length} seeds, ${findings.study.providers} providers each, the policies of`,
    '`src/risk/standing` with their default figures. The world, its tricks and what they assume stand in `model.ts` and `behaviours.ts`.',
    '',
    ...goalTable(goals),
    ...order(findings),
    ...tricks(findings),
    ...intervals(findings),
    ...grades(findings),
    ...further,
  ].join('\n');
}

function goalTable(goals: readonly Goal[]): string[] {
  return [
    ...table(
      ['goal', 'wanted', 'measured', 'met'],
      goals.map((goal) => [goal.name, goal.wanted, goal.measured, goal.isMet ? 'yes' : '**no**']),
    ),
    '',
  ];
}

function order({ rankings }: Findings): string[] {
  const spread = (values: readonly number[]) =>
    `${mean(values).toFixed(3)} (${Math.min(...values).toFixed(3)}–${Math.max(...values).toFixed(3)})`;
  return [
    '## The order of providers',
    '',
    'Spearman with the hidden skill: mean over seeds (least–most). A quarter of the providers picks, a tenth gives back, a twentieth has a friend.',
    'The peer’s score is the plain rate against a target of 25 %, capped at 100: beyond the cap all are alike.',
    '',
    ...table(
      ['cases', 'standing', 'plain rate', 'peer’s score'],
      rankings.map(({ cases, standing, plain, peer }) => [`${cases}`, spread(standing), spread(plain), spread(peer)]),
    ),
    '',
    '![order](plots/ranking.svg)',
    '![standing and skill](plots/standing-and-skill.svg)',
    '',
  ];
}

function tricks({ tricks: played }: Findings): string[] {
  return [
    '## Tricks',
    '',
    'By how many percent the rate that decides is higher with the trick than without it, with the same skill and the same draws: mean over all',
    'providers, each playing it, ± the half of its 95 % interval. The friend sends 2 to 12 % of a provider’s cases, three more of its ring 8 %.',
    'What the goals do not count is marked: it shows where the measure ends, and what other means must see.',
    '',
    ...table(
      ['trick', 'kind', ...SIZES.map((cases) => `${cases} cases`), 'counted'],
      played.map(({ behaviour, gains }) => [
        ...[behaviour.name, SAID[behaviour.group], ...gains.map(said), behaviour.isCounted ? 'yes' : 'no'],
      ]),
    ),
    '',
    '![gains](plots/gains.svg)',
    '',
  ];
}

function intervals({ rankings, covered, alarms }: Findings): string[] {
  return [
    '## Intervals',
    '',
    'The share of 95 % intervals of honest providers that hold the true rate, with its own interval (Wilson); reliability and half width are means.',
    '',
    ...table(
      ['cases', 'held', 'reliability', 'half width'],
      rankings.map(({ cases }, at) => {
        const honest = covered[at]!;
        const { share: held, interval } = coverageOf(honest);
        const width = mean(honest.map(({ standing }) => standing.highestRateBps - standing.shrunkRateBps)) / 10_000;
        const trust = mean(honest.map(({ standing }) => standing.reliabilityBps)) / 10_000;
        return [
          `${cases}`,
          `${share(held)} (${share(interval.low)}–${share(interval.high)})`,
          trust.toFixed(3),
          share(width),
        ];
      }),
    ),
    '',
    `In a world where all have the same skill, ${alarms.alarms} of ${alarms.of} providers (${share(alarms.alarms / alarms.of)}) lie outside of the 99.8 % limits of a funnel that is as wide as`,
    `their spread asks: a dispersion of ${alarms.dispersion.toFixed(2)}, creditors that differ and ends that nobody chose included.`,
    '',
    '![intervals](plots/intervals.svg)',
    '![funnel](plots/funnel.svg)',
    '',
  ];
}

function grades({ changes, newcomers, rankings }: Findings): string[] {
  const at = (values: readonly number[], share: number) => quantile(values, share).toFixed(1);
  const spread = (values: readonly number[]) => [
    mean(values).toFixed(2),
    ...[0.5, 0.9, 0.95, 0.99].map((share) => at(values, share)),
  ];
  const taken = newcomers.map((each) => each.taken);
  const ended = newcomers.map((each) => each.ended);
  const names = ['junior', 'middle', 'senior', 'expert'];
  return [
    '## Grades',
    '',
    'Changes a year of honest providers of constant skill, 200 cases in two years, looked at each month:',
    '',
    ...table(
      ['', 'mean', 'median', '90 %', '95 %', '99 %'],
      [
        ['all, the first rises included', ...spread(changes.all)],
        ['after the first year', ...spread(changes.later)],
      ],
    ),
    '',
    'Cases until a newcomer of the best quarter is middle, within the quota of a junior:',
    '',
    ...table(
      ['', 'quarter', 'median', 'three quarters', '90 %'],
      [
        ['taken', ...[0.25, 0.5, 0.75, 0.9].map((share) => `${quantile(taken, share)}`)],
        ['ended', ...[0.25, 0.5, 0.75, 0.9].map((share) => `${quantile(ended, share)}`)],
      ],
    ),
    '',
    'Grades of honest providers in the end:',
    '',
    ...table(
      ['cases', ...names],
      rankings.map(({ cases, honest }) => [
        `${cases}`,
        ...names.map((name) => share(honest.filter(({ standing }) => standing.grade === name).length / honest.length)),
      ]),
    ),
    '',
    '![newcomers](plots/newcomers.svg)',
    '![changes](plots/changes.svg)',
    '',
  ];
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
