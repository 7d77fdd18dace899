import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ADMISSION_REASONS } from '../../casework/admission/index.js';
import { fill, publicId, refusalCatalogue, type Texts } from '../../kernel/index.js';
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
import { type KeptReason, ROW_REASONS } from '../rows/index.js';
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

export const ErpKindEnum = wordsEnum('ErpKind', 'The ERPs we speak with.', {
  odoo: 'Odoo 19 and later, by its JSON-2 API.',
  erpnext: 'ERPNext, by Frappe’s REST API.',
  kingdee: 'Kingdee Cloud Galaxy (金蝶云星空), by its WebAPI.',
  ubl: 'Any system that writes UBL 2.1 documents, sent to us as files.',
});
export const ErpConnectionStateEnum = wordsEnum('ErpConnectionState', 'Where a connection stands.', {
  active: 'Asked by schedule.',
  paused: 'Not asked until it is resumed.',
  failing: 'Something is wrong, `errorCode` says what; without `nextSyncAt` only you can mend it.',
});
export const ErpRunStateEnum = wordsEnum('ErpSyncRunState', 'Where a run stands.', {
  running: 'Under way, or waiting to ask again.',
  completed: 'Every document has its outcome.',
  failed: 'Given up; `errorCode` says why. The next run begins where this one did.',
  stopped: 'Ended by a change of the connection; the next run takes over.',
});
export const ErpRunTriggerEnum = wordsEnum('ErpSyncTrigger', 'What started a run.', {
  schedule: 'The time had come.',
  manual: 'Somebody asked for it.',
  upload: 'Documents were sent.',
});
export const SyncOutcomeEnum = wordsEnum('ErpSyncOutcome', 'What became of a document.', {
  admitted: 'It became a listed case.',
  in_review: 'It became a case that a reviewer looks at.',
  updated: 'Its case follows the changed document.',
  unchanged: 'Its case is as the document says.',
  settled: 'It was paid before anybody took its case; the case is withdrawn.',
  withdrawn: 'It was cancelled or written off; its case is withdrawn.',
  repayment_reported: 'A payment on it became a repayment of its case.',
  rejected: 'It could not be taken; the reasons say why.',
  skipped: 'It is nothing to take; the reasons say why.',
});

@ObjectType('ErpConnection', { description: 'Your link to an ERP. Its credentials are never shown.' })
export class ErpConnectionView {
  @Field(() => ID, { description: 'The connection.' }) id!: string;
  @Field(() => ErpKindEnum, { description: 'Which ERP.' }) kind!: ErpKind;
  @Field(() => String, { description: 'What you call it.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Its address; null for documents that are sent.' })
  baseUrl!: string | null;
  @Field(() => Int, { description: 'Minutes between two readings.' }) intervalMinutes!: number;
  @Field(() => JsonObjectScalar, { description: 'What holds for every document.' }) defaults!: DocumentDefaults;
  @Field(() => ErpConnectionStateEnum, { description: 'Where it stands.' }) state!: ConnectionState;
  @Field(() => String, { nullable: true, description: 'What went wrong last, if it was not mended since.' })
  errorCode!: string | null;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) errorEn!: string | null;
  @Field(() => String, { nullable: true, description: 'The same in Chinese.' }) errorZh!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it is asked next; null: not by itself.' })
  nextSyncAt!: Date | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was last read to the end.' })
  lastSyncedAt!: Date | null;
  @Field(() => InstantScalar, { description: 'When it was made.' }) createdAt!: Date;
}

@ObjectType('ErpConnectionTest', { description: 'What asking an ERP once came to.' })
export class ErpConnectionTestView {
  @Field(() => Boolean, { description: 'Whether it answered as a run needs it.' }) ok!: boolean;
  @Field(() => String, { nullable: true, description: 'What went wrong.' }) errorCode!: string | null;
  @Field(() => String, { nullable: true, description: 'The same in English.' }) errorEn!: string | null;
  @Field(() => String, { nullable: true, description: 'The same in Chinese.' }) errorZh!: string | null;
  @Field(() => String, { nullable: true, description: 'The newest change it showed, in its own spelling of time.' })
  newestChange!: string | null;
}

@ObjectType('ErpSyncRun', { description: 'One reading of an ERP, or one upload of documents.' })
export class ErpSyncRunView {
  @Field(() => ID, { description: 'The run.' }) id!: string;
  @Field(() => ID, { description: 'Its connection.' }) connectionId!: string;
  @Field(() => ErpRunTriggerEnum, { description: 'What started it.' }) trigger!: RunTrigger;
  @Field(() => ErpRunStateEnum, { description: 'Where it stands.' }) state!: RunState;
  @Field(() => Boolean, { description: 'Whether it reads every document, not only what changed.' }) full!: boolean;
  @Field(() => Int, { description: 'Documents that have their outcome.' }) documents!: number;
  @Field(() => JsonObjectScalar, { description: 'How many came to each outcome.' }) counts!: Record<string, unknown>;
  @Field(() => Int, { description: 'How often the ERP failed to answer and was asked again.' }) faults!: number;
  @Field(() => String, { nullable: true, description: 'What went wrong last.' }) errorCode!: string | null;
  @Field(() => InstantScalar, { description: 'When it began.' }) startedAt!: Date;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was over.' }) finishedAt!: Date | null;
}

@ObjectType('ErpSyncReason', { description: 'Why a document was passed over or rejected.' })
export class ErpSyncReasonView {
  @Field(() => String, { description: 'Stable code, such as SKIPPED_NOT_DUE.' }) code!: string;
  @Field(() => String, { description: 'What of the document it is about; empty for the whole.' }) field!: string;
  @Field(() => String, { description: 'What it says, in English.' }) en!: string;
  @Field(() => String, { description: 'What it says, in Chinese.' }) zh!: string;
}

@ObjectType('ErpSyncRow', { description: 'A document of an ERP and what became of it.' })
export class ErpSyncRowView {
  @Field(() => String, { description: 'The ERP’s own key.' }) documentKey!: string;
  @Field(() => String, { nullable: true, description: 'The number people know it by.' }) number!: string | null;
  @Field(() => SyncOutcomeEnum, { description: 'What became of it when something last did.' }) outcome!: SyncedOutcome;
  @Field(() => ID, { nullable: true, description: 'Its case.' }) caseId!: string | null;
  @Field(() => [ErpSyncReasonView], { description: 'Why it was passed over or rejected, or goes to a reviewer.' })
  reasons!: ErpSyncReasonView[];
  @Field(() => DayScalar, { nullable: true, description: 'When it is looked at again though nothing changed.' })
  recheckOn!: string | null;
  @Field(() => ID, { description: 'The run that decided it.' }) runId!: string;
  @Field(() => InstantScalar, { description: 'When it was decided.' }) decidedAt!: Date;
}

export function erpConnectionView(connection: ErpConnection): ErpConnectionView {
  const { kind, name, baseUrl, intervalMinutes, defaults, state, nextSyncAt, lastSyncedAt, createdAt } = connection;
  return viewOf(ErpConnectionView, {
    ...{ kind, name, baseUrl, intervalMinutes, defaults, state, nextSyncAt, lastSyncedAt, createdAt },
    id: publicId('erpConnection', connection.id),
    ...errorOf(connection.errorCode),
  });
}

export function erpTestView({ code, newest }: TestResult): ErpConnectionTestView {
  return viewOf(ErpConnectionTestView, { ok: code === null, newestChange: newest, ...errorOf(code) });
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

function reasonView({ code, field, params }: KeptReason): ErpSyncReasonView {
  const texts = textsOf(code);
  const values = { ...params, field };
  return { code, field, en: fill(texts, 'en', values), zh: fill(texts, 'zh-CN', values) };
}

function errorOf(code: string | null) {
  const texts = code === null ? null : textsOf(code);
  return { errorCode: code, errorEn: texts && fill(texts, 'en'), errorZh: texts && fill(texts, 'zh-CN') };
}

/** The words of a code, whoever gave it: the mapper, intake, admission, a protocol, or a refusal. */
function textsOf(code: string): Texts {
  const own: Record<string, Texts> = { ...ROW_REASONS, ...SKIP_REASONS, ...ERP_FAULTS };
  const admission: { texts: Texts } | undefined = (ADMISSION_REASONS as Record<string, { texts: Texts }>)[code];
  return (
    own[code] ?? admission?.texts ?? refusalCatalogue().find((spec) => spec.code === code) ?? { en: code, zh: code }
  );
}

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
