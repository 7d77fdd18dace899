import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../kernel/access/index.js';
import { Access, CurrentActor, IdempotencyKey } from '../../platform/access/index.js';
import { IdArg, textOf, toConnection } from '../../platform/faces/index.js';
import { CreditorPayments } from './creditor-payments.service.js';
import {
  ApprovePayoutResult,
  CreatePayoutInput,
  CreatePayoutResult,
  type CreditorPaymentView,
  creditorPaymentView,
  MarkPayoutPaidResult,
  MarkPayoutReturnedResult,
  MarkPayoutSentResult,
  PayoutConnection,
  PayoutListArgs,
  PayoutView,
  payoutView,
  RecordCreditorPaymentInput,
  RecordCreditorPaymentResult,
} from './payout.graphql.js';
import { Payouts } from './payouts.service.js';

/** Members only: no API key moves the platform's money. */
const FINANCE = { kinds: ['platform'], roles: ['owner', 'finance'] } as const;
const READERS = {
  kinds: ['agency', 'law_firm', 'platform'],
  roles: ['owner', 'finance', 'viewer'],
  scope: 'statements:read',
} as const;
const ThePayout = IdArg('payoutId', 'payout', 'The payout.');

@Resolver(() => PayoutView)
export class PayoutResolver {
  constructor(
    private readonly service: Payouts,
    private readonly payments: CreditorPayments,
  ) {}

  @Mutation(() => CreatePayoutResult, { description: 'Sets aside earnings of a provider whose hold is over.' })
  @Access(FINANCE)
  async createPayout(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Args('input', { description: 'The provider and the amount.' }) input: CreatePayoutInput,
  ): Promise<PayoutView> {
    return payoutView(await this.service.create(actor, key, input.providerId, input.amountFen ?? undefined));
  }

  @Mutation(() => ApprovePayoutResult, { description: 'Approves a large payout as the second person.' })
  @Access(FINANCE)
  async approvePayout(@CurrentActor() actor: Actor, @ThePayout payoutId: string, @IdempotencyKey() key?: string) {
    return payoutView(await this.service.approve(actor, key, payoutId));
  }

  @Mutation(() => MarkPayoutSentResult, { description: 'Records that the bank has the order to pay.' })
  @Access(FINANCE)
  async markPayoutSent(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @ThePayout payoutId: string,
    @Args('reference', { type: () => String, description: "The bank's reference." }, textOf('reference', 100))
    reference: string,
  ): Promise<PayoutView> {
    return payoutView(await this.service.markSent(actor, key, payoutId, reference));
  }

  @Mutation(() => MarkPayoutPaidResult, { description: "Records that the provider's bank received it." })
  @Access(FINANCE)
  async markPayoutPaid(@CurrentActor() actor: Actor, @ThePayout payoutId: string, @IdempotencyKey() key?: string) {
    return payoutView(await this.service.markPaid(actor, key, payoutId));
  }

  @Mutation(() => MarkPayoutReturnedResult, {
    description: 'Records that a payout came back, or calls off one that is due; the amount is available again.',
  })
  @Access(FINANCE)
  async markPayoutReturned(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @ThePayout payoutId: string,
    @Args('reason', { type: () => String, description: 'The reason, 1 to 500 characters.' }, textOf('reason', 500))
    reason: string,
  ): Promise<PayoutView> {
    return payoutView(await this.service.markReturned(actor, key, payoutId, reason));
  }

  @Mutation(() => RecordCreditorPaymentResult, { description: 'Records a payment by a creditor of what it owes.' })
  @Access(FINANCE)
  async recordCreditorPayment(
    @CurrentActor() actor: Actor,
    @IdempotencyKey() key: string | undefined,
    @Args('input', { description: 'The payment.' }) input: RecordCreditorPaymentInput,
  ): Promise<CreditorPaymentView> {
    return creditorPaymentView(await this.payments.record(actor, key, input));
  }

  @Query(() => PayoutConnection, { description: 'Payouts to your organisation, newest first; for the platform all.' })
  @Access(READERS)
  async payouts(@CurrentActor() actor: Actor, @Args() args: PayoutListArgs) {
    return toConnection(await this.service.list(actor, args, args), payoutView);
  }

  @Query(() => PayoutView, { description: 'One payout to your organisation; for the platform any payout.' })
  @Access(READERS)
  async payout(@CurrentActor() actor: Actor, @IdArg('id', 'payout', 'The payout.') id: string) {
    return payoutView(await this.service.get(actor, id));
  }
}
