import { Injectable } from '@nestjs/common';
import { Organisations, type World } from '../../parties/worlds/index.js';
import type { Queryable } from '../../platform/database/index.js';

/** The platform organisation that earns the service fee: the live one, or that of the parties' sandbox. */
@Injectable()
export class PlatformParty {
  constructor(private readonly organisations: Organisations) {}

  async id(q: Queryable, organisationId: string): Promise<string> {
    return (await this.worldOf(q, organisationId)).platformId;
  }

  /** The platform of this organisation's sandbox (or the live one), and how far its clock is ahead of database time. */
  async worldOf(q: Queryable, organisationId: string): Promise<World> {
    const world = await this.organisations.worldOf(q, organisationId);
    if (!world) throw new Error('the platform has no organisation yet: create its first owner before settling money');
    return world;
  }
}
