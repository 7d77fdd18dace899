import { standingParameters } from '../../src/risk/standing/standing-parameters.policy.js';
import { BEHAVIOURS, HONEST } from './behaviours.js';
import { career, casesToMiddle, outcomeOf } from './career.js';
import { errorOfMean, mean, quantile, spearman } from './measures.js';
import { providerOf, WORLD } from './model.js';
const [, , n = '50', seeds = '1', providers = '100', over = '{}', world = '{}', what = 'sgnf'] = process.argv;
const P = standingParameters(JSON.parse(over));
const W = { ...WORLD, ...JSON.parse(world) };
const t0 = performance.now();
const N = Number(n);
const acc = {};
const add = (k, ...v) => {
    (acc[k] ??= []).push(...v);
};
for (let seed = 1; seed <= Number(seeds); seed++) {
    const all = Array.from({ length: Number(providers) }, (_, id) => providerOf(seed, id, W));
    const paths = all.map((p) => what.includes('f') ? career(seed, p, N, HONEST, W, P) : [outcomeOf(seed, p, N, HONEST, W, P)]);
    const last = paths.map((p) => p.at(-1));
    add('spearman', spearman(last.map((s) => s.shrunkRateBps), all.map((p) => p.skill)));
    add('spearman adj', spearman(last.map((s) => s.adjustedRateBps ?? 0), all.map((p) => p.skill)));
    add('plain', spearman(last.map((s) => s.collectionRateBps ?? 0), all.map((p) => p.skill)));
    add('cover', ...last.map((s, i) => Number(s.lowestRateBps / 1e4 <= all[i].trueRate && all[i].trueRate <= s.highestRateBps / 1e4)));
    add('z', ...last.map((s, i) => (s.shrunkRateBps / 1e4 - all[i].trueRate) / ((s.highestRateBps - s.shrunkRateBps) / 1.96e4)));
    add('z2', ...last.map((s, i) => ((s.shrunkRateBps / 1e4 - all[i].trueRate) / ((s.highestRateBps - s.shrunkRateBps) / 1.96e4)) ** 2));
    add('rel', ...last.map((s) => s.reliabilityBps / 1e4));
    add('adj', ...last.map((s, i) => (s.adjustedRateBps ?? 0) / 1e4 / all[i].trueRate));
    add('shrunk', ...last.map((s) => s.shrunkRateBps / 1e4));
    const years = paths[0].length / 12;
    add('flips', ...paths.map((p) => p.filter((s, i) => s.grade !== (p[i - 1]?.grade ?? 'junior')).length / years));
    for (const g of ['junior', 'middle', 'senior', 'expert'])
        add(g, ...last.map((s) => Number(s.grade === g)));
    if (what.includes('g'))
        for (const b of BEHAVIOURS)
            all.forEach((p, i) => {
                const s = outcomeOf(seed, p, N, b, W, P);
                add(`gain ${b.name}`, 100 * (s.shrunkRateBps / last[i].shrunkRateBps - 1));
            });
    if (what.includes('n')) {
        const top = [...all].sort((a, b) => b.skill - a.skill).slice(0, all.length / 4);
        for (const p of top) {
            const r = casesToMiddle(seed, p, HONEST, W, P);
            add('taken', r.taken);
            add('ended', r.ended);
        }
    }
}
for (const [k, v] of Object.entries(acc))
    console.log(k.padEnd(60), mean(v).toFixed(4), '±', errorOfMean(v).toFixed(4), 'q50', quantile(v, 0.5).toFixed(3));
console.log(((performance.now() - t0) / 1000).toFixed(1), 's');
