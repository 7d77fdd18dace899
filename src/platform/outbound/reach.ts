import { isIP } from 'node:net';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config/index.js';
import { HostLookup } from './host-lookup.js';
import { OutboundFault } from './outbound-fault.js';
import { isOwnAddress, isPublicAddress } from './public-address.js';
import { hostOf, targetFault } from './target.js';

/**
 * Where requests may go: decided by the URL's text and by every address that its host currently has. `OUTBOUND_ALLOW_PRIVATE` adds
 * this machine and private networks, there over http as well.
 */
@Injectable()
export class Reach {
  private readonly logger = new Logger(Reach.name);
  private readonly allowPrivate: boolean;

  constructor(
    private readonly lookup: HostLookup,
    config: Config,
  ) {
    this.allowPrivate = config.outboundAllowPrivate;
  }

  /** Parses a URL and checks all that needs no look-up. Throws ADDRESS_NOT_ALLOWED or ADDRESS_NOT_PUBLIC. */
  check(text: string): URL {
    const fault = targetFault(text, this.allowPrivate);
    if (fault) throw new OutboundFault('ADDRESS_NOT_ALLOWED', fault);
    const url = new URL(text);
    const host = hostOf(url);
    if (isIP(host) !== 0) this.assertAllowed(url, [host]);
    return url;
  }

  /**
   * The addresses a request may connect to, resolved and checked anew each time: a name that pointed to a public host when
   * it was entered may point inside by now. One address that is not public makes the whole host refused. Throws an OutboundFault.
   */
  async addressesOf(text: string): Promise<string[]> {
    const url = this.check(text);
    const host = hostOf(url);
    if (isIP(host) !== 0) return [host];
    const addresses = await this.resolved(host);
    this.assertAllowed(url, addresses);
    return addresses;
  }

  private assertAllowed(url: URL, addresses: readonly string[]): void {
    const refused = addresses.find((address) => !isPublicAddress(address) && !this.isAllowedOwn(address));
    if (refused !== undefined) {
      // Whoever wrote the address knows it; a name may tell where something is inside.
      if (isIP(hostOf(url)) === 0) this.logger.warn(`${hostOf(url)} has ${refused}, which is not a public address`);
      throw new OutboundFault('ADDRESS_NOT_PUBLIC');
    }
    const plain = url.protocol !== 'https:' && !addresses.every((address) => this.isAllowedOwn(address));
    if (plain) throw new OutboundFault('ADDRESS_NOT_ALLOWED', 'NOT_HTTPS');
  }

  private isAllowedOwn(address: string): boolean {
    return this.allowPrivate && isOwnAddress(address);
  }

  private async resolved(host: string): Promise<string[]> {
    try {
      const addresses = await this.lookup.addressesOf(host);
      if (addresses.length > 0) return addresses;
    } catch (error) {
      throw new OutboundFault('NAME_NOT_FOUND', (error as { code?: string }).code ?? 'no answer');
    }
    throw new OutboundFault('NAME_NOT_FOUND', 'no address');
  }
}
