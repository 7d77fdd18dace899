import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from '../platform/config/index.js';
import { isLoopbackAddress, isPublicAddress } from './address.policy.js';
import { HostLookup } from './host-lookup.js';
import type { AttemptError } from './retry.policy.js';
import { hostOf, targetFault } from './target.policy.js';
import { WebhookUrlRefused } from './webhooks.refusals.js';

/** An attempt that came to nothing, by the word the log shows and what is behind it. */
export class AttemptFailed extends Error {
  constructor(
    readonly word: AttemptError,
    detail: string,
  ) {
    super(detail);
  }
}

/** Where deliveries may go: decided by the URL's text and by every address its host has right now. */
@Injectable()
export class WebhookReach {
  constructor(
    private readonly lookup: HostLookup,
    private readonly config: Config,
  ) {}

  /**
   * The addresses a delivery may connect to, asked and checked anew each time: a name that pointed to a public host when the
   * endpoint was made may point inside by now. One address that is not public spoils them all. Throws AttemptFailed.
   */
  async addressesOf(text: string): Promise<string[]> {
    const fault = targetFault(text, this.insecure);
    if (fault) throw new AttemptFailed('REFUSED_ADDRESS', fault);
    const host = hostOf(new URL(text));
    const addresses = isIP(host) ? [host] : await this.resolved(host);
    const refused = addresses.find((address) => !this.allows(address));
    if (refused !== undefined) throw new AttemptFailed('REFUSED_ADDRESS', `${refused} is not a public address`);
    return addresses;
  }

  /** Refuses a URL that could never be delivered to. A name that cannot be looked up just now passes: the log will tell. */
  async check(url: string): Promise<void> {
    const fault = targetFault(url, this.insecure);
    if (fault) throw refusalOf(fault);
    try {
      await this.addressesOf(url);
    } catch (error) {
      if (!(error instanceof AttemptFailed)) throw error;
      if (error.word === 'REFUSED_ADDRESS') throw refusalOf('PRIVATE_ADDRESS');
      if (error.message === 'ENOTFOUND') throw refusalOf('UNKNOWN_HOST');
    }
  }

  private get insecure(): boolean {
    return this.config.webhooksAllowInsecure;
  }

  private allows(address: string): boolean {
    return isPublicAddress(address) || (this.insecure && isLoopbackAddress(address));
  }

  private async resolved(host: string): Promise<string[]> {
    try {
      const addresses = await this.lookup.addressesOf(host);
      if (addresses.length > 0) return addresses;
    } catch (error) {
      throw new AttemptFailed('DNS', (error as { code?: string }).code ?? 'no answer');
    }
    throw new AttemptFailed('DNS', 'no address');
  }
}

function refusalOf(reason: string): WebhookUrlRefused {
  return new WebhookUrlRefused({ path: 'url', details: { reason } });
}
