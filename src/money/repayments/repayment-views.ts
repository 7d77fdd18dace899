import { Injectable } from '@nestjs/common';
import { SealedTexts } from '../../platform/crypto/index.js';
import { RepaymentView, repaymentView } from './repayment.graphql.js';
import { REPAYMENT_TEXTS } from './repayment.repository.js';
import type { SettledRepaymentDetail } from './repayments.service.js';

/** Repayments as GraphQL and REST show them, with what people wrote about them opened. */
@Injectable()
export class RepaymentViews {
  constructor(private readonly texts: SealedTexts) {}

  readonly of = (repayment: SettledRepaymentDetail): RepaymentView => {
    const { id, externalRef, notDuplicateBecause, disputeReason, rejectReason, reverseReason } = repayment;
    return repaymentView({
      ...repayment,
      externalRef: this.texts.open(REPAYMENT_TEXTS.externalRef, id, externalRef),
      notDuplicateBecause: this.texts.open(REPAYMENT_TEXTS.notDuplicateBecause, id, notDuplicateBecause),
      disputeReason: this.texts.open(REPAYMENT_TEXTS.disputeReason, id, disputeReason),
      rejectReason: this.texts.open(REPAYMENT_TEXTS.rejectReason, id, rejectReason),
      reverseReason: this.texts.open(REPAYMENT_TEXTS.reverseReason, id, reverseReason),
    });
  };
}
