import { defineRefusal, Refusal } from '../kernel/index.js';
import { refuseOnConstraint } from '../platform/database/index.js';

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
  });
}

export class CaseExists extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'CASE_EXISTS',
    status: 409,
    en: 'You posted a case with this external reference before: {caseId}.',
    zh: '您已提交过该外部单号的案件：{caseId}。',
  });
}

export class ReviewClaimed extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'REVIEW_CLAIMED',
    status: 409,
    en: 'Another reviewer has claimed this case.',
    zh: '该案件已由其他审核员领取。',
  });
}

export class ReviewNotClaimed extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'REVIEW_NOT_CLAIMED',
    status: 409,
    en: 'Claim the review of this case before you decide it.',
    zh: '请先领取该案件的审核任务再作决定。',
  });
}

export class EvidenceAlreadyAdded extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'EVIDENCE_ALREADY_ADDED',
    status: 409,
    en: 'This file is already evidence of this case.',
    zh: '该文件已作为本案证据提交。',
  });
}

export class EvidenceFileUnknown extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'EVIDENCE_FILE_UNKNOWN',
    status: 422,
    en: 'There is no such file of yours: upload it first.',
    zh: '未找到您上传的该文件，请先上传。',
  });
}

export class RecoveryExceedsOutstanding extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'RECOVERY_EXCEEDS_OUTSTANDING',
    status: 409,
    en: 'The amount does not fit: {recoveredFen} of {outstandingFen} fen are recovered.',
    zh: '金额不符：应收 {outstandingFen} 分，已回款 {recoveredFen} 分。',
  });
}

export class CloseCodeUnfounded extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'CLOSE_CODE_UNFOUNDED',
    status: 409,
    en: 'The close code {closeCode} needs a payment that is not on record: {recoveredFen} of {outstandingFen} fen.',
    zh: '结案代码 {closeCode} 与回款记录不符：应收 {outstandingFen} 分，已回款 {recoveredFen} 分。',
  });
}

export class DebtorNotDisclosed extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'DEBTOR_NOT_DISCLOSED',
    status: 403,
    en: 'The debtor’s data is disclosed once the entrustment has been accepted, and until the case leaves you.',
    zh: '债务人信息在委托协议生效后披露，案件移出后停止披露。',
  });
}

refuseOnConstraint('case_evidence_file_once', () => new EvidenceAlreadyAdded({ path: 'fileId' }));
refuseOnConstraint('cases_one_per_external_ref', () => new CaseExists({ path: 'externalRef' }));
