import { funnelLimits } from '../../src/kernel/statistics.js';
import type { Findings } from './findings.js';
import { mean, quantile } from './measures.js';
import { COLOURS, Plot } from './plots.js';
import { funnelPlace, isCovered, STUDY } from './study.js';

const [BLUE, RED, GREEN, YELLOW, VIOLET] = COLOURS;
const GROUPS = { honest: BLUE, picker: YELLOW, dropper: RED, friend: VIOLET, ring: VIOLET };
const percent = (tick: number) => `${Math.round(tick * 100)} %`;
const RATES = [0.6, 0.8, 1, 1.2, 1.4, 1.6];

/** The pictures of a study by the names of their files. */
export function picturesOf(findings: Findings): Record<string, string> {
  return {
    'ranking.svg': ranking(findings),
    'standing-and-skill.svg': scatter(findings),
    'intervals.svg': intervals(findings),
    'gains.svg': gains(findings),
    'newcomers.svg': newcomers(findings),
    'changes.svg': changes(findings),
    'funnel.svg': funnel(findings),
  };
}

function ranking({ rankings }: Findings): string {
  const x = { label: 'cases per provider', low: 0, high: 550, ticks: rankings.map(({ cases }) => cases) };
  const y = { label: 'Spearman with hidden skill', low: 0.4, high: 1, ticks: [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1] };
  const plot = new Plot('How well the order of providers is that of their skills', x, y);
  const series = [
    { name: 'standing', colour: BLUE, of: (at: number) => mean(rankings[at]!.standing) },
    { name: 'plain rate', colour: RED, of: (at: number) => mean(rankings[at]!.plain) },
  ];
  for (const { name, colour, of } of series) {
    plot.key(name, colour).line(
      rankings.map(({ cases }, at) => [cases, of(at)] as const),
      colour,
    );
    for (const [at, { cases }] of rankings.entries()) plot.dot(cases, of(at), colour, 4);
  }
  plot.key('goal', '#222').line(
    [
      [50, 0.8],
      [200, 0.9],
      [500, 0.95],
    ],
    '#222',
    '4 3',
  );
  return `${plot}`;
}

function scatter({ rankings }: Findings): string {
  const { cases, mixed } = rankings[1]!;
  const axis = { low: 0.5, high: 1.7, ticks: RATES, say: percent };
  const title = `Standing after ${cases} cases`;
  const plot = new Plot(title, { ...axis, label: 'true rate' }, { ...axis, label: 'rate that decides' });
  plot.line(
    [
      [0.5, 0.5],
      [1.7, 1.7],
    ],
    '#999',
    '4 3',
  );
  for (const { provider, behaviour, standing } of mixed) {
    plot.dot(provider.trueRate, standing.shrunkRateBps / 10_000, GROUPS[behaviour.group]);
  }
  plot.key('honest', BLUE).key('picks', YELLOW).key('gives back', RED).key('has a friend', VIOLET);
  return `${plot}`;
}

function intervals({ rankings }: Findings): string {
  const { cases, honest } = rankings[1]!;
  const shown = honest.slice(0, 100).sort((a, b) => a.standing.shrunkRateBps - b.standing.shrunkRateBps);
  const x = { label: 'providers by standing', low: -1, high: 100, ticks: [] };
  const y = { label: 'rate', low: 0.4, high: 1.7, ticks: RATES, say: percent };
  const plot = new Plot(`95 % intervals and true rates after ${cases} cases`, x, y);
  for (const [at, seen] of shown.entries()) {
    const { lowestRateBps: low, highestRateBps: high } = seen.standing;
    const colour = isCovered(seen) ? BLUE : RED;
    plot
      .line(
        [
          [at, low / 10_000],
          [at, high / 10_000],
        ],
        colour,
      )
      .dot(at, seen.provider.trueRate, '#222', 2.5);
  }
  plot.key('interval', BLUE).key('interval that misses', RED).key('true rate', '#222');
  return `${plot}`;
}

function gains({ tricks }: Findings): string {
  const x = {
    label: 'mean gain of rate by the trick, in percent',
    low: -15,
    high: 15,
    ticks: [-15, -10, -5, 0, 5, 10, 15],
  };
  const y = { label: '', low: -0.6, high: tricks.length - 0.4, ticks: [] };
  const plot = new Plot('What tricks bring: 50, 200 and 500 cases, same skills and draws', x, y, 330);
  const at = (index: number) => tricks.length - 1 - index;
  for (const [index, { behaviour, gains: bySize }] of tricks.entries()) {
    plot.name(at(index), behaviour.name);
    for (const [size, values] of bySize.entries()) {
      const middle = at(index) + 0.25 * (1 - size);
      plot.bar([0, middle - 0.11], [mean(values), middle + 0.11], [BLUE, GREEN, YELLOW][size]!);
    }
  }
  plot
    .line(
      [
        [1, -0.6],
        [1, tricks.length - 0.4],
      ],
      RED,
      '4 3',
    )
    .line(
      [
        [0, -0.6],
        [0, tricks.length - 0.4],
      ],
      '#222',
    );
  plot.key('50', BLUE).key('200', GREEN).key('500', YELLOW).key('goal: at most 1 %', RED);
  return `${plot}`;
}

function newcomers({ newcomers: seen }: Findings): string {
  const x = { label: 'cases', low: 0, high: 50, ticks: [0, 5, 10, 15, 20, 30, 40, 50] };
  const y = {
    label: 'share of newcomers of the best quarter',
    low: 0,
    high: 1,
    ticks: [0, 0.25, 0.5, 0.75, 1],
    say: percent,
  };
  const plot = new Plot('Cases until a good newcomer is of middle grade', x, y);
  const steps = Array.from({ length: 51 }, (_, cases) => cases);
  const share = (of: (each: { taken: number; ended: number }) => number, cases: number) =>
    seen.filter((each) => of(each) <= cases).length / seen.length;
  plot
    .line(
      steps.map((cases) => [cases, share(({ taken }) => taken, cases)] as const),
      BLUE,
    )
    .key('taken', BLUE);
  plot
    .line(
      steps.map((cases) => [cases, share(({ ended }) => ended, cases)] as const),
      GREEN,
    )
    .key('ended', GREEN);
  plot
    .line(
      [
        [15, 0],
        [15, 1],
      ],
      '#222',
      '4 3',
    )
    .key('goal: half of them by 15', '#222');
  return `${plot}`;
}

function changes({ changes: { all } }: Findings): string {
  const most = 3;
  const bins = Array.from({ length: 12 }, (_, at) => at * (most / 12));
  const shares = bins.map((low) => all.filter((each) => each >= low && each < low + most / 12).length / all.length);
  const x = { label: 'changes of grade a year', low: 0, high: most, ticks: [0, 0.5, 1, 1.5, 2, 2.5, 3] };
  const y = { label: 'share of providers', low: 0, high: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1], say: percent };
  const plot = new Plot('Changes of grade while skill stays the same, the first rises included', x, y);
  for (const [at, share] of shares.entries()) plot.bar([bins[at]!, 0], [bins[at]! + most / 12 - 0.02, share], BLUE);
  plot
    .line(
      [
        [mean(all), 0],
        [mean(all), 1],
      ],
      RED,
      '4 3',
    )
    .key(`mean ${mean(all).toFixed(2)}`, RED);
  plot.key(`95 of 100 have at most ${quantile(all, 0.95).toFixed(1)}`, BLUE);
  return `${plot}`;
}

function funnel({ rankings }: Findings): string {
  const seen = rankings.flatMap(({ honest }) => honest.slice(0, 200));
  const x = { label: 'recoveries that would vary as much', low: 0, high: 1_000, ticks: [0, 200, 400, 600, 800, 1_000] };
  const y = { label: 'recovered ÷ expected', low: 0.4, high: 1.8, ticks: [0.4, ...RATES, 1.8], say: percent };
  const plot = new Plot('Funnel of honest providers with 50, 200 and 500 cases', x, y);
  const places = seen.map((each) => funnelPlace(each, STUDY.parameters));
  for (const { counts, rate } of places) plot.dot(counts, rate, BLUE, 2);
  const grid = Array.from({ length: 99 }, (_, at) => 15 + at * 10);
  for (const [band, colour] of [
    ['inner', GREEN],
    ['outer', RED],
  ] as const) {
    for (const side of ['low', 'high'] as const) {
      plot.line(
        grid.map((count) => [count, funnelLimits(count)[band][side] / count] as const),
        colour,
      );
    }
  }
  plot
    .key('95 %', GREEN)
    .key('99.8 % (exact Poisson)', RED)
    .line(
      [
        [0, 1],
        [1_000, 1],
      ],
      '#999',
      '4 3',
    );
  return `${plot}`;
}
