import { Field, Int, ObjectType } from '@nestjs/graphql';
import { FieldAccess } from '../../platform/access/index.js';
import { DayScalar, FenScalar, InstantScalar, viewOf, wordsEnum } from '../../platform/faces/index.js';
import { CLOCK_EVENT_KIND, type ClockEvent, LIMITATION_STATE, LINE_KIND, type Limitation } from '../debt/index.js';
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

export const LimitationStateEnum = wordsEnum(
  'LimitationState',
  'Where the limitation period of a debt stands (Civil Code 188–197).',
  LIMITATION_STATE.meanings,
);

@ObjectType('Limitation', { description: 'The limitation period of a line today.' })
export class LimitationView {
  @Field(() => LimitationStateEnum, { description: 'Where it stands.' }) state!: Limitation['state'];
  @Field(() => DayScalar, { description: 'The day from which the current period counts.' }) runsFrom!: string;
  @Field(() => DayScalar, {
    description: 'The day on which it ends by the calendar; while it is stopped or suspended, if that ended today.',
  })
  periodEndsOn!: string;
  @Field(() => DayScalar, {
    nullable: true,
    description:
      'The same, or the next working day after a holiday (art. 203); null while the holidays of that year are not announced.',
  })
  lastDayOn!: string | null;
  @Field(() => DayScalar, { description: 'Last day of the twenty years, which nothing interrupts.' })
  longStopOn!: string;
  @Field(() => DayScalar, { nullable: true, description: 'What interrupted the period last; null when nothing did.' })
  interruptedOn!: string | null;
  @Field(() => Boolean, {
    description: 'Whether something interrupted the period only after it had ended; a reviewer asks what came before.',
  })
  chainUnproven!: boolean;
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
  @Field(() => LimitationView, {
    nullable: true,
    description: 'Its limitation period; null for a credit note and for a withdrawn line.',
  })
  limitation!: LimitationView | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When the line was withdrawn; null while it counts.' })
  withdrawnAt!: Date | null;
}

export function lineView(line: SeenLine): CaseLineView {
  const limitation = line.limitation && limitationView(line.limitation);
  return viewOf(CaseLineView, { ...line, clock: line.clock.map(clockEventView), limitation });
}

function limitationView(clock: Limitation): LimitationView {
  const { state, runsFrom, periodEndsOn, lastDayOn, longStopOn, interruptedOn, chainUnproven } = clock;
  const days = { runsFrom, periodEndsOn, lastDayOn, longStopOn, interruptedOn };
  return viewOf(LimitationView, { state, ...days, chainUnproven });
}

function clockEventView({ kind, on, until }: ClockEvent): ClockEventView {
  return { kind, on, until: until ?? null };
}
