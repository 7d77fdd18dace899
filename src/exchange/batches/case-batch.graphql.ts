import { ArgsType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { publicId } from '../../kernel/index.js';
import {
  connectionOf,
  IdField,
  InstantScalar,
  PageArgs,
  viewOf,
  WordField,
  wordsEnum,
} from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import type { KeptReason } from '../rows/index.js';
import { type BatchMode, type BatchState, countsOf, ROW_OUTCOME, type RowOutcome } from './case-batch.lifecycle.js';
import { BatchIsNoDryRun } from './case-batch.refusals.js';
import type { CaseBatch } from './case-batch.repository.js';
import type { DecidedRow } from './decided-row.js';
import { wordsOf } from './outcome-words.js';

export const BatchStateEnum = wordsEnum<BatchState>('CaseBatchState', 'The life of a batch of cases.', {
  received: 'Stored; its rows wait to be read.',
  processing: 'Rows are being decided.',
  completed: 'Every row has its outcome.',
  failed: 'Given up; `failureCode` says why. Rows decided before keep their outcome.',
  cancelled: 'Stopped by the creditor. Rows decided before keep their outcome.',
});

export const BatchModeEnum = wordsEnum<BatchMode>(
  'CaseBatchMode',
  'What a batch does with references that were posted before.',
  {
    create: 'Leaves their cases alone and says `duplicate`.',
    upsert: "Has their cases follow the creditor's books.",
  },
);

export const RowOutcomeEnum = wordsEnum('CaseBatchRowOutcome', 'What became of a row.', ROW_OUTCOME.meanings);

@ObjectType('CaseBatch', { description: 'A batch of cases from an ERP, and how far it has come.' })
export class CaseBatchView {
  @Field(() => ID, { description: 'The batch.' }) id!: string;
  @Field(() => ID, { description: 'The creditor who posted it.' }) creditorId!: string;
  @Field(() => BatchStateEnum, { description: 'Where it stands.' }) state!: BatchState;
  @Field(() => BatchModeEnum, { description: 'What is done with references that were posted before.' })
  mode!: BatchMode;
  @Field(() => Boolean, { description: 'Whether rows are only judged and nothing is done.' }) dryRun!: boolean;
  @Field(() => ID, { nullable: true, description: 'The dry run that this batch carries out.' })
  dryRunOf!: string | null;
  @Field(() => ID, { nullable: true, description: 'The batch that carries this dry run out.' })
  carriedOutBy!: string | null;
  @Field(() => String, { description: 'How it was sent: csv, xlsx, ndjson or json.' }) format!: string;
  @Field(() => String, { description: 'The encoding it was read in: utf-8 or gb18030.' }) encoding!: string;
  @Field(() => Int, { description: 'Rows it has.' }) totalRows!: number;
  @Field(() => Int, { description: 'Rows that have their outcome: the sum of the counts below.' })
  processedRows!: number;
  @Field(() => Int, { description: 'The same in per cent of all its rows, rounded down.' }) percent!: number;
  @Field(() => Int, { description: 'Rows that became listed cases.' }) admittedRows!: number;
  @Field(() => Int, { description: 'Rows that became cases a reviewer looks at.' }) inReviewRows!: number;
  @Field(() => Int, { description: 'Rows whose reference was posted before.' }) duplicateRows!: number;
  @Field(() => Int, { description: 'Rows for which nothing was done.' }) rejectedRows!: number;
  @Field(() => Int, { description: 'Rows whose case has new amounts or days.' }) updatedRows!: number;
  @Field(() => Int, { description: 'Rows for which there was nothing to do.' }) unchangedRows!: number;
  @Field(() => Int, { description: 'Rows whose case was taken back because it is paid.' }) settledRows!: number;
  @Field(() => Int, { description: 'Rows whose case was taken back because it is void.' }) withdrawnRows!: number;
  @Field(() => Int, { description: 'Rows that showed a repayment nobody had reported.' }) repaymentRows!: number;
  @Field(() => [String], { description: 'Columns of the file whose header is not known; they were not read.' })
  unknownColumns!: string[];
  @Field(() => String, { nullable: true, description: 'Why it was given up.' }) failureCode!: string | null;
  @Field(() => InstantScalar, { description: 'When it was received.' }) createdAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When the first row was read.' }) startedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was over.' }) finishedAt!: Date | null;
}

@ObjectType('CaseBatchRowReason', { description: 'Why a row was rejected, or what a reviewer has to look at.' })
export class RowReasonView {
  @Field(() => String, { description: 'Stable code, such as AMOUNT_UNREADABLE or NOT_OVERDUE.' }) code!: string;
  @Field(() => String, { description: 'The header of the file or the JSON path it is about; empty for the whole row.' })
  field!: string;
  @Field(() => String, { description: 'What it says, in English.' }) en!: string;
  @Field(() => String, { description: 'What it says, in Chinese.' }) zh!: string;
}

@ObjectType('CaseBatchRow', { description: 'One row of a batch and what became of it.' })
export class CaseBatchRowView {
  @Field(() => Int, { description: 'In a sheet as people count it, the header included; in JSON counted from 1.' })
  rowNumber!: number;
  @Field(() => String, { nullable: true, description: "The row's own reference, where it could be read." })
  externalRef!: string | null;
  @Field(() => RowOutcomeEnum, { description: 'What became of it.' }) outcome!: RowOutcome;
  @Field(() => ID, { nullable: true, description: 'The case it became; for a duplicate the earlier one.' })
  caseId!: string | null;
  @Field(() => [RowReasonView], { description: 'Why it was rejected, or what a reviewer has to look at.' })
  reasons!: RowReasonView[];
}

/** A batch as both faces show it. */
export function caseBatchView(batch: CaseBatch): CaseBatchView {
  const { state, mode, dryRun, format, encoding, unknownColumns, failureCode, createdAt, startedAt, finishedAt } =
    batch;
  const { totalRows, processedRows } = batch;
  return viewOf(CaseBatchView, {
    id: publicId('batch', batch.id),
    creditorId: publicId('organisation', batch.creditorId),
    dryRunOf: batch.dryRunOf && publicId('batch', batch.dryRunOf),
    carriedOutBy: batch.carriedOutBy && publicId('batch', batch.carriedOutBy),
    ...{ state, mode, dryRun, format, encoding, unknownColumns, failureCode, createdAt, startedAt, finishedAt },
    ...{ totalRows, processedRows, percent: Math.floor((processedRows * 100) / totalRows), ...countsOf(batch) },
  });
}

export function caseBatchRowView(row: DecidedRow): CaseBatchRowView {
  const { rowNumber, externalRef, outcome } = row;
  return viewOf(CaseBatchRowView, {
    ...{ rowNumber, externalRef, outcome },
    caseId: row.caseId === null ? null : publicId('case', row.caseId),
    reasons: row.reasons.map(reasonView),
  });
}

function reasonView(reason: KeptReason): RowReasonView {
  const { code, field } = reason;
  return { code, field, en: wordsOf(reason, 'en'), zh: wordsOf(reason, 'zh-CN') };
}

@ArgsType()
export class CaseBatchListArgs extends PageArgs {
  @WordField(BatchStateEnum, { nullable: true, description: 'Only batches in this state.' }) state?: BatchState | null;
}

@ArgsType()
export class CaseBatchRowListArgs extends PageArgs {
  @IdField('batch', { description: 'The batch.' }) batchId!: string;
  @WordField(RowOutcomeEnum, { nullable: true, description: 'Only rows with this outcome.' })
  outcome?: RowOutcome | null;
}

export const CaseBatchConnection = connectionOf('CaseBatchConnection', CaseBatchView);
export const CaseBatchRowConnection = connectionOf('CaseBatchRowConnection', CaseBatchRowView);
export const CancelCaseBatchResult = resultUnion('CancelCaseBatchResult', CaseBatchView);
export const CommitCaseBatchResult = resultUnion('CommitCaseBatchResult', CaseBatchView, [BatchIsNoDryRun]);
