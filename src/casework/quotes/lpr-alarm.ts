import { Injectable, Logger } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Clock } from '../../kernel/index.js';
import { Sweep } from '../../platform/jobs/index.js';
import { Policies } from '../../platform/policy/index.js';
import { interestFigures, missingPublications } from '../interest/index.js';

const missing = new Gauge({
  name: 'recourse_lpr_missing_months',
  help: 'Months whose loan prime rate is missing in policy interest',
});

const HOUR_MS = 3_600_000;

/** Alarms when a publication of the loan prime rate is missing: every claim of later days assumes that the rate did not change. */
@Injectable()
export class LprAlarm {
  private readonly log = new Logger(LprAlarm.name);

  constructor(
    private readonly policies: Policies,
    private readonly clock: Clock,
  ) {}

  @Sweep('lpr.check', HOUR_MS)
  async check(): Promise<void> {
    const months = missingPublications(await this.policies.get(interestFigures), this.clock.today());
    missing.set(months.length);
    if (months.length > 0) {
      this.log.warn(
        `the loan prime rate of ${months.join(', ')} is missing: set lpr and lprVerifiedThrough of policy interest`,
      );
    }
  }
}
