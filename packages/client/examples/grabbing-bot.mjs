// Watches the hall and grabs what is worth it: RECOURSE_API_KEY=rk_live_… node grabbing-bot.mjs
import { formatYuan, isRefusal, Recourse, yuan } from '@recourse/client';

const WORTH_IT = { categories: ['commercial_receivable'], minAmountFen: yuan(5_000), minCommissionBps: 1_500 };
const NOT_FOR_US = ['CASE_ALREADY_GRABBED', 'CASE_ALREADY_YOURS', 'CASE_RETURNED_BEFORE', 'CASE_TOO_LARGE'];
const LATER = ['QUOTA_EXCEEDED', 'GRABBING_SUSPENDED'];

/** Runs until the signal aborts. `say` gets one line for each thing that happens. */
export async function grabbingBot(client, say, signal) {
  let cursor = process.env.RECOURSE_AFTER;
  // First what stands in the hall (or what was listed since RECOURSE_AFTER), then what enters it, as it happens.
  for await (const offer of client.hall.watch({ filter: WORTH_IT, after: cursor, signal })) {
    cursor = offer.cursor;
    while (!signal?.aborted && !(await settled(client, offer.caseId, say))) await aPlace(client, signal);
  }
  say(`stopped; go on with RECOURSE_AFTER=${cursor}`);
}

/** Whether a case is ours now or not for us; false while we may hold no more. */
async function settled(client, caseId, say) {
  try {
    const grab = await client.grabs.grab({ caseId });
    await client.grabs.accept({ grabId: grab.id });
    say(`took ${caseId}: ${formatYuan(grab.amountFen)} yuan at ${grab.terms.commissionBps / 100} %`);
  } catch (error) {
    if (isRefusal(error, ...LATER)) say(`waiting: ${error.message}`);
    else if (!isRefusal(error, ...NOT_FOR_US)) throw error;
    return !isRefusal(error, ...LATER);
  }
  return true;
}

/** Until one of our grabs has ended, or a minute is over: a suspension ends without an event. */
async function aPlace(client, signal) {
  const minute = AbortSignal.timeout(60_000);
  const ending = signal ? AbortSignal.any([signal, minute]) : minute;
  for await (const _ of client.events.stream({ types: ['grab.ended'], signal: ending })) return;
}

if (process.argv[1]?.includes('grabbing-bot')) {
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => ending.abort());
  const { RECOURSE_API_KEY: apiKey, RECOURSE_URL: baseUrl } = process.env;
  void grabbingBot(new Recourse({ apiKey, baseUrl }), console.log, ending.signal);
}
