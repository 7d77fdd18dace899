import { defineRefusal, Refusal } from '../kernel/index.js';
import { refuseOnConstraint } from '../platform/database/index.js';

export class CaseAlreadyGrabbed extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'CASE_ALREADY_GRABBED',
    status: 409,
    en: 'Another provider grabbed this case first.',
    zh: '该案件已被其他服务方抢先接单。',
    remedy: { en: 'Choose another case in the hall.', zh: '请在抢单大厅选择其他案件。' },
  });
}

export class CaseAlreadyYours extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'CASE_ALREADY_YOURS',
    status: 409,
    en: 'You hold this case already, by the grab {grabId}.',
    zh: '您已持有该案件（接单编号 {grabId}）。',
    remedy: { en: 'Go on with that grab.', zh: '请继续处理该接单。' },
  });
}

export class QuotaExceeded extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'QUOTA_EXCEEDED',
    status: 409,
    en: 'You hold {held} cases and your grade {grade} allows {quota} at once.',
    zh: '您当前持有 {held} 件案件，等级 {grade} 最多可同时持有 {quota} 件。',
    remedy: {
      en: 'Complete or return a case; a better collection rate raises the quota (see `standing`).',
      zh: '请先结案或退回案件；提高回款率可提升额度（见 standing）。',
    },
  });
}

export class CaseTooLarge extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'CASE_TOO_LARGE',
    status: 409,
    en: 'Your grade {grade} may take single cases below {limitFen} fen only.',
    zh: '等级 {grade} 仅可接单金额低于 {limitFen} 分的案件。',
  });
}

export class ProviderNotVerified extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'PROVIDER_NOT_VERIFIED',
    status: 403,
    en: 'Your organisation is not verified (any more), so it cannot grab cases.',
    zh: '贵机构尚未通过认证或认证已失效，无法接单。',
    remedy: { en: 'Submit the verification and wait for its approval.', zh: '请提交认证并等待审核通过。' },
  });
}

export class GrabbingSuspended extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'GRABBING_SUSPENDED',
    status: 403,
    en: 'Grabbing is suspended until {until} because too many grabs were returned or expired within seven days.',
    zh: '七日内退回或过期的接单过多，抢单已暂停至 {until}。',
  });
}

export class RelatedParty extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'RELATED_PARTY',
    status: 403,
    en: 'You share an owner or legal representative with the creditor or the debtor of this case.',
    zh: '贵机构与该案件的债权人或债务人存在关联关系（同一所有人或法定代表人）。',
  });
}

export class CaseReturnedBefore extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'CASE_RETURNED_BEFORE',
    status: 409,
    en: 'You returned this case before, or let its grab expire, and cannot take it again.',
    zh: '您曾退回该案件或接单后过期，不能再次接单。',
  });
}

export class LawFirmOnly extends Refusal {
  static override readonly spec = defineRefusal({
    code: 'LAW_FIRM_ONLY',
    status: 403,
    en: 'The creditor asked for a line of service that only a law firm may provide.',
    zh: '债权人委托的服务类型仅限律师事务所承办。',
  });
}

refuseOnConstraint('grabs_one_active_per_case', () => new CaseAlreadyGrabbed());

/** The refusals a grab may answer with, besides the common ones. */
export const GRAB_REFUSALS = [
  CaseAlreadyGrabbed,
  CaseAlreadyYours,
  QuotaExceeded,
  CaseTooLarge,
  ProviderNotVerified,
  GrabbingSuspended,
  RelatedParty,
  CaseReturnedBefore,
  LawFirmOnly,
] as const;
