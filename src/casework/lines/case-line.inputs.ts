import { InputType } from '@nestjs/graphql';
import { invalid } from '../../kernel/index.js';
import { DayField, FenField, NestedList, TextField, WordField } from '../../platform/faces/index.js';
import {
  type ClockEvent,
  type ClockEventKind,
  type DebtLine,
  type LineKind,
  MAX_CLOCK_EVENTS,
  MAX_DOCUMENT_NUMBER,
} from '../debt/index.js';
import { ClockEventKindEnum, LineKindEnum } from './case-line.graphql.js';

@InputType({ description: 'Something that happened to the limitation period of a line.' })
export class ClockEventInput {
  @WordField(ClockEventKindEnum, { description: 'What happened.' }) kind!: ClockEventKind;
  @DayField({ description: 'The day it happened or began.' }) on!: string;
  @DayField({ nullable: true, description: 'The last day of what lasts: an obstacle, a suit, a grace.' })
  until?: string | null;
}

@InputType({
  description: 'One part of what the debtor owes: an invoice, the fee of one period, an instalment, a credit note.',
})
export class DebtLineInput {
  @WordField(LineKindEnum, { description: 'What the line is.' }) kind!: LineKind;
  @TextField({
    ...{ nullable: true, max: MAX_DOCUMENT_NUMBER, form: 'line' },
    description: 'Number of the invoice or other document.',
  })
  documentNumber?: string | null;
  @DayField({ nullable: true, description: 'First day of the period that a fee is for.' }) periodFrom?: string | null;
  @DayField({ nullable: true, description: 'Last day of that period.' }) periodTo?: string | null;
  @DayField({ description: 'The due day.' }) dueOn!: string;
  @DayField({ nullable: true, description: 'Day of the invoice or of the loan.' }) invoicedOn?: string | null;
  @FenField({ signed: true, description: 'Principal in fen; negative for a credit note.' }) principalFen!: bigint;
  @FenField({
    ...{ nullable: true, signed: true },
    description: 'Penalty and interest claimed, in fen; 0 when left out.',
  })
  penaltyFen?: bigint | null;
  @FenField({ nullable: true, signed: true, description: 'Amount paid so far, in fen; 0 when left out.' })
  paidFen?: bigint | null;
  @DayField({ nullable: true, description: 'Last day the limitation period of the line was interrupted.' })
  lastInterruptedOn?: string | null;
  @NestedList(() => ClockEventInput, {
    ...{ nullable: true, maxItems: MAX_CLOCK_EVENTS },
    description: 'What happened to its limitation period, as your evidence shows.',
  })
  clock?: ClockEventInput[] | null;
}

/** The lines of an input; none when they are left out. An empty list is neither: it is refused. */
export function linesFrom(inputs: readonly DebtLineInput[] | null | undefined): readonly DebtLine[] {
  if (inputs?.length === 0) throw invalid('MUST_BE_GIVEN', { path: 'lines' });
  return (inputs ?? []).map(lineFrom);
}

export function lineFrom(input: DebtLineInput): DebtLine {
  return {
    kind: input.kind,
    documentNumber: input.documentNumber?.trim() || null,
    periodFrom: input.periodFrom ?? null,
    periodTo: input.periodTo ?? null,
    dueOn: input.dueOn,
    invoicedOn: input.invoicedOn ?? null,
    principalFen: input.principalFen,
    penaltyFen: input.penaltyFen ?? 0n,
    paidFen: input.paidFen ?? 0n,
    lastInterruptedOn: input.lastInterruptedOn ?? null,
    clock: (input.clock ?? []).map(eventFrom),
  };
}

function eventFrom({ kind, on, until }: ClockEventInput): ClockEvent {
  return until == null ? { kind, on } : { kind, on, until };
}
