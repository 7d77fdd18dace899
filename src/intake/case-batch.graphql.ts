import { ArgsType, Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsIn, IsOptional } from 'class-validator';
import { ADMISSION_REASONS } from '../cases/index.js';
import { fill, publicId, type Texts } from '../kernel/index.js';
import { connectionOf, IdField, InstantScalar, PageArgs, resultUnion } from '../platform/graphql/index.js';
import { BATCH_STATES, type BatchState, ROW_OUTCOMES, type RowOutcome } from './case-batch.lifecycle.js';
import type { CaseBatch } from './case-batch.repository.js';
import type { DecidedRow, KeptReason } from './decided-row.js';
import { ROW_REASONS } from './reasons.js';

export const BatchStateEnum = Object.fromEntries(BATCH_STATES.map((state) => [state, state]));
registerEnumType(BatchStateEnum, {
  name: 'CaseBatchState',
  description: 'The life of a batch of cases.',
  valuesMap: {
    received: { description: 'Stored; its rows wait to be read.' },
    processing: { description: 'Rows are being decided.' },
    completed: { description: 'Every row has its outcome.' },
    failed: { description: 'Given up; `failureCode` says why. Rows decided before keep their outcome.' },
    cancelled: { description: 'Stopped by the creditor. Rows decided before keep their outcome.' },
  },
});

export const RowOutcomeEnum = Object.fromEntries(ROW_OUTCOMES.map((outcome) => [outcome, outcome]));
registerEnumType(RowOutcomeEnum, {
  name: 'CaseBatchRowOutcome',
  description: 'What became of a row.',
  valuesMap: {
    admitted: { description: 'It became a listed case.' },
    in_review: { description: 'It became a case that a reviewer looks at.' },
    duplicate: { description: 'You posted a case with this reference before; nothing was changed.' },
    rejected: { description: 'It became nothing; the reasons say why.' },
  },
});

@ObjectType('CaseBatch', { description: 'A batch of cases from an ERP, and how far it has come.' })
export class CaseBatchView {
  @Field(() => ID, { description: 'The batch.' })
  id!: string;

  @Field(() => ID, { description: 'The creditor who posted it.' })
  creditorId!: string;

  @Field(() => BatchStateEnum, { description: 'Where it stands.' })
  state!: BatchState;

  @Field(() => String, { description: 'How it was sent: csv or json.' })
  format!: string;

  @Field(() => String, { description: 'The encoding it was read in: utf-8 or gb18030.' })
  encoding!: string;

  @Field(() => Int, { description: 'Rows it has.' })
  totalRows!: number;

  @Field(() => Int, { description: 'Rows that have their outcome: the sum of the four counts below.' })
  processedRows!: number;

  @Field(() => Int, { description: 'Rows that became listed cases.' })
  admittedRows!: number;

  @Field(() => Int, { description: 'Rows that became cases a reviewer looks at.' })
  inReviewRows!: number;

  @Field(() => Int, { description: 'Rows whose reference was posted before.' })
  duplicateRows!: number;

  @Field(() => Int, { description: 'Rows that became nothing.' })
  rejectedRows!: number;

  @Field(() => [String], { description: 'Columns of the file whose header is not known; they were not read.' })
  unknownColumns!: string[];

  @Field(() => String, { nullable: true, description: 'Why it was given up.' })
  failureCode!: string | null;

  @Field(() => InstantScalar, { description: 'When it was received.' })
  createdAt!: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'When the first row was read.' })
  startedAt!: Date | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was over.' })
  finishedAt!: Date | null;
}

@ObjectType('CaseBatchRowReason', { description: 'Why a row was rejected, or what a reviewer has to look at.' })
export class RowReasonView {
  @Field(() => String, { description: 'Stable code, such as AMOUNT_UNREADABLE or NOT_OVERDUE.' })
  code!: string;

  @Field(() => String, { description: 'The header of the file or the JSON path it is about; empty for the whole row.' })
  field!: string;

  @Field(() => String, { description: 'What it says, in English.' })
  en!: string;

  @Field(() => String, { description: 'What it says, in Chinese.' })
  zh!: string;
}

@ObjectType('CaseBatchRow', { description: 'One row of a batch and what became of it.' })
export class CaseBatchRowView {
  @Field(() => Int, { description: 'In a sheet as people count it, the header included; in JSON counted from 1.' })
  rowNumber!: number;

  @Field(() => String, { nullable: true, description: "The row's own reference, where it could be read." })
  externalRef!: string | null;

  @Field(() => RowOutcomeEnum, { description: 'What became of it.' })
  outcome!: RowOutcome;

  @Field(() => ID, { nullable: true, description: 'The case it became; for a duplicate the earlier one.' })
  caseId!: string | null;

  @Field(() => [RowReasonView], { description: 'Why it was rejected, or what a reviewer has to look at.' })
  reasons!: RowReasonView[];
}

/** A batch as both faces show it. */
export function caseBatchView(batch: CaseBatch): CaseBatchView {
  const { state, format, encoding, unknownColumns, failureCode, createdAt, startedAt, finishedAt } = batch;
  const { totalRows, processedRows, admittedRows, inReviewRows, duplicateRows, rejectedRows } = batch;
  return Object.assign(new CaseBatchView(), {
    id: publicId('batch', batch.id),
    creditorId: publicId('organisation', batch.creditorId),
    ...{ state, format, encoding, unknownColumns, failureCode, createdAt, startedAt, finishedAt },
    ...{ totalRows, processedRows, admittedRows, inReviewRows, duplicateRows, rejectedRows },
  });
}

export function caseBatchRowView(row: DecidedRow): CaseBatchRowView {
  const { rowNumber, externalRef, outcome } = row;
  return Object.assign(new CaseBatchRowView(), {
    ...{ rowNumber, externalRef, outcome },
    caseId: row.caseId === null ? null : publicId('case', row.caseId),
    reasons: row.reasons.map(reasonView),
  });
}

function reasonView({ code, field, params }: KeptReason): RowReasonView {
  const texts = textsOf(code);
  const values = { ...params, field };
  return { code, field, en: fill(texts, 'en', values), zh: fill(texts, 'zh-CN', values) };
}

/** The words of one of our codes or of admission's; a code neither knows (a refusal's) speaks for itself. */
function textsOf(code: string): Texts {
  const ours: Texts | undefined = (ROW_REASONS as Record<string, Texts>)[code];
  const admission: { texts: Texts } | undefined = (ADMISSION_REASONS as Record<string, { texts: Texts }>)[code];
  return ours ?? admission?.texts ?? { en: code, zh: code };
}

@ArgsType()
export class CaseBatchListArgs extends PageArgs {
  @Field(() => BatchStateEnum, { nullable: true, description: 'Only batches in this state.' })
  @IsOptional()
  @IsIn(BATCH_STATES)
  state?: BatchState | null;
}

@ArgsType()
export class CaseBatchRowListArgs extends PageArgs {
  @IdField('batch', { description: 'The batch.' })
  batchId!: string;

  @Field(() => RowOutcomeEnum, { nullable: true, description: 'Only rows with this outcome.' })
  @IsOptional()
  @IsIn(ROW_OUTCOMES)
  outcome?: RowOutcome | null;
}

export const CaseBatchConnection = connectionOf('CaseBatchConnection', CaseBatchView);
export const CaseBatchRowConnection = connectionOf('CaseBatchRowConnection', CaseBatchRowView);
export const CancelCaseBatchResult = resultUnion('CancelCaseBatchResult', CaseBatchView);
