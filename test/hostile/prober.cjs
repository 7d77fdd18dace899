// Asks for signs of life from a process of its own, so that what the tests are busy with counts for nothing.
const { setTimeout: sleep } = require('node:timers/promises');

const PAUSE_MS = 20;
let probing;

async function probe(url, patienceMs) {
  const seen = { probes: 0, longestMs: 0 };
  do {
    const asked = performance.now();
    const answer = await fetch(`${url}/livez`, { signal: AbortSignal.timeout(patienceMs) });
    if (answer.status !== 200) throw new Error(`/livez answered ${answer.status}`);
    await answer.arrayBuffer();
    seen.longestMs = Math.max(seen.longestMs, performance.now() - asked);
    seen.probes += 1;
    await sleep(PAUSE_MS);
  } while (!probing.over);
  return seen;
}

process.on('disconnect', () => process.exit());
process.on('message', ({ url, patienceMs }) => {
  if (!url) {
    probing.over = true;
    return;
  }
  probing = { over: false };
  probe(url, patienceMs).then(
    (seen) => process.send({ seen }),
    (error) => process.send({ fault: String(error) }),
  );
});
