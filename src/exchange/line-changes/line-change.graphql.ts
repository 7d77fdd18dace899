import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CaseFrozenByPlatform, CaseNotAdmissible } from '../../casework/cases/index.js';
import { LineKindEnum } from '../../casework/lines/index.js';
import { publicId } from '../../kernel/index.js';
import { OrganisationNotVerified } from '../../parties/approvals/index.js';
import { FieldAccess } from '../../platform/access/index.js';
import { DayScalar, FenScalar, InstantScalar, viewOf, wordsEnum } from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { LINE_ACT, LINE_CHANGE_STATE, type LineAct, type LineChangeState } from './line-change.lifecycle.js';
import {
  AboveHoldersLimit,
  AmountMisread,
  LineChangeOutdated,
  LineChangesUsedUp,
  NothingLeftToCollect,
  PaymentIsARepayment,
} from './line-change.refusals.js';
import type { LineChange } from './line-change.repository.js';

export const CaseLineActEnum = wordsEnum(
  'CaseLineAct',
  'What a creditor does to the lines of a case.',
  LINE_ACT.meanings,
);
export const CaseLineChangeStateEnum = wordsEnum(
  'CaseLineChangeState',
  'What became of a change of a line.',
  LINE_CHANGE_STATE.meanings,
);

@ObjectType('ChangedLine', { description: 'A line as a change makes it.' })
export class ChangedLineView {
  @Field(() => LineKindEnum, { description: 'What the line is.' }) kind!: string;
  @Field(() => String, {
    nullable: true,
    description: 'Number of the document; null when unknown, and before the entrustment.',
  })
  @FieldAccess({ scope: 'debtors:read' })
  documentNumber!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'First day of the period that a fee is for.' })
  periodFrom!: string | null;
  @Field(() => DayScalar, { nullable: true, description: 'Last day of that period.' }) periodTo!: string | null;
  @Field(() => DayScalar, { description: 'The due day.' }) dueOn!: string;
  @Field(() => FenScalar, { description: 'Principal in fen; negative for a credit note.' }) principalFen!: bigint;
  @Field(() => FenScalar, { description: 'Penalty and interest claimed, in fen.' }) penaltyFen!: bigint;
  @Field(() => FenScalar, { description: 'Amount paid before the case was posted, in fen.' }) paidFen!: bigint;
}

@ObjectType('CaseLineChange', {
  description:
    'A change of the lines of a case by its creditor: applied at once while nobody holds the case, otherwise proposed to its holder.',
})
export class CaseLineChangeView {
  @Field(() => ID, { description: 'Id of the change.' }) id!: string;
  @Field(() => ID, { description: 'The case.' }) caseId!: string;
  @Field(() => CaseLineActEnum, { description: 'What is done.' }) act!: LineAct;
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the line; null for one that is not in the case, or not yet, and for `revise`.',
  })
  lineNumber!: number | null;
  @Field(() => ChangedLineView, {
    nullable: true,
    description: 'The line as it shall be; null for one withdrawn, and for `revise`.',
  })
  line!: ChangedLineView | null;
  @Field(() => [ChangedLineView], {
    nullable: true,
    description: 'Of `revise`: all lines as they shall be; in a list only while the change waits. Null for other acts.',
  })
  lines!: ChangedLineView[] | null;
  @Field(() => CaseLineChangeStateEnum, { description: 'What became of it.' }) state!: LineChangeState;
  @Field(() => FenScalar, { description: 'What the case is about before, in fen.' }) fromFen!: bigint;
  @Field(() => FenScalar, { description: 'What the case is about after it, in fen.' }) outstandingFen!: bigint;
  @Field(() => InstantScalar, { description: 'When the creditor made it.' }) proposedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was applied or decided; null while pending.' })
  decidedAt!: Date | null;
}

export function lineChangeView(one: LineChange): CaseLineChangeView {
  const { act, lineNumber, state, fromFen, outstandingFen, proposedAt, decidedAt } = one;
  return viewOf(CaseLineChangeView, {
    id: publicId('lineChange', one.id),
    caseId: publicId('case', one.caseId),
    line: one.line && changedLine(one.line),
    lines: one.lines?.map(changedLine) ?? null,
    ...{ act, lineNumber, state, fromFen, outstandingFen, proposedAt, decidedAt },
  });
}

function changedLine(line: NonNullable<LineChange['line']>): ChangedLineView {
  const { kind, documentNumber, periodFrom, periodTo, dueOn } = line;
  return viewOf(ChangedLineView, {
    ...{ kind, documentNumber, periodFrom, periodTo, dueOn },
    principalFen: BigInt(line.principalFen),
    penaltyFen: BigInt(line.penaltyFen),
    paidFen: BigInt(line.paidFen),
  });
}

/** The refusals of a change by the creditor, besides the common ones. */
export const CHANGE_REFUSALS = [
  CaseNotAdmissible,
  CaseFrozenByPlatform,
  AmountMisread,
  NothingLeftToCollect,
  PaymentIsARepayment,
  LineChangesUsedUp,
  OrganisationNotVerified,
] as const;
/** The refusals of a holder's answer. */
export const AGREE_REFUSALS = [
  LineChangeOutdated,
  AboveHoldersLimit,
  CaseNotAdmissible,
  CaseFrozenByPlatform,
  OrganisationNotVerified,
] as const;
export const DECLINE_REFUSALS = [CaseFrozenByPlatform, OrganisationNotVerified] as const;

export const AddCaseLineResult = resultUnion('AddCaseLineResult', CaseLineChangeView, [...CHANGE_REFUSALS]);
export const CorrectCaseLineResult = resultUnion('CorrectCaseLineResult', CaseLineChangeView, [...CHANGE_REFUSALS]);
export const WithdrawCaseLineResult = resultUnion('WithdrawCaseLineResult', CaseLineChangeView, [...CHANGE_REFUSALS]);
export const AgreeToCaseLineChangeResult = resultUnion('AgreeToCaseLineChangeResult', CaseLineChangeView, [
  ...AGREE_REFUSALS,
]);
export const DeclineCaseLineChangeResult = resultUnion('DeclineCaseLineChangeResult', CaseLineChangeView, [
  ...DECLINE_REFUSALS,
]);
