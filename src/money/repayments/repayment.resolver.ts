import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import { IdArg, textOf, toConnection } from '../../platform/faces/index.js';
import { DOUBTERS, JUDGES, READERS, REPORTERS } from './repayment.access.js';
import {
  ConfirmRepaymentResult,
  DisputeRepaymentResult,
  RejectRepaymentResult,
  RepaymentConnection,
  RepaymentListArgs,
  RepaymentView,
  ReportRepaymentInput,
  ReportRepaymentResult,
  ReverseRepaymentResult,
} from './repayment.graphql.js';
import { RepaymentViews } from './repayment-views.js';
import { Repayments } from './repayments.service.js';

const REASON = { type: () => String, description: 'The reason, 1 to 500 characters; the other side reads it.' };
const TheRepayment = IdArg('repaymentId', 'repayment', 'The repayment.');

@Resolver(() => RepaymentView)
export class RepaymentResolver {
  constructor(
    private readonly service: Repayments,
    private readonly views: RepaymentViews,
  ) {}

  @Mutation(() => ReportRepaymentResult, {
    description:
      'Reports that the debtor paid. A report of the creditor is confirmed at once; one of a provider waits for the creditor, seven days by default.',
  })
  @Access(REPORTERS)
  async reportRepayment(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Args('input', { description: 'The payment.' }) input: ReportRepaymentInput,
  ): Promise<RepaymentView> {
    return this.views.of(await this.service.report(actor, key, input));
  }

  @Mutation(() => ConfirmRepaymentResult, {
    description:
      'Confirms a reported repayment and settles its commission; one that is confirmed already is returned unchanged.',
  })
  @Access(JUDGES)
  async confirmRepayment(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @TheRepayment repaymentId: string,
  ): Promise<RepaymentView> {
    return this.views.of(await this.service.confirm(actor, key, repaymentId));
  }

  @Mutation(() => RejectRepaymentResult, { description: 'Rejects a reported repayment that did not arrive.' })
  @Access(JUDGES)
  async rejectRepayment(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @TheRepayment repaymentId: string,
    @Args('reason', REASON, textOf('reason', 500)) reason: string,
  ): Promise<RepaymentView> {
    return this.views.of(await this.service.reject(actor, key, repaymentId, reason));
  }

  @Mutation(() => DisputeRepaymentResult, { description: 'Disputes a reported repayment: time no longer confirms it.' })
  @Access(DOUBTERS)
  async disputeRepayment(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @TheRepayment repaymentId: string,
    @Args('reason', REASON, textOf('reason', 500)) reason: string,
  ): Promise<RepaymentView> {
    return this.views.of(await this.service.dispute(actor, key, repaymentId, reason));
  }

  @Mutation(() => ReverseRepaymentResult, {
    description: 'Reverses a confirmed repayment: recovery, commission and fee, also after the statement.',
  })
  @Access(JUDGES)
  async reverseRepayment(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @TheRepayment repaymentId: string,
    @Args('reason', REASON, textOf('reason', 500)) reason: string,
  ): Promise<RepaymentView> {
    return this.views.of(await this.service.reverse(actor, key, repaymentId, reason));
  }

  @Query(() => RepaymentView, { description: 'One repayment on one of your cases.' })
  @Access(READERS)
  async repayment(@CurrentActor() actor: Actor, @IdArg('id', 'repayment', 'The repayment.') id: string) {
    return this.views.of(await this.service.get(actor, id));
  }

  @Query(() => RepaymentConnection, { description: 'The repayments on your cases, newest first.' })
  @Access(READERS)
  async repayments(@CurrentActor() actor: Actor, @Args() { filter, ...page }: RepaymentListArgs) {
    return toConnection(await this.service.list(actor, page, filter ?? {}), this.views.of);
  }
}
