import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import { DayScalar, FenScalar, viewOf, wordsEnum } from '../../platform/faces/index.js';
import { AdmissionReasonView, CommissionTierView, reasonView, storeTiers, tierView } from '../admission/index.js';
import { ClaimView, claimView } from '../interest/index.js';
import { CaseLineView, lineView } from '../lines/index.js';
import type { FullRecovery, Quote } from './quotes.service.js';

export const AdmissionVerdictEnum = wordsEnum('AdmissionVerdict', 'What the rules of admission say of a debt.', {
  admit: 'It would be listed at once.',
  review: 'A reviewer would decide.',
  reject: 'It would be refused.',
});

@ObjectType('FullRecovery', { description: 'What the creditor owes when all of the debt comes in.' })
export class FullRecoveryView {
  @Field(() => Int, { description: 'The rate of the commission that a grab today would freeze, in basis points.' })
  commissionBps!: number;
  @Field(() => FenScalar, {
    description: 'The commission of the provider, in fen, before the statutory cap of lawyers.',
  })
  commissionFen!: bigint;
  @Field(() => Int, { description: 'The rate of the platform’s fee, in basis points.' }) serviceFeeBps!: number;
  @Field(() => FenScalar, { description: 'The fee of the platform, in fen.' }) serviceFeeFen!: bigint;
}

@ObjectType('CaseQuote', { description: 'What posting a debt today would come to. Nothing is posted.' })
export class CaseQuoteView {
  @Field(() => AdmissionVerdictEnum, { description: 'What the rules of admission say.' }) verdict!: string;
  @Field(() => [AdmissionReasonView], { description: 'Every reason for a refusal or for a reviewer.' })
  reasons!: AdmissionReasonView[];
  @Field(() => ID, { nullable: true, description: 'Your case with this reference: posting it again makes none.' })
  existingCaseId!: string | null;
  @Field(() => FenScalar, { description: 'Principal in fen.' }) principalFen!: bigint;
  @Field(() => FenScalar, { description: 'Penalty and interest stated, in fen.' }) penaltyFen!: bigint;
  @Field(() => FenScalar, { description: 'Amount paid so far, in fen.' }) paidFen!: bigint;
  @Field(() => FenScalar, { description: 'Principal + penalty − paid, in fen.' }) outstandingFen!: bigint;
  @Field(() => DayScalar, { description: 'The due day.' }) dueOn!: string;
  @Field(() => Int, { description: 'Whole months since the due day.' }) monthsOverdue!: number;
  @Field(() => DayScalar, { description: 'Last day before the claim is time-barred (Civil Code art. 188).' })
  limitationExpiresOn!: string;
  @Field(() => Int, { description: 'Whole days left until then; negative once it passed.' })
  limitationDaysLeft!: number;
  @Field(() => [CaseLineView], { description: 'What the debt consists of, each line with its age and limitation.' })
  lines!: CaseLineView[];
  @Field(() => Int, { nullable: true, description: 'Score: how likely a recovery is, 0 to 100; null if refused.' })
  score!: number | null;
  @Field(() => String, { nullable: true, description: 'Grade of the score, A to E; null if refused.' })
  grade!: string | null;
  @Field(() => Int, { nullable: true, description: 'Completeness of the evidence in basis points; null if refused.' })
  evidenceBps!: number | null;
  @Field(() => Int, { nullable: true, description: 'Base rate of the commission offered; null if refused.' })
  commissionBps!: number | null;
  @Field(() => [CommissionTierView], { description: 'Rates for older or larger cases; the last match applies.' })
  commissionTiers!: CommissionTierView[];
  @Field(() => FullRecoveryView, { nullable: true, description: 'What you owe if all comes in; null if refused.' })
  fullRecovery!: FullRecoveryView | null;
  @Field(() => ClaimView, {
    nullable: true,
    description:
      'Interest and charges, step by step; null for a debt of illegal origin or with amounts that cannot be.',
  })
  claim!: ClaimView | null;
}

export function quoteView(quote: Quote): CaseQuoteView {
  const { verdict, reasons, draft, lines, monthsOverdue, limitation, appraisal, claim, existingCaseId } = quote;
  const { principalFen, penaltyFen, paidFen, outstandingFen, dueOn } = draft;
  const { score = null, grade = null, evidenceBps = null, offer } = appraisal ?? {};
  return viewOf(CaseQuoteView, {
    ...{ verdict, principalFen, penaltyFen, paidFen, outstandingFen, dueOn, monthsOverdue, score, grade, evidenceBps },
    reasons: reasons.map(reasonView),
    existingCaseId: existingCaseId && publicId('case', existingCaseId),
    ...{ limitationExpiresOn: limitation.expiresOn, limitationDaysLeft: limitation.daysLeft },
    lines: lines.map(lineView),
    commissionBps: offer?.bps ?? null,
    commissionTiers: storeTiers(offer?.tiers ?? []).map(tierView),
    fullRecovery: quote.fullRecovery && recoveryView(quote.fullRecovery),
    claim:
      claim &&
      claimView(
        claim,
        lines.map(({ lineNumber }) => lineNumber),
      ),
  });
}

function recoveryView(recovery: FullRecovery): FullRecoveryView {
  return viewOf(FullRecoveryView, { ...recovery });
}
