import { defineReasons, defineRefusal, Refusal } from '../../kernel/index.js';
import { refuseOnConstraint } from '../../platform/database/index.js';

export class CaseNotAdmissible extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'CASE_NOT_ADMISSIBLE',
    status: 422,
    en: 'The case cannot be admitted: {reasons}.',
    zh: '案件不符合受理条件：{reasons}。',
    remedy: {
      en: 'Correct the named fields and post it again; what is barred by law cannot be posted.',
      zh: '请更正所列字段后重新提交；依法不予受理的案件不能提交。',
    },
    title: { zh: '案件不予受理' },
    meaning: {
      en: 'The debt does not meet the conditions under which the platform may take it, each named with its field.',
      zh: '该债权不符合平台的受理条件，各项原因及对应字段均已列明。',
    },
  });
}

export class CaseExists extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'CASE_EXISTS',
    status: 409,
    en: 'You posted a case with this external reference before: {caseId}.',
    zh: '您已提交过该外部单号的案件：{caseId}。',
    title: { zh: '案件已存在' },
    meaning: {
      en: 'External references are unique for each creditor, so that a debt sent twice is one case. The earlier case is named.',
      zh: '外部单号在同一债权人名下唯一，重复提交的同一债权只形成一件案件；原案件编号已在消息中给出。',
    },
    remedy: {
      en: 'Go on with the case named, or send a new external reference if it is another debt.',
      zh: '请继续使用已有案件；如属另一笔债权，请换用新的外部单号。',
    },
  });
}

export class ReviewClaimed extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'REVIEW_CLAIMED',
    status: 409,
    en: 'Another reviewer has claimed this case.',
    zh: '该案件已由其他审核员领取。',
    title: { zh: '审核已被领取' },
    meaning: { en: 'A case is reviewed by one person at a time.', zh: '同一案件同时只由一名审核员处理。' },
    remedy: { en: 'Take another case from the queue.', zh: '请从队列中领取其他案件。' },
    retry: 'later',
  });
}

export class ReviewNotClaimed extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'REVIEW_NOT_CLAIMED',
    status: 409,
    en: 'Claim the review of this case before you decide it.',
    zh: '请先领取该案件的审核任务再作决定。',
    title: { zh: '审核未领取' },
    meaning: { en: 'Only the reviewer who claimed a case may decide it.', zh: '只有领取案件的审核员可以作出决定。' },
    remedy: { en: 'Claim the review of the case first.', zh: '请先领取该案件的审核任务。' },
  });
}

export class EvidenceAlreadyAdded extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'EVIDENCE_ALREADY_ADDED',
    status: 409,
    en: 'This file is already evidence of this case.',
    zh: '该文件已作为本案证据提交。',
    title: { zh: '证据已提交' },
    meaning: { en: 'The same file can be evidence of a case once.', zh: '同一文件只能作为同一案件的证据提交一次。' },
    remedy: {
      en: 'Nothing is left to do; for another document upload another file.',
      zh: '无需再操作；如有其他材料请另行上传。',
    },
  });
}

export class EvidenceFileUnknown extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'EVIDENCE_FILE_UNKNOWN',
    status: 422,
    en: 'There is no such file of yours: upload it first.',
    zh: '未找到您上传的该文件，请先上传。',
    title: { zh: '证据文件不存在' },
    meaning: {
      en: 'The file id names no file that your organisation uploaded.',
      zh: '该文件编号不对应贵机构上传的任何文件。',
    },
    remedy: {
      en: 'Upload it with POST /v1/files and use the id of the answer.',
      zh: '请先用 POST /v1/files 上传，再使用返回的编号。',
    },
  });
}

export class RecoveryExceedsOutstanding extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'RECOVERY_EXCEEDS_OUTSTANDING',
    status: 409,
    en: 'The amount does not fit: {recoveredFen} of {outstandingFen} fen are recovered.',
    zh: '金额不符：应收 {outstandingFen} 分，已回款 {recoveredFen} 分。',
    title: { zh: '回款超出应收' },
    meaning: {
      en: 'What was recovered in all would be more, or less, than the debt allows.',
      zh: '累计回款与应收金额不符。',
    },
    remedy: { en: 'Check the amount against the case’s repayments.', zh: '请对照案件的回款记录核对金额。' },
  });
}

export class CloseCodeUnfounded extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'CLOSE_CODE_UNFOUNDED',
    status: 409,
    en: 'The close code {closeCode} needs a payment that is not on record: {recoveredFen} of {outstandingFen} fen.',
    zh: '结案代码 {closeCode} 与回款记录不符：应收 {outstandingFen} 分，已回款 {recoveredFen} 分。',
    title: { zh: '结案代码缺乏依据' },
    meaning: {
      en: 'A close code that says the debt was paid must agree with the confirmed repayments; they do not add up to it.',
      zh: '表示已清偿的结案代码须与已确认的回款相符，目前金额不符。',
    },
    remedy: {
      en: 'Report the missing repayment and have it confirmed, or choose another close code.',
      zh: '请先报告并确认缺少的回款，或改用其他结案代码。',
    },
  });
}

export class DebtorNotDisclosed extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'DEBTOR_NOT_DISCLOSED',
    status: 403,
    en: 'The debtor’s data is disclosed once the entrustment has been accepted, and until the case leaves you.',
    zh: '债务人信息在委托协议生效后披露，案件移出后停止披露。',
    title: { zh: '债务人信息未披露' },
    meaning: {
      en: 'Personal data of a debtor is shown only to who needs it for collecting: the provider whose entrustment was accepted, while it holds the case.',
      zh: '债务人个人信息仅向已被接受委托且正持有案件的服务方披露。',
    },
    remedy: { en: 'Accept the entrustment of your grab first.', zh: '请先接受该接单的委托协议。' },
  });
}

refuseOnConstraint('case_evidence_file_once', () => new EvidenceAlreadyAdded({ path: 'fileId' }));
refuseOnConstraint('cases_one_per_external_ref', () => new CaseExists({ path: 'externalRef' }));

defineReasons({
  NOT_PROVINCES: ['at most {max} province codes such as {example}', '最多 {max} 个省级代码，例如 {example}'],
  NOT_A_REGION: ['2 to 6 digits of a region code', '应为 2 至 6 位行政区划代码'],
  AMOUNTS_HIDDEN: ['exact amounts are for verified providers', '精确金额仅向已认证服务方开放'],
  AMOUNTS_HIDDEN_USE_BANDS: [
    'exact amounts are for verified providers; use amountBands',
    '精确金额仅向已认证服务方开放，请使用 amountBands',
  ],
});
