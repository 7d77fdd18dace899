import { Field, Int, ObjectType } from '@nestjs/graphql';
import { FieldAccess } from '../../platform/access/index.js';
import { DayScalar, FenScalar, InstantScalar, viewOf, wordsEnum } from '../../platform/faces/index.js';
import { CLOCK_EVENT_KIND, type ClockEvent, LINE_KIND } from '../debt/index.js';
import type { SeenLine } from './case-lines.js';

export const LineKindEnum = wordsEnum('LineKind', 'What a line of a debt is.', LINE_KIND.meanings);
export const ClockEventKindEnum = wordsEnum(
  'ClockEventKind',
  'What moves the limitation period of a debt (Civil Code 188–195).',
  CLOCK_EVENT_KIND.meanings,
);

@ObjectType('ClockEvent', { description: 'Something that happened to the limitation period of a line.' })
export class ClockEventView {
  @Field(() => ClockEventKindEnum, { description: 'What happened.' }) kind!: string;
  @Field(() => DayScalar, { description: 'The day it happened or began.' }) on!: string;
  @Field(() => DayScalar, {
    nullable: true,
    description: 'The last day of what lasts; null for what happened on a day.',
  })
  until!: string | null;
}

@ObjectType('CaseLine', {
  description:
    'One part of what the debtor owes. The figures of the case are those of its open lines; a withdrawn line no longer counts.',
})
export class CaseLineView {
  @Field(() => Int, { description: 'Number of the line in its case, from 1; it is not used again.' })
  lineNumber!: number;
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
  @Field(() => DayScalar, { nullable: true, description: 'Day of the invoice or of the loan; null when unknown.' })
  invoicedOn!: string | null;
  @Field(() => FenScalar, { description: 'Principal in fen; negative for a credit note.' }) principalFen!: bigint;
  @Field(() => FenScalar, { description: 'Penalty and interest claimed, in fen.' }) penaltyFen!: bigint;
  @Field(() => FenScalar, { description: 'Amount paid before the case was posted, in fen.' }) paidFen!: bigint;
  @Field(() => FenScalar, { description: 'Principal + penalty − paid, in fen.' }) openFen!: bigint;
  @Field(() => Int, { description: 'Whole months since the due day.' }) monthsOverdue!: number;
  @Field(() => DayScalar, { nullable: true, description: 'Last day the limitation period was interrupted.' })
  lastInterruptedOn!: string | null;
  @Field(() => [ClockEventView], { description: 'What happened to the limitation period, as evidence shows.' })
  clock!: ClockEventView[];
  @Field(() => DayScalar, {
    nullable: true,
    description: 'Last day before the claim of this line is time-barred; null for a credit note.',
  })
  limitationExpiresOn!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Whole days left until then, negative once it passed; null for a credit note.',
  })
  limitationDaysLeft!: number | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When the line was withdrawn; null while it counts.' })
  withdrawnAt!: Date | null;
}

export function lineView(line: SeenLine): CaseLineView {
  return viewOf(CaseLineView, { ...line, clock: line.clock.map(clockEventView) });
}

function clockEventView({ kind, on, until }: ClockEvent): ClockEventView {
  return { kind, on, until: until ?? null };
}
