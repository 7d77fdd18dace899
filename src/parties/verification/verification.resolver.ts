import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor } from '../../platform/access/index.js';
import { Submissions } from './submissions.js';
import {
  SubmitVerificationResult,
  summaryView,
  VerificationSummaryView,
  VerificationView,
  verificationView,
} from './verification.graphql.js';
import { applicationOf, SubmitVerificationInput } from './verification.inputs.js';
import { VerificationReader } from './verification-reader.js';

const APPLICANTS = ['creditor', 'agency', 'law_firm'] as const;

/** The applicant's side. */
@Resolver()
export class VerificationResolver {
  constructor(
    private readonly submissions: Submissions,
    private readonly reader: VerificationReader,
  ) {}

  @Query(() => VerificationView, {
    nullable: true,
    description: 'The newest application of your organisation; null when there is none.',
  })
  @Access({ kinds: APPLICANTS, scope: 'verification:read' })
  async myVerification(@CurrentActor() actor: Actor): Promise<VerificationView | null> {
    const detail = await this.reader.mine(actor);
    return detail && verificationView(detail);
  }

  @Mutation(() => SubmitVerificationResult, {
    description: 'Stores a draft, or a correction of a rejected application, without checking it.',
  })
  @Access({ kinds: APPLICANTS, roles: ['owner', 'operator'], scope: 'verification:write' })
  async saveVerificationDraft(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The application so far.' }) input: SubmitVerificationInput,
  ): Promise<VerificationSummaryView> {
    return summaryView(await this.submissions.saveDraft(actor, applicationOf(input)));
  }

  @Mutation(() => SubmitVerificationResult, {
    description: 'Submits the application, or a corrected one again. A refusal names every missing or wrong field.',
  })
  @Access({ kinds: APPLICANTS, roles: ['owner', 'operator'], scope: 'verification:write' })
  async submitVerification(
    @CurrentActor() actor: Actor,
    @Args('input', { description: 'The whole application.' }) input: SubmitVerificationInput,
  ): Promise<VerificationSummaryView> {
    return summaryView(await this.submissions.submit(actor, applicationOf(input)));
  }
}
