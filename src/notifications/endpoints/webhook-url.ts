import { OutboundFault, type Reach } from '../../platform/outbound/index.js';
import { WebhookUrlRefused } from './endpoint.refusals.js';

/** Refuses a URL that can never be delivered to. A name whose lookup fails just now passes; the log will show it. */
export async function checkWebhookUrl(reach: Reach, url: string): Promise<void> {
  try {
    await reach.addressesOf(url);
  } catch (error) {
    if (!(error instanceof OutboundFault)) throw error;
    const reason = reasonOf(error);
    if (reason) throw new WebhookUrlRefused({ path: 'url', details: { reason } });
  }
}

function reasonOf({ code, detail }: OutboundFault): string | undefined {
  if (code === 'ADDRESS_NOT_ALLOWED') return detail;
  if (code === 'ADDRESS_NOT_PUBLIC') return 'PRIVATE_ADDRESS';
  return code === 'NAME_NOT_FOUND' && detail === 'ENOTFOUND' ? 'UNKNOWN_HOST' : undefined;
}
