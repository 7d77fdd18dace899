import { InputType } from '@nestjs/graphql';
import {
  CountField,
  DayField,
  FenField,
  Nested,
  NestedList,
  TextField,
  WordField,
  WordsField,
} from '../../platform/faces/index.js';
import {
  type CaseDraft,
  type DebtCategory,
  DebtCategoryEnum,
  type DebtorKind,
  DebtorKindEnum,
  type EvidenceKind,
  EvidenceKindEnum,
  type LegalOrigin,
  LegalOriginEnum,
  type ServiceLine,
  ServiceLineEnum,
} from '../admission/index.js';
import { CaseStateEnum } from './case.graphql.js';
import { CASE_STATES, type CaseState } from './case.lifecycle.js';

@InputType({ description: 'A rate for older or larger cases. Give at least one condition.' })
export class CommissionTierInput {
  @CountField({ nullable: true, min: 0, description: 'From so many whole months overdue on.' })
  minMonthsOverdue?: number | null;
  @FenField({ nullable: true, description: 'From such an amount in fen on.' }) minAmountFen?: bigint | null;
  @CountField({ description: 'The rate in basis points.' }) bps!: number;
}

@InputType({ description: 'The commission a creditor offers on what is recovered, within the bounds of the platform.' })
export class CommissionOfferInput {
  @CountField({ description: 'Base rate in basis points.' }) bps!: number;
  @NestedList(() => CommissionTierInput, {
    nullable: true,
    maxItems: 50,
    description: 'From general to special; the last that matches holds.',
  })
  tiers?: CommissionTierInput[] | null;
}

@InputType({ description: 'One debt to put up for recovery.' })
export class PostCaseInput {
  @TextField({ min: 1, max: 100, description: 'Your own reference, unique among your cases.' }) externalRef!: string;
  @TextField({ nullable: true, max: 200, description: 'The contract’s number as both parties know it.' })
  contractNumber?: string | null;
  @WordField(DebtCategoryEnum, { description: 'What kind of debt it is.' }) category!: DebtCategory;
  @WordField(DebtorKindEnum, { description: 'Whether the debtor is an enterprise or a person.' })
  debtorKind!: DebtorKind;
  @TextField({ min: 1, max: 200, description: "The debtor's full name." }) debtorName!: string;
  @TextField({ nullable: true, max: 50, description: 'Unified social credit code or resident identity number.' })
  debtorIdNumber?: string | null;
  @TextField({ nullable: true, max: 50, description: "The debtor's phone number." }) debtorPhone?: string | null;
  @TextField({ nullable: true, max: 500, description: 'Where the debtor can be written to.' })
  debtorAddress?: string | null;
  @TextField({
    ...{ nullable: true, pattern: /^\d{6}$/, message: 'NOT_SIX_DIGITS' },
    description: 'Region of the debtor, six digits of GB/T 2260.',
  })
  regionCode?: string | null;
  @FenField({ positive: true, description: 'Principal in fen.' }) principalFen!: bigint;
  @FenField({ nullable: true, description: 'Penalty and interest claimed, in fen; 0 when left out.' })
  penaltyFen?: bigint | null;
  @FenField({ nullable: true, description: 'Paid so far, in fen; 0 when left out.' }) paidFen?: bigint | null;
  @DayField({ description: 'When it was due: of instalments, the last.' }) dueOn!: string;
  @DayField({ nullable: true, description: 'Day of the invoice or of the loan.' }) invoicedOn?: string | null;
  @DayField({ nullable: true, description: 'Last day the limitation period was interrupted (Civil Code art. 195).' })
  lastInterruptedOn?: string | null;
  @CountField({
    ...{ nullable: true, min: 0, max: 1_000_000 },
    description: 'Agreed interest per year, all charges included, in basis points.',
  })
  annualRateBps?: number | null;
  @WordField(LegalOriginEnum, { nullable: true, description: 'What the debt arose from.' })
  legalOrigin?: LegalOrigin | null;
  @WordsField(EvidenceKindEnum, {
    nullable: true,
    maxItems: 20,
    description: 'The documents you hold; upload them with addEvidence.',
  })
  evidence?: EvidenceKind[] | null;
  @WordField(ServiceLineEnum, {
    nullable: true,
    description: 'The service it asks for; agency dunning when left out.',
  })
  serviceLine?: ServiceLine | null;
  @Nested(() => CommissionOfferInput, {
    nullable: true,
    description: "Your offer; the platform's schedule when left out.",
  })
  commission?: CommissionOfferInput | null;
  @TextField({ nullable: true, max: 2_000, description: 'A note for the holder; sealed like the personal data.' })
  note?: string | null;
}

@InputType({ description: 'Which cases to list.' })
export class CaseFilterInput {
  @WordsField(CaseStateEnum, {
    nullable: true,
    maxItems: CASE_STATES.length,
    description: 'Only cases in this state, or one of these states.',
  })
  state?: CaseState[] | null;
  @TextField({ nullable: true, max: 100, description: "Only the case with this reference of the creditor's." })
  externalRef?: string | null;
  @TextField({ nullable: true, max: 30, description: 'Only the case with this number.' }) number?: string | null;
}

/** The draft that one posted case is judged as: the same that a row of a batch becomes. */
export function draftFrom(input: PostCaseInput): CaseDraft {
  const { principalFen } = input;
  const penaltyFen = input.penaltyFen ?? 0n;
  const paidFen = input.paidFen ?? 0n;
  return {
    externalRef: input.externalRef,
    contractNumber: input.contractNumber ?? null,
    category: input.category,
    debtorKind: input.debtorKind,
    debtorName: input.debtorName,
    debtorIdNumber: input.debtorIdNumber ?? null,
    debtorPhone: input.debtorPhone ?? null,
    debtorAddress: input.debtorAddress ?? null,
    regionCode: input.regionCode ?? null,
    principalFen,
    penaltyFen,
    paidFen,
    outstandingFen: principalFen + penaltyFen - paidFen,
    dueOn: input.dueOn,
    invoicedOn: input.invoicedOn ?? null,
    lastInterruptedOn: input.lastInterruptedOn ?? null,
    annualRateBps: input.annualRateBps ?? null,
    legalOrigin: input.legalOrigin ?? null,
    evidence: input.evidence ?? [],
    serviceLine: input.serviceLine ?? 'agency_dunning',
    offer: input.commission ? offerFrom(input.commission) : null,
    note: input.note ?? null,
  };
}

function offerFrom({ bps, tiers }: CommissionOfferInput): CaseDraft['offer'] {
  const read = (tier: CommissionTierInput) => ({
    ...(tier.minMonthsOverdue == null ? {} : { minMonthsOverdue: tier.minMonthsOverdue }),
    ...(tier.minAmountFen == null ? {} : { minAmountFen: tier.minAmountFen }),
    bps: tier.bps,
  });
  return { commissionBps: bps, tiers: (tiers ?? []).map(read) };
}
