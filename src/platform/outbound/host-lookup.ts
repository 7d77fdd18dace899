import { Resolver } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

const TIMEOUT_MS = 2_000;
const TRIES = 2;

/** Resolves names by DNS queries of its own, not the system's lookup, so that a slow name blocks no thread of the pool. */
@Injectable()
export class HostLookup {
  private readonly resolver = new Resolver({ timeout: TIMEOUT_MS, tries: TRIES });

  /** Every address of a name. Throws the resolver's error (`ENOTFOUND`, `ETIMEOUT`, …) when there is none. */
  async addressesOf(name: string): Promise<string[]> {
    if (name === 'localhost') return ['127.0.0.1', '::1'];
    const [v4, v6] = await Promise.allSettled([this.resolver.resolve4(name), this.resolver.resolve6(name)]);
    const found = [v4, v6].flatMap((asked) => (asked.status === 'fulfilled' ? asked.value : []));
    if (found.length === 0 && v4.status === 'rejected') throw v4.reason;
    return found;
  }
}
