// Watches the hall and grabs what is worth it: RECOURSE_API_KEY=rk_live_… node grabbing-bot.ts
import { formatYuan, isRefusal, Recourse, yuan } from '@recourse/client';

const WORTH_IT = { categories: ['commercial_receivable' as const], minAmountFen: yuan(5_000), minCommissionBps: 1_500 };

/** Runs until the signal aborts or the quota is used up. `say` gets one line for each thing that happens. */
export async function grabbingBot(client: Recourse, say: (line: string) => void, signal?: AbortSignal): Promise<void> {
  // First what stands in the hall (or what was listed since RECOURSE_AFTER), then what enters it, as it happens.
  for await (const offer of client.hall.watch({ filter: WORTH_IT, after: process.env['RECOURSE_AFTER'], signal })) {
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
