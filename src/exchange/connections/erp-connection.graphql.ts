import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { fill, publicId } from '../../kernel/index.js';
import {
  connectionOf,
  DayScalar,
  InstantScalar,
  JsonObjectScalar,
  viewOf,
  wordsEnum,
} from '../../platform/faces/index.js';
import { resultUnion } from '../../platform/graphql/index.js';
import { type DocumentDefaults, ERP_FAULTS, type ErpKind, SKIP_REASONS } from '../erp/index.js';
import { type KeptReason, reasonText, textsOf } from '../rows/index.js';
import {
  type ConnectionState,
  type RunState,
  type RunTrigger,
  type SyncedOutcome,
} from './erp-connection.lifecycle.js';
import { ErpAddressNotAllowed, ErpConnectionOfOtherKind, TooManyErpConnections } from './erp-connection.refusals.js';
import type { ErpConnection } from './erp-connection.repository.js';
import type { TestResult } from './erp-connections.service.js';
import type { KeptRow } from './sync-row.repository.js';
import type { SyncRun } from './sync-run.repository.js';

export const ErpKindEnum = wordsEnum('ErpKind', 'The supported ERPs.', {
  odoo: 'Odoo 19 and later, through its JSON-2 API.',
  erpnext: 'ERPNext, through Frappe’s REST API.',
  kingdee: 'Kingdee Cloud Galaxy (金蝶云星空), through its WebAPI.',
  ubl: 'Any system that writes UBL 2.1 documents; you send them as files.',
});
export const ErpConnectionStateEnum = wordsEnum('ErpConnectionState', 'Whether a connection is read on schedule.', {
  active: 'Read on schedule.',
  paused: 'Not read until it is resumed.',
  failing: 'Reading fails; `errorCode` says why. When `nextSyncAt` is null, only you can correct it.',
});
export const ErpRunStateEnum = wordsEnum('ErpSyncRunState', 'Progress of a run.', {
  running: 'In progress, or waiting to retry.',
  completed: 'Every document has its outcome.',
  failed: 'Ended early; `errorCode` says why. The next run starts from the same point.',
  stopped: 'Ended by a change of the connection; the next run continues.',
});
export const ErpRunTriggerEnum = wordsEnum('ErpSyncTrigger', 'What started a run.', {
  schedule: 'The interval had passed.',
  manual: 'A member or an API key requested it.',
  upload: 'Documents were sent.',
});
export const SyncOutcomeEnum = wordsEnum('ErpSyncOutcome', 'The outcome of a document.', {
  admitted: 'It became a listed case.',
  in_review: 'It became a case awaiting a reviewer.',
  updated: 'Its case was updated to the changed document.',
  unchanged: 'Its case agrees with the document.',
  settled: 'It was paid before a provider held its case; the case is withdrawn.',
  withdrawn: 'It was cancelled or written off; its case is withdrawn.',
  repayment_reported: 'A payment on it became a repayment of its case.',
  revision_pending: 'It shows a lower amount of a held case, which waits for your confirmation.',
  rejected: 'It was refused; `reasons` says why.',
  skipped: 'It is not a debt to collect, such as a draft; `reasons` says why.',
});

@ObjectType('ErpConnectionAdvice', {
  description: 'What the defaults of a connection lead to, and what to do about it.',
})
export class ErpConnectionAdviceView {
  @Field(() => String, { description: 'Stable code, such as NOTHING_LISTED_AT_ONCE.' }) code!: string;
  @Field(() => String, { description: 'The advice in English.' }) en!: string;
  @Field(() => String, { description: 'The advice in Chinese.' }) zh!: string;
}

@ObjectType('ErpConnection', { description: 'Your link to an ERP. Its credentials are never shown.' })
export class ErpConnectionView {
  @Field(() => ID, { description: 'The connection.' }) id!: string;
  @Field(() => ErpKindEnum, { description: 'Which ERP.' }) kind!: ErpKind;
  @Field(() => String, { description: 'Your name for it.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Its address; null for kind ubl.' }) baseUrl!: string | null;
  @Field(() => Int, { description: 'Minutes between two runs; 5 to 10080.' }) intervalMinutes!: number;
  @Field(() => JsonObjectScalar, { description: 'Defaults for every document.' }) defaults!: DocumentDefaults;
  @Field(() => ErpConnectionStateEnum, { description: 'State of the connection.' }) state!: ConnectionState;
  @Field(() => String, { nullable: true, description: 'The last error; null when none or corrected since.' })
  errorCode!: string | null;
  @Field(() => String, { nullable: true, description: 'The error in English, or null.' }) errorEn!: string | null;
  @Field(() => String, { nullable: true, description: 'The error in Chinese, or null.' }) errorZh!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When the next run is due; null until you act.' })
  nextSyncAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When a run last completed; null before the first.' })
  lastSyncedAt!: Date | null;
  @Field(() => InstantScalar, { description: 'When it was created.' }) createdAt!: Date;
  @Field(() => [ErpConnectionAdviceView], { description: 'Advice on the defaults; empty when there is none.' })
  advice!: ErpConnectionAdviceView[];
}

@ObjectType('ErpConnectionTest', { description: 'The result of a test request to an ERP.' })
export class ErpConnectionTestView {
  @Field(() => Boolean, { description: 'Whether the ERP answered correctly.' }) ok!: boolean;
  @Field(() => String, { nullable: true, description: 'The error; null when ok.' }) errorCode!: string | null;
  @Field(() => String, { nullable: true, description: 'The error in English, or null.' }) errorEn!: string | null;
  @Field(() => String, { nullable: true, description: 'The error in Chinese, or null.' }) errorZh!: string | null;
  @Field(() => String, { nullable: true, description: 'Time of the newest change, in the ERP’s own format, or null.' })
  newestChange!: string | null;
  @Field(() => [ErpConnectionAdviceView], { description: 'Advice on the defaults; empty when there is none.' })
  advice!: ErpConnectionAdviceView[];
}

@ObjectType('ErpSyncRun', { description: 'One reading of an ERP, or one upload of documents.' })
export class ErpSyncRunView {
  @Field(() => ID, { description: 'The run.' }) id!: string;
  @Field(() => ID, { description: 'Its connection.' }) connectionId!: string;
  @Field(() => ErpRunTriggerEnum, { description: 'What started it.' }) trigger!: RunTrigger;
  @Field(() => ErpRunStateEnum, { description: 'State of the run.' }) state!: RunState;
  @Field(() => Boolean, { description: 'Whether it reads every document, not only changed ones.' }) full!: boolean;
  @Field(() => Int, { description: 'Number of documents that have an outcome.' }) documents!: number;
  @Field(() => JsonObjectScalar, { description: 'Number of documents by outcome.' }) counts!: Record<string, unknown>;
  @Field(() => Int, { description: 'Number of failed requests to the ERP.' }) faults!: number;
  @Field(() => String, { nullable: true, description: 'The last error; null when none.' }) errorCode!: string | null;
  @Field(() => InstantScalar, { description: 'When it started.' }) startedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When it ended; null before.' }) finishedAt!: Date | null;
}

@ObjectType('ErpSyncReason', { description: 'Why a document was skipped or rejected.' })
export class ErpSyncReasonView {
  @Field(() => String, { description: 'Stable code, such as SKIPPED_NOT_DUE.' }) code!: string;
  @Field(() => String, { description: 'The part of the document concerned; empty for the whole.' }) field!: string;
  @Field(() => String, { description: 'The reason in English.' }) en!: string;
  @Field(() => String, { description: 'The reason in Chinese.' }) zh!: string;
}

@ObjectType('ErpSyncRow', { description: 'A document of an ERP and its outcome.' })
export class ErpSyncRowView {
  @Field(() => String, { description: 'The ERP’s own key.' }) documentKey!: string;
  @Field(() => String, { nullable: true, description: 'Document number, or null.' }) number!: string | null;
  @Field(() => SyncOutcomeEnum, { description: 'The outcome when it last changed.' }) outcome!: SyncedOutcome;
  @Field(() => ID, { nullable: true, description: 'Its case; null when there is none.' }) caseId!: string | null;
  @Field(() => [ErpSyncReasonView], { description: 'Why it was skipped or rejected, or awaits a reviewer.' })
  reasons!: ErpSyncReasonView[];
  @Field(() => DayScalar, { nullable: true, description: 'Day it is read again even if unchanged; null for never.' })
  recheckOn!: string | null;
  @Field(() => ID, { description: 'The run that decided it.' }) runId!: string;
  @Field(() => InstantScalar, { description: 'When it was decided.' }) decidedAt!: Date;
}

export function erpConnectionView(connection: ErpConnection, advice: ErpConnectionAdviceView[]): ErpConnectionView {
  const { kind, name, baseUrl, intervalMinutes, defaults, state, nextSyncAt, lastSyncedAt, createdAt } = connection;
  return viewOf(ErpConnectionView, {
    ...{ kind, name, baseUrl, intervalMinutes, defaults, state, nextSyncAt, lastSyncedAt, createdAt },
    id: publicId('erpConnection', connection.id),
    ...errorOf(connection.errorCode),
    advice,
  });
}

export function erpTestView({ code, newest }: TestResult, advice: ErpConnectionAdviceView[]): ErpConnectionTestView {
  return viewOf(ErpConnectionTestView, { ok: code === null, newestChange: newest, ...errorOf(code), advice });
}

export function erpRunView(run: SyncRun): ErpSyncRunView {
  const { trigger, state, documents, counts, faults, errorCode, startedAt, finishedAt } = run;
  return viewOf(ErpSyncRunView, {
    ...{ trigger, state, documents, counts, faults, errorCode, startedAt, finishedAt },
    id: publicId('erpRun', run.id),
    connectionId: publicId('erpConnection', run.connectionId),
    full: run.since === null && trigger !== 'upload',
  });
}

export function erpRowView(row: KeptRow): ErpSyncRowView {
  const { documentKey, number, outcome, recheckOn, decidedAt } = row;
  return viewOf(ErpSyncRowView, {
    ...{ documentKey, number, outcome, recheckOn, decidedAt },
    caseId: row.caseId === null ? null : publicId('case', row.caseId),
    runId: publicId('erpRun', row.runId),
    reasons: row.reasons.map(reasonView),
  });
}

function reasonView(reason: KeptReason): ErpSyncReasonView {
  const { code, field } = reason;
  return { code, field, en: reasonText(reason, 'en', OWN_TEXTS), zh: reasonText(reason, 'zh-CN', OWN_TEXTS) };
}

function errorOf(code: string | null) {
  const texts = code === null ? null : textsOf(code, OWN_TEXTS);
  return { errorCode: code, errorEn: texts && fill(texts, 'en'), errorZh: texts && fill(texts, 'zh-CN') };
}

const OWN_TEXTS = { ...SKIP_REASONS, ...ERP_FAULTS };

export const ErpConnectionConnection = connectionOf('ErpConnectionConnection', ErpConnectionView);
export const ErpSyncRunConnection = connectionOf('ErpSyncRunConnection', ErpSyncRunView);
export const ErpSyncRowConnection = connectionOf('ErpSyncRowConnection', ErpSyncRowView);
export const CreateErpConnectionResult = resultUnion('CreateErpConnectionResult', ErpConnectionView, [
  TooManyErpConnections,
  ErpAddressNotAllowed,
]);
export const UpdateErpConnectionResult = resultUnion('UpdateErpConnectionResult', ErpConnectionView, [
  ErpAddressNotAllowed,
  ErpConnectionOfOtherKind,
]);
export const MoveErpConnectionResult = resultUnion('MoveErpConnectionResult', ErpConnectionView);
export const TestErpConnectionResult = resultUnion('TestErpConnectionResult', ErpConnectionTestView, [
  ErpConnectionOfOtherKind,
]);
export const SyncErpConnectionResult = resultUnion('SyncErpConnectionResult', ErpSyncRunView, [
  ErpConnectionOfOtherKind,
]);
