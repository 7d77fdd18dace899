import { Injectable, type OnModuleInit } from '@nestjs/common';
import { machineActor } from '../../kernel/access/index.js';
import { Unauthenticated } from '../../kernel/index.js';
import { Authenticator, type BearerKind, type KnownBearer } from '../../platform/access/index.js';
import { hashOfSecret } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import { AskedTogether } from '../../platform/loops/index.js';
import { admitsOf, coarseAddress } from './addresses.policy.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { keyModeOf, modeOf } from './key-text.js';

/** API keys as bearers: `Authorization: Bearer rk_live_…`. */
@Injectable()
export class ApiKeyBearer implements BearerKind, OnModuleInit {
  private readonly holders = new AskedTogether((hashes: Buffer[]) => this.apiKeys.holders(this.database, hashes));

  constructor(
    private readonly database: Database,
    private readonly apiKeys: ApiKeyRepository,
    private readonly authenticator: Authenticator,
  ) {}

  onModuleInit(): void {
    this.authenticator.register(this);
  }

  recognises(bearer: string): boolean {
    return bearer.startsWith('rk_');
  }

  async check(key: string, _: KnownBearer | undefined, address: string | undefined): Promise<KnownBearer> {
    const mode = keyModeOf('rk', key);
    if (!mode) throw new Unauthenticated();
    const checkedAt = performance.now();
    const holder = await this.holders.ask(hashOfSecret(key));
    if (!holder || modeOf(holder) !== mode) throw new Unauthenticated();
    const admits = admitsOf(holder.addresses);
    const used = holder.useIsOld && (!admits || admits(address));
    if (used) await this.apiKeys.noteUse(this.database, holder.apiKeyId, coarseAddress(address));
    return { actor: machineActor(holder), checkedAt, expiresAt: Number.POSITIVE_INFINITY, admits };
  }
}
