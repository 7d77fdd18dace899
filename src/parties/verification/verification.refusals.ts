import { defineReasons, NotFound, Refusal, refusal, WrongState } from '../../kernel/index.js';
import { refuseOnConstraint } from '../../platform/database/index.js';
import type { ApplicationRow } from './application.repository.js';

export class VerificationIncomplete extends refusal({
  code: 'VERIFICATION_INCOMPLETE',
  status: 422,
  en: 'The application cannot be submitted: {path} is {reason}. {faults} checks failed in all: {all}.',
  zh: '申请无法提交：{path} 未通过（{reason}）。共 {faults} 项检查未通过：{all}。',
  remedy: { en: 'Correct every named field and submit again.', zh: '请更正所列字段后重新提交。' },
  title: { zh: '认证资料不完整' },
  meaning: {
    en: 'Checks of the application failed; each is listed with its field.',
    zh: '认证申请有检查项未通过，各项及对应字段均已列明。',
  },
  sample: { path: 'facts.creditCode', reason: 'MISSING', faults: 1, all: 'facts.creditCode MISSING' },
}) {}

export class CreditCodeTaken extends refusal({
  code: 'CREDIT_CODE_TAKEN',
  status: 409,
  en: 'This unified social credit code already belongs to another verified organisation.',
  zh: '该统一社会信用代码已被其他通过认证的机构使用。',
  title: { zh: '信用代码已被占用' },
  meaning: {
    en: 'One unified social credit code belongs to one verified organisation.',
    zh: '一个统一社会信用代码只能对应一家已认证机构。',
  },
  remedy: {
    en: 'Check the code. If it is yours, ask the platform: another organisation was verified with it.',
    zh: '请核对代码；如确属贵机构，请联系平台处理。',
  },
}) {}

export class AlreadyClaimed extends refusal({
  code: 'ALREADY_CLAIMED',
  status: 409,
  en: 'Another reviewer is working on this application until {until}.',
  zh: '该申请正由其他审核员处理，占用至 {until}。',
  remedy: { en: 'Take another application from the queue.', zh: '请从队列中选择其他申请。' },
  title: { zh: '申请已被领取' },
  meaning: {
    en: 'One reviewer at a time decides on an application; a claim expires automatically at the time given.',
    zh: '同一申请同时只由一名审核员处理；领取到期后自动失效。',
  },
  retry: 'later',
  sample: { until: '2026-03-08T08:30:00.000Z' },
}) {}

export class NotClaimed extends refusal({
  code: 'NOT_CLAIMED',
  status: 409,
  en: 'You have not claimed this application, or your claim has lapsed.',
  zh: '您尚未领取该申请，或领取已过期。',
  remedy: { en: 'Claim it before deciding.', zh: '请先领取再作出决定。' },
  title: { zh: '尚未领取' },
  meaning: {
    en: 'Only the reviewer who claimed an application may decide it, and a claim lapses after a while.',
    zh: '只有领取申请的审核员可以作出决定，且领取有时限。',
  },
}) {}

export class OwnOrganisation extends refusal({
  code: 'OWN_ORGANISATION',
  status: 403,
  en: 'Reviewers may not decide about their own organisation.',
  zh: '不得审核本机构的申请。',
  title: { zh: '不得审核本机构' },
  meaning: {
    en: 'A reviewer may not decide about the organisation that they belong to.',
    zh: '审核员不得对自己所属机构作出决定。',
  },
  remedy: { en: 'Leave it to a colleague of another organisation.', zh: '请交由其他审核员处理。' },
}) {}

/** The refusal when a reviewer's move found no row, from the present state of the row. */
export function refusalOf(
  row: Pick<ApplicationRow, 'organisationId' | 'state' | 'claimExpiresAt'> | undefined,
  actorOrganisationId: string,
  act: 'claim' | 'decide' | 'follow-up',
): Refusal {
  if (!row) return new NotFound();
  if (row.organisationId === actorOrganisationId) return new OwnOrganisation();
  const { state, claimExpiresAt } = row;
  if (act === 'claim' && state === 'in_review') {
    return new AlreadyClaimed({ details: { until: claimExpiresAt?.toISOString() ?? null } });
  }
  if (act === 'decide' && (state === 'in_review' || state === 'submitted')) return new NotClaimed();
  return new WrongState({ details: { state } });
}

refuseOnConstraint('verification_one_approved_per_credit_code', () => new CreditCodeTaken());

/** The refusals of a submission besides the common ones. */
export const SUBMISSION_REFUSALS = [VerificationIncomplete, CreditCodeTaken] as const;
/** The refusals of a reviewer's operations besides the common ones. */
export const REVIEW_REFUSALS = [AlreadyClaimed, NotClaimed, OwnOrganisation, CreditCodeTaken] as const;

export const invalidApproval = defineReasons({
  LICENCE_ENDS_BEFORE: ['the licence ends on {day}', '执照于 {day} 到期'],

  // Why an identifier is not valid.
  ALPHABET: ['of characters that do not belong there', '含有不允许的字符'],
  BIRTH_DATE: ['of no possible day of birth', '出生日期无效'],
  CATEGORY: ['of an unknown category', '类别未知'],
  CHECK_CHARACTER: ['mistyped: the check character differs', '校验码不符'],
  CHECK_DIGIT: ['mistyped: the check digit differs', '校验位不符'],
  DIGITS: ['not of digits', '应全部为数字'],
  KIND: ['of another kind', '种类不符'],
  LENGTH: ['of the wrong length', '长度不符'],
  NOT_ASSIGNABLE: ['never assigned', '不属于已分配号段'],
  NOT_MOBILE: ['no mobile number', '不是手机号码'],
  ORGANISATION_CODE: ['of a wrong organisation code', '组织机构代码校验不符'],
  PREFIX: ['of an unknown beginning', '前缀无效'],
  UNREADABLE: ['unreadable', '无法识别'],
  YEAR: ['of an impossible year', '年份无效'],

  // Why a check of a fact or document did not pass; in English the message shows the code itself.
  MISSING: ['missing', '缺失'],
  NOT_FOUND: ['not found', '未找到'],
  DIFFERS: ['not the same', '不一致'],
  UNUSUAL: ['of an unusual form', '格式异常'],
  UNKNOWN: ['unknown', '未知'],
  UNKNOWN_REGION: ['of an unknown region', '地区未知'],
  WRONG_KIND: ['of the wrong kind', '类型不符'],
  TAKEN: ['taken', '已被占用'],
  MINOR: ['under age', '未成年'],
  MEDIA_TYPE: ['of a type that is not read', '文件类型不支持'],
  LISTED_TWICE: ['listed twice', '重复列出'],
  FORBIDS_COLLECTION: ['not allowing collection', '经营范围不允许催收'],
  EXPIRED: ['over', '已到期'],
  EXPIRES_SOON: ['over soon', '即将到期'],
  CLAIMED_BY_ANOTHER_FIRM: ['listed by another firm', '已由其他律所列出'],
  CATEGORY_MAY_NOT_TAKE_CASES: ['of a category that takes no cases', '该类别不得办案'],
});
