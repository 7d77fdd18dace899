import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { Sweep } from '../../platform/jobs/index.js';
import { HallListingRepository } from './hall-listing.repository.js';

const EVERY_MS = 6 * 3_600_000;
const STRETCH = 5_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Keeps the rate the hall shows equal to the rate a grab would freeze, as cases grow older into the next tier. */
@Injectable()
export class HallAging {
  constructor(
    private readonly database: Database,
    private readonly listings: HallListingRepository,
  ) {}

  @Sweep('hall.rates', EVERY_MS)
  async sweep(): Promise<void> {
    let after: string | undefined = FIRST;
    while (after !== undefined) after = await this.listings.rateAnew(this.database, after, STRETCH);
  }
}
