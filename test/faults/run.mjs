/**
 * `npm run faults [-- --kinds=kill-pg,rolling --seeds=5 --seed=3 --seconds=5 --rounds=20]`: a running load, one fault, and what is
 * true afterwards. Nothing acknowledged may be lost and nothing done that nobody was told of, no answer may be a 5xx but a 503
 * with a code and Retry-After, answers come again within 15 s of the fault's end, every event reaches its webhook, and every law
 * holds. Outside `npm test`: it takes half a minute a run.
 */
import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { openBench } from './bench.mjs';
import { brokenLaws, differences, settle, untold } from './checks.mjs';
import { kinds } from './kinds.mjs';
import { Load } from './load.mjs';
import { hasRedis } from './redis.mjs';

const WARM = 60;
const WARM_WITHIN_MS = 30_000;
const BACK_WITHIN_MS = 15_000;
const SETTLED_WITHIN_MS = 60_000;
const REPEATED = 20;

const { values } = parseArgs({
  options: {
    kinds: { type: 'string', default: Object.keys(kinds).join(',') },
    seeds: { type: 'string', default: '1' },
    seed: { type: 'string' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '20' },
    verbose: { type: 'boolean', default: false },
  },
});
const chosen = values.kinds.split(',');
for (const kind of chosen) if (!(kind in kinds)) throw new Error(`no kind ${kind}: ${Object.keys(kinds).join(', ')}`);
const seeds = values.seed ? [Number(values.seed)] : Array.from({ length: Number(values.seeds) }, (_, n) => n + 1);
const seconds = Number(values.seconds);

/** The fault strikes a load that runs: every act has been done, and some moments that the seed decides have passed. */
async function warm(load, chances) {
  for (const until = performance.now() + WARM_WITHIN_MS; load.successes.length < WARM || load.undone().length > 0; await pause(50)) {
    const refused = JSON.stringify([...load.refused, ...load.later, ...load.odd]);
    if (performance.now() > until) throw new Error(`the load does not get going: ${load.undone()}; ${refused}\n${load.apps.flatMap(({ errors }) => errors.slice(0, 3)).join('\n')}`);
  }
  await pause(chances.below(1_000));
}

/** Lets the load go on for a while after the fault, and until answers come again and nothing fails any more. */
async function lookOn(load, ended) {
  const quietMs = Math.min(seconds, 3) * 1_000;
  for (;;) {
    const now = performance.now();
    const fails = load.failures.at(-1) ?? 0;
    const works = load.successes.at(-1) > ended && now - fails > quietMs;
    if (now - ended > BACK_WITHIN_MS + quietMs || (works && now - ended > seconds * 1_000)) break;
    await pause(50);
  }
  await load.stop();
  const first = load.successes.find((at) => at > ended);
  return first === undefined ? undefined : Math.max(first, load.failures.at(-1) ?? 0) - ended;
}

function unfelt({ felt }, load, before) {
  if (!felt) return [];
  if (felt === true) return load.failures.length > before ? [] : ['nobody felt it'];
  return load.later.has(felt) ? [] : [`nobody was told ${felt}`];
}

async function run(name, seed) {
  const kind = kinds[name];
  const started = performance.now();
  const bench = await openBench(kind.with ?? {}, seed, Number(values.rounds));
  try {
    const load = new Load(bench.apps, bench.creditors, bench.agencies, seed);
    load.run();
    await warm(load, bench.chances).catch(async (error) => {
      await load.stop();
      throw error;
    });
    const before = load.failures.length;
    const injected = await kind.strike(bench);
    const backMs = await lookOn(load, performance.now());
    const { asked, open } = await load.resolve(BACK_WITHIN_MS);
    const changed = open > 0 ? [] : await load.repeat(REPEATED);
    const { quietMs, left } = await settle(bench, SETTLED_WITHIN_MS);
    const problems = [
      ...(injected ? [] : ['nothing was injected']),
      ...unfelt(kind, load, before),
      ...(backMs === undefined || backMs > BACK_WITHIN_MS ? ['not back in time'] : []),
      ...(open > 0 ? [`${open} without an answer`] : []),
      ...[...load.odd].map(([what, times]) => `${times}x ${what}`),
      ...changed,
      ...left,
      ...(await differences(bench, load.told)),
      ...(await untold(bench, load.told)),
      ...(await brokenLaws(bench)),
      ...[...bench.apps, bench.worker].filter((app) => app?.crashes > 0).map((app) => `${app.crashes} crashes`),
    ];
    return { name, seed, injected, load, asked, backMs, quietMs, webhooks: bench.sink.count(), problems, tookMs: performance.now() - started };
  } finally {
    await bench.stop();
  }
}

const say = (line) => process.stdout.write(`${line}\n`);
const inSeconds = (ms) => (ms === undefined ? 'never' : `${(ms / 1_000).toFixed(1)} s`);
const listed = (counts) => [...counts].map(([what, times]) => `${times}x ${what}`).join(', ') || '-';
const writtenBy = ({ told }) => Object.values(told).reduce((sum, list) => sum + list.length, 0);

function row({ name, seed, injected, load, asked, backMs, quietMs, webhooks, problems, tookMs }) {
  return [
    ...[name, seed, injected || '-', `${load.requests} / ${writtenBy(load)}`, asked, listed(load.later)],
    ...[inSeconds(backMs), inSeconds(quietMs), webhooks, inSeconds(tookMs), problems.slice(0, 6).join('; ') || '-'],
  ];
}

function tellOf(result) {
  const { name, seed, injected, load, asked, backMs, problems, tookMs } = result;
  const outcome = problems.length === 0 ? 'ok' : `BROKEN: ${problems.slice(0, 12).join('; ')}`;
  say(`${name} seed ${seed}: ${injected || 'nothing injected'}; ${writtenBy(load)} acknowledged, ${asked} asked again, back after ${inSeconds(backMs)}, took ${inSeconds(tookMs)}: ${outcome}`);
  if (load.odd.size > 0) for (const error of load.apps.flatMap(({ errors }) => errors).slice(0, 5)) say(`  ${error}`);
  if (!values.verbose) return;
  say(`  told: ${Object.entries(load.told).map(([kind, list]) => `${list.length} ${kind}`).join(', ')}`);
  say(`  refused: ${listed(load.refused)}; not now: ${listed(load.later)}`);
}

const rows = [];
let failed = 0;
for (const name of chosen) {
  if (kinds[name].with?.redis && !hasRedis()) {
    say(`${name}: SKIPPED, there is no redis-server on this machine`);
    continue;
  }
  for (const seed of seeds) {
    try {
      const result = await run(name, seed);
      if (result.problems.length > 0) failed += 1;
      tellOf(result);
      rows.push(row(result));
    } catch (error) {
      failed += 1;
      say(`${name} seed ${seed}: BROKEN: ${error.stack}`);
      rows.push([name, seed, '-', '-', '-', '-', '-', '-', '-', '-', `did not finish: ${error.message.split('\n')[0]}`]);
    }
  }
}
const HEAD = ['fault', 'seed', 'injected', 'requests / acknowledged', 'asked again', 'not now', 'back after', 'quiet after', 'webhooks', 'took', 'broken'];
say('');
for (const cells of [HEAD, HEAD.map(() => '---'), ...rows]) say(`| ${cells.join(' | ')} |`);
say(`\n${rows.length} runs, ${failed} broken`);
process.exit(failed > 0 ? 1 : 0);
