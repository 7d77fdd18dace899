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
import { type Grouping, type KeptReason, reasonText } from '../rows/index.js';
import { type BatchMode, type BatchState, countsOf, ROW_OUTCOME, type RowOutcome } from './case-batch.lifecycle.js';
import { BatchForgotten, BatchIsNoDryRun } from './case-batch.refusals.js';
import type { CaseBatch } from './case-batch.repository.js';
import type { DecidedRow } from './decided-row.js';

export const BatchStateEnum = wordsEnum<BatchState>('CaseBatchState', 'The state of a batch of cases.', {
  received: 'Stored; processing has not started.',
  processing: 'Rows are being processed.',
  completed: 'Every row has its outcome.',
  failed: 'Ended early; `failureCode` holds the reason. Rows processed before keep their outcome.',
  cancelled: 'Stopped by the creditor. Rows processed before keep their outcome.',
});

export const BatchModeEnum = wordsEnum<BatchMode>('CaseBatchMode', 'How a batch treats references posted before.', {
  create: 'Leaves their cases unchanged; the row gets the outcome `duplicate`.',
  upsert: "Updates their cases to the creditor's books.",
});

export const BatchGroupingEnum = wordsEnum<Grouping>('CaseBatchGrouping', 'Which rows are lines of one case.', {
  document: 'Those with one reference.',
  debtor: 'Those of one debtor in one category.',
});

export const RowOutcomeEnum = wordsEnum('CaseBatchRowOutcome', 'What a row of a batch led to.', ROW_OUTCOME.meanings);

@ObjectType('CaseBatch', { description: 'A batch of cases and its progress.' })
export class CaseBatchView {
  @Field(() => ID, { description: 'The batch.' }) id!: string;
  @Field(() => ID, { description: 'The creditor who posted it.' }) creditorId!: string;
  @Field(() => BatchStateEnum, { description: 'State of the batch.' }) state!: BatchState;
  @Field(() => BatchModeEnum, { description: 'How references posted before are treated.' }) mode!: BatchMode;
  @Field(() => BatchGroupingEnum, { description: 'Which rows are lines of one case.' }) group!: Grouping;
  @Field(() => Boolean, { description: 'Whether rows are only judged, without effect on cases.' }) dryRun!: boolean;
  @Field(() => ID, { nullable: true, description: 'The dry run this batch commits, or null.' })
  dryRunOf!: string | null;
  @Field(() => ID, { nullable: true, description: 'The batch that commits this dry run, or null.' })
  carriedOutBy!: string | null;
  @Field(() => String, { description: 'Format it was sent in: csv, xlsx, ndjson or json.' }) format!: string;
  @Field(() => String, { description: 'Encoding it was read in: utf-8 or gb18030.' }) encoding!: string;
  @Field(() => Int, { description: 'Number of rows in the batch.' }) totalRows!: number;
  @Field(() => Int, { description: 'Rows that have an outcome: the sum of the counts below.' }) processedRows!: number;
  @Field(() => Int, { description: 'processedRows in per cent of totalRows, rounded down.' }) percent!: number;
  @Field(() => Int, { description: 'Rows that became listed cases.' }) admittedRows!: number;
  @Field(() => Int, { description: 'Rows that became cases awaiting a reviewer.' }) inReviewRows!: number;
  @Field(() => Int, { description: 'Rows whose reference was posted before.' }) duplicateRows!: number;
  @Field(() => Int, { description: 'Rows that were refused.' }) rejectedRows!: number;
  @Field(() => Int, { description: 'Rows whose case has new amounts or days.' }) updatedRows!: number;
  @Field(() => Int, { description: 'Rows that required no change.' }) unchangedRows!: number;
  @Field(() => Int, { description: 'Rows whose case was withdrawn because it is paid.' }) settledRows!: number;
  @Field(() => Int, { description: 'Rows whose case was withdrawn because it is void.' }) withdrawnRows!: number;
  @Field(() => Int, { description: 'Rows that showed a repayment not on record.' }) repaymentRows!: number;
  @Field(() => Int, { description: 'Rows whose lower amount of a held case waits for confirmation.' })
  revisionRows!: number;
  @Field(() => [String], { description: 'Unknown headers, whose columns were not read.' }) unknownColumns!: string[];
  @Field(() => [String], { description: 'Other sheets of the workbook that hold something; they were not read.' })
  unreadSheets!: string[];
  @Field(() => String, { nullable: true, description: 'Why it failed; null unless the state is failed.' }) failureCode!:
    | string
    | null;
  @Field(() => InstantScalar, { description: 'When it was received.' }) createdAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When processing started, or null.' })
  startedAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it ended, or null.' }) finishedAt!: Date | null;
}

@ObjectType('CaseBatchRowReason', { description: 'Why a row was rejected, or what a reviewer has to check.' })
export class RowReasonView {
  @Field(() => String, { description: 'Stable code, such as AMOUNT_UNREADABLE or NOT_OVERDUE.' }) code!: string;
  @Field(() => String, { description: 'Header or JSON path concerned; empty for the whole row.' }) field!: string;
  @Field(() => String, { description: 'The reason in English.' }) en!: string;
  @Field(() => String, { description: 'The reason in Chinese.' }) zh!: string;
}

@ObjectType('CaseBatchRow', { description: 'One row of a batch and its outcome.' })
export class CaseBatchRowView {
  @Field(() => Int, { description: 'From 1; a sheet counts its header and blank rows too.' }) rowNumber!: number;
  @Field(() => String, { nullable: true, description: 'Its own reference; null when unreadable.' })
  externalRef!: string | null;
  @Field(() => RowOutcomeEnum, { description: 'Outcome of the row.' }) outcome!: RowOutcome;
  @Field(() => ID, { nullable: true, description: 'Its case, for a duplicate the earlier one; null when none.' })
  caseId!: string | null;
  @Field(() => [RowReasonView], { description: 'Why it was rejected or awaits a reviewer.' }) reasons!: RowReasonView[];
}

/** A batch as GraphQL and REST show it. */
export function caseBatchView(batch: CaseBatch): CaseBatchView {
  const { state, mode, dryRun, format, encoding, failureCode, createdAt, startedAt, finishedAt } = batch;
  const { totalRows, processedRows } = batch;
  return viewOf(CaseBatchView, {
    id: publicId('batch', batch.id),
    creditorId: publicId('organisation', batch.creditorId),
    dryRunOf: batch.dryRunOf && publicId('batch', batch.dryRunOf),
    carriedOutBy: batch.carriedOutBy && publicId('batch', batch.carriedOutBy),
    ...{ state, mode, dryRun, format, encoding, failureCode, createdAt, startedAt, finishedAt },
    ...{ group: batch.grouping, unknownColumns: batch.unknownColumns, unreadSheets: batch.unreadSheets },
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
  return { code, field, en: reasonText(reason, 'en'), zh: reasonText(reason, 'zh-CN') };
}

@ArgsType()
export class CaseBatchListArgs extends PageArgs {
  @WordField(BatchStateEnum, { nullable: true, description: 'Only batches in this state; null means any.' })
  state?: BatchState | null;
}

@ArgsType()
export class CaseBatchRowListArgs extends PageArgs {
  @IdField('batch', { description: 'The batch.' }) batchId!: string;
  @WordField(RowOutcomeEnum, { nullable: true, description: 'Only rows with this outcome; null means any.' })
  outcome?: RowOutcome | null;
}

export const CaseBatchConnection = connectionOf('CaseBatchConnection', CaseBatchView);
export const CaseBatchRowConnection = connectionOf('CaseBatchRowConnection', CaseBatchRowView);
export const CancelCaseBatchResult = resultUnion('CancelCaseBatchResult', CaseBatchView);
export const CommitCaseBatchResult = resultUnion('CommitCaseBatchResult', CaseBatchView, [
  BatchIsNoDryRun,
  BatchForgotten,
]);
