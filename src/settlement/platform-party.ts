import { Injectable } from '@nestjs/common';
import { Organisations } from '../identity/index.js';
import type { Queryable } from '../platform/database/index.js';

/** The organisation that earns the service fee. It never changes once it is founded, so it is looked up once. */
@Injectable()
export class PlatformParty {
  private known: string | undefined;

  constructor(private readonly organisations: Organisations) {}

  async id(q: Queryable): Promise<string> {
    this.known ??= (await this.organisations.platform(q))?.id;
    if (!this.known)
      throw new Error('the platform has no organisation yet: create its first owner before settling money');
    return this.known;
  }
}
