import { defineRefusal, Refusal } from '../kernel/index.js';
import { refuseOnConstraint } from '../platform/database/index.js';

export class OrganisationNotVerified extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'ORGANISATION_NOT_VERIFIED',
    status: 403,
    en: 'Your organisation is not verified, or its verification is suspended or over.',
    zh: '贵机构尚未通过认证，或认证已被暂停、已失效。',
    remedy: { en: 'Submit the verification and wait for its approval.', zh: '请提交认证并等待审核通过。' },
  });
}

export class VerificationIncomplete extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'VERIFICATION_INCOMPLETE',
    status: 422,
    en: 'The application cannot be submitted: {path} is {reason}. {faults} checks failed in all: {all}.',
    zh: '申请无法提交：{path} 未通过（{reason}）。共 {faults} 项检查未通过：{all}。',
    remedy: { en: 'Correct every named field and submit again.', zh: '请更正所列字段后重新提交。' },
  });
}

export class CreditCodeTaken extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'CREDIT_CODE_TAKEN',
    status: 409,
    en: 'This unified social credit code already belongs to another verified organisation.',
    zh: '该统一社会信用代码已被其他通过认证的机构使用。',
  });
}

export class AlreadyClaimed extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'ALREADY_CLAIMED',
    status: 409,
    en: 'Another reviewer is working on this application until {until}.',
    zh: '该申请正由其他审核员处理，占用至 {until}。',
    remedy: { en: 'Take another application from the queue.', zh: '请从队列中选择其他申请。' },
  });
}

export class NotClaimed extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'NOT_CLAIMED',
    status: 409,
    en: 'You have not claimed this application, or your claim has lapsed.',
    zh: '您尚未领取该申请，或领取已过期。',
    remedy: { en: 'Claim it before deciding.', zh: '请先领取再作出决定。' },
  });
}

export class OwnOrganisation extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'OWN_ORGANISATION',
    status: 403,
    en: 'Nobody may decide about their own organisation.',
    zh: '不得审核本机构的申请。',
  });
}

refuseOnConstraint('verification_one_approved_per_credit_code', () => new CreditCodeTaken());

/** What submitting may answer besides the common refusals. */
export const SUBMISSION_REFUSALS = [VerificationIncomplete, CreditCodeTaken] as const;
/** What a reviewer's acts may answer besides the common refusals. */
export const REVIEW_REFUSALS = [AlreadyClaimed, NotClaimed, OwnOrganisation, CreditCodeTaken] as const;
