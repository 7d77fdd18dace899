import { InputType } from '@nestjs/graphql';
import { invalid } from '../../kernel/index.js';
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
  CommissionOfferInput,
  type DebtCategory,
  DebtCategoryEnum,
  DebtorIdKindEnum,
  type DebtorKind,
  DebtorKindEnum,
  type EvidenceKind,
  EvidenceKindEnum,
  type LegalOrigin,
  LegalOriginEnum,
  MatterEnum,
  offerFrom,
  type ServiceLine,
  ServiceLineEnum,
} from '../admission/index.js';
import { type DebtLine, type DebtorIdKind, MAX_LINES, type Matter, totalsOf } from '../debt/index.js';
import { ClaimTermsInput, termsFrom } from '../interest/index.js';
import { DebtLineInput, linesFrom } from '../lines/index.js';
import { CaseStateEnum } from './case.graphql.js';
import { CASE_STATES, type CaseState } from './case.lifecycle.js';

@InputType({ description: 'One debt to post for recovery.' })
export class PostCaseInput {
  @TextField({
    ...{ min: 1, max: 100, form: 'number' },
    description: 'Your own reference, unique among your cases; 1 to 100 characters.',
  })
  externalRef!: string;
  @TextField({
    ...{ nullable: true, max: 200, form: 'number' },
    description: 'Number of the contract, as both parties know it.',
  })
  contractNumber?: string | null;
  @WordField(DebtCategoryEnum, { description: 'What kind of debt it is.' }) category!: DebtCategory;
  @WordField(DebtorKindEnum, { description: 'Whether the debtor is an enterprise or a person.' })
  debtorKind!: DebtorKind;
  @TextField({ min: 1, max: 200, form: 'name', description: "The debtor's full name." }) debtorName!: string;
  @TextField({
    ...{ nullable: true, max: 50, form: 'number' },
    description: 'Unified social credit code or resident identity number.',
  })
  debtorIdNumber?: string | null;
  @WordField(DebtorIdKindEnum, {
    nullable: true,
    description:
      'The kind of that number; left out it is told from the number and the name. Passports and travel permits need it.',
  })
  debtorIdKind?: DebtorIdKind | null;
  @TextField({ nullable: true, max: 50, form: 'number', description: "The debtor's phone number." })
  debtorPhone?: string | null;
  @TextField({ nullable: true, max: 500, description: 'Postal address of the debtor.' }) debtorAddress?: string | null;
  @TextField({
    ...{ nullable: true, pattern: /^\d{6}$/, message: 'NOT_SIX_DIGITS' },
    description: 'Region of the debtor, six digits of GB/T 2260.',
  })
  regionCode?: string | null;
  @FenField({ nullable: true, positive: true, description: 'Principal in fen; left out beside `lines`.' })
  principalFen?: bigint | null;
  @FenField({ nullable: true, description: 'Penalty and interest claimed, in fen; 0 when left out.' })
  penaltyFen?: bigint | null;
  @FenField({ nullable: true, description: 'Amount paid so far, in fen; 0 when left out.' }) paidFen?: bigint | null;
  @DayField({ nullable: true, description: 'The due day; left out beside `lines`.' }) dueOn?: string | null;
  @DayField({ nullable: true, description: 'Day of the invoice or of the loan.' }) invoicedOn?: string | null;
  @DayField({ nullable: true, description: 'Last day the limitation period was interrupted (Civil Code art. 195).' })
  lastInterruptedOn?: string | null;
  @CountField({
    ...{ nullable: true, min: 0, max: 1_000_000 },
    description: 'Agreed interest per year, all charges included, in basis points; 0 to 1,000,000.',
  })
  annualRateBps?: number | null;
  @WordField(LegalOriginEnum, { nullable: true, description: 'What the debt arose from.' })
  legalOrigin?: LegalOrigin | null;
  @WordField(MatterEnum, {
    nullable: true,
    description:
      'What the case is about; some matters are not for law firms, which may take no contingency fee in them.',
  })
  matter?: Matter | null;
  @WordsField(EvidenceKindEnum, {
    nullable: true,
    maxItems: 20,
    description: 'The documents that you have; upload them with addEvidence.',
  })
  evidence?: EvidenceKind[] | null;
  @WordField(ServiceLineEnum, {
    nullable: true,
    description: 'The service that you ask for; `agency_dunning` when left out.',
  })
  serviceLine?: ServiceLine | null;
  @Nested(() => CommissionOfferInput, {
    nullable: true,
    description: "Your commission offer; the platform's schedule when left out.",
  })
  commission?: CommissionOfferInput | null;
  @TextField({ nullable: true, max: 2_000, description: 'A note for the holder; stored encrypted.' })
  note?: string | null;
  @NestedList(() => DebtLineInput, {
    ...{ nullable: true, maxItems: MAX_LINES },
    description:
      'What the debt consists of; without it, amounts and days of the case are its one line. Amounts and days beside it must be those that the lines make.',
  })
  lines?: DebtLineInput[] | null;
  @Nested(() => ClaimTermsInput, {
    nullable: true,
    description: 'What was agreed about interest and terms; it decides what may be claimed.',
  })
  claimTerms?: ClaimTermsInput | null;
}

/** The states of a REST query: `?state=listed` or `?state=listed,grabbed`. */
export const StatesInQuery = () =>
  WordsField(CASE_STATES, {
    ...{ nullable: true, inQuery: 'text', minItems: 1, maxItems: CASE_STATES.length },
    example: 'listed,grabbed',
    description: `Only cases in these states, separated by commas: ${CASE_STATES.join(', ')}.`,
  });

@InputType({ description: 'Conditions on cases. Those left out or null do not restrict.' })
export class CaseFilterInput {
  @WordsField(CaseStateEnum, {
    nullable: true,
    maxItems: CASE_STATES.length,
    description: 'Only cases in one of these states.',
  })
  state?: CaseState[] | null;
  @TextField({
    ...{ nullable: true, max: 100, form: 'line' },
    description: 'Only the case with this reference of its creditor.',
  })
  externalRef?: string | null;
  @TextField({ nullable: true, max: 30, description: 'Only the case with this number.' }) number?: string | null;
}

/** The draft of one posted case; rows of a batch become the same. */
export function draftFrom(input: PostCaseInput): CaseDraft {
  const lines = linesFrom(input.lines);
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
    ...wholeOf(input, lines),
    annualRateBps: input.annualRateBps ?? null,
    legalOrigin: input.legalOrigin ?? null,
    evidence: input.evidence ?? [],
    serviceLine: input.serviceLine ?? 'agency_dunning',
    offer: input.commission ? offerFrom(input.commission) : null,
    note: input.note ?? null,
    lines,
    debtorIdKind: input.debtorIdKind ?? null,
    matter: input.matter ?? null,
    claimTerms: termsFrom(input.claimTerms),
  };
}

/** The amounts and days of a draft: as given, or else those that its lines make. */
function wholeOf(input: PostCaseInput, lines: readonly DebtLine[]) {
  const made = lines.length > 0 ? totalsOf(lines) : undefined;
  const principalFen = input.principalFen ?? made?.principalFen;
  const dueOn = input.dueOn ?? made?.dueOn;
  if (principalFen === undefined) throw invalid('MUST_BE_GIVEN', { path: 'principalFen' });
  if (dueOn === undefined) throw invalid('MUST_BE_GIVEN', { path: 'dueOn' });
  const penaltyFen = input.penaltyFen ?? made?.penaltyFen ?? 0n;
  const paidFen = input.paidFen ?? made?.paidFen ?? 0n;
  const amounts = { principalFen, penaltyFen, paidFen, outstandingFen: principalFen + penaltyFen - paidFen };
  const invoicedOn = input.invoicedOn ?? made?.invoicedOn ?? null;
  return {
    ...amounts,
    dueOn,
    invoicedOn,
    lastInterruptedOn: input.lastInterruptedOn ?? made?.lastInterruptedOn ?? null,
  };
}
