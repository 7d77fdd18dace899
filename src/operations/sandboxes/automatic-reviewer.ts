import { Injectable, Logger } from '@nestjs/common';
import type { WaitingTest } from '../../casework/cases/index.js';
import { CaseReviews } from '../../casework/reviews/index.js';
import type { Actor } from '../../kernel/access/index.js';
import { TestOrganisations } from '../../parties/members/index.js';
import { magicOf, Reviews, VerificationReader, type WaitingApplication } from '../../parties/verification/index.js';
import { Database } from '../../platform/database/index.js';
import { Sweep } from '../../platform/jobs/index.js';
import { magicCaseOf, SLOW_CASES } from './magic-cases.policy.js';

const EVERY_MS = 1_000;
const AT_ONCE = 50;

/**
 * The reviewer of every sandbox: decides by magic values, with the same acts as people, as the only member of the sandbox's
 * own platform. A sweep finds what waits, so a decision may be late but is never lost.
 */
@Injectable()
export class AutomaticReviewer {
  private readonly logger = new Logger(AutomaticReviewer.name);

  constructor(
    private readonly database: Database,
    private readonly tests: TestOrganisations,
    private readonly reviews: Reviews,
    private readonly reader: VerificationReader,
    private readonly cases: CaseReviews,
  ) {}

  @Sweep('sandbox.reviews', EVERY_MS)
  async decideWaiting(): Promise<void> {
    await this.each(await this.reviews.waitingInSandboxes(AT_ONCE), (one, reviewer) => this.decide(one, reviewer));
    const cases = await this.cases.waitingInSandboxes(SLOW_CASES, AT_ONCE);
    await this.each(cases, (one, reviewer) => this.decideCase(one, reviewer));
  }

  /** Claims an application, reads it and decides; one with a delayed verdict stays claimed meanwhile. */
  private async decide({ id, waitedSeconds }: WaitingApplication, reviewer: Actor): Promise<void> {
    await this.reviews.claim(reviewer, id);
    const { application, facts } = await this.reader.one(reviewer, id);
    const { verdict, reasonCodes, afterSeconds } = magicOf(facts);
    if (waitedSeconds < afterSeconds) return;
    const enough = verdict === 'approved' || (verdict === 'more_information' && application.submission > 1);
    if (enough) await this.reviews.approve(reviewer, id, null);
    else await this.reviews.reject(reviewer, id, { reasonCodes, note: null });
  }

  private async decideCase(one: WaitingTest, reviewer: Actor): Promise<void> {
    const { verdict, afterSeconds } = magicCaseOf(one.externalRef);
    if (one.waitedSeconds < afterSeconds) return;
    await this.cases.claim(reviewer, one.id);
    if (verdict === 'admitted') await this.cases.admit(reviewer, one.id, 'sandbox');
    else await this.cases.reject(reviewer, one.id, one.reasonCodes, null);
  }

  /** One that cannot be decided is logged, so that it does not delay the others. */
  private async each<T extends { id: string; sandboxId: string }>(
    waiting: T[],
    decide: (one: T, reviewer: Actor) => Promise<void>,
  ): Promise<void> {
    for (const one of waiting) {
      try {
        await decide(one, await this.tests.reviewerOf(this.database, one.sandboxId));
      } catch (error) {
        this.logger.warn(`test review of ${one.id} waits: ${(error as Error).message}`);
      }
    }
  }
}
