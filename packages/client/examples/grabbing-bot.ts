// Watches the hall and grabs what is worth it: RECOURSE_API_KEY=rk_live_… node grabbing-bot.ts
import { formatYuan, isRefusal, type Offer, Recourse, yuan } from '@recourse/client';

const worthIt = ({ category, amountFen, commissionBps }: Offer): boolean =>
  category === 'commercial_receivable' && (amountFen ?? 0n) >= yuan(5_000) && commissionBps >= 1_500;

/** Runs until the signal aborts. `say` gets one line for each thing that happens. */
export async function grabbingBot(client: Recourse, say: (line: string) => void, signal?: AbortSignal): Promise<void> {
  for await (const offer of client.hall.watch({ after: process.env['RECOURSE_AFTER'], signal })) {
    if (!worthIt(offer)) continue;
    try {
      const grab = await client.grabs.grab({ caseId: offer.caseId });
      await client.grabs.accept({ grabId: grab.id });
      say(`took ${offer.caseId}: ${formatYuan(grab.amountFen)} yuan at ${grab.terms.commissionBps / 100} %`);
    } catch (error) {
      if (isRefusal(error, 'CASE_ALREADY_GRABBED', 'CASE_TOO_LARGE')) continue;
      if (!isRefusal(error, 'QUOTA_EXCEEDED', 'GRABBING_SUSPENDED')) throw error;
      say(`stopping: ${error.message} Go on with RECOURSE_AFTER=${offer.cursor}`);
      return;
    }
  }
}

if (process.argv[1]?.includes('grabbing-bot')) {
  const { RECOURSE_API_KEY: apiKey, RECOURSE_URL: baseUrl } = process.env;
  void grabbingBot(new Recourse({ apiKey, baseUrl }), console.log);
}
