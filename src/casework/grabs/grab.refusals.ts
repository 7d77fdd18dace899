import { defineReasons, refusal, sampleId } from '../../kernel/index.js';
import { refuseOnConstraint } from '../../platform/database/index.js';
import { CONTINGENCY_FORBIDDEN, FORBIDDEN_MATTERS } from '../debt/index.js';

export class CaseAlreadyGrabbed extends refusal({
  code: 'CASE_ALREADY_GRABBED',
  status: 409,
  en: 'Another provider grabbed this case first.',
  zh: '该案件已被其他服务方抢单。',
  remedy: { en: 'Choose another case in the hall.', zh: '请在抢单大厅选择其他案件。' },
  title: { zh: '案件已被抢单' },
  meaning: {
    en: 'A case has one holder at a time, and the first committed grab wins. Another provider’s grab was committed before yours.',
    zh: '同一案件同时只能由一家服务方持有，以最先提交成功者为准；其他服务方已先于您抢单。',
  },
}) {}

export class CaseAlreadyYours extends refusal({
  code: 'CASE_ALREADY_YOURS',
  status: 409,
  en: 'You hold this case already, by the grab {grabId}.',
  zh: '您已持有该案件（抢单编号 {grabId}）。',
  remedy: { en: 'Use that grab.', zh: '请继续处理该抢单。' },
  title: { zh: '案件已在您名下' },
  meaning: {
    en: 'Your organisation has an active grab of this case already.',
    zh: '贵机构已持有该案件，无需再次抢单。',
  },
  sample: { grabId: sampleId('grab') },
}) {}

export class QuotaExceeded extends refusal({
  code: 'QUOTA_EXCEEDED',
  status: 409,
  en: 'You hold {held} cases and your grade {grade} allows {quota} at once.',
  zh: '您当前持有 {held} 件案件，等级 {grade} 最多可同时持有 {quota} 件。',
  remedy: {
    en: 'Complete or return a case; a better collection rate raises the quota (see `standing`).',
    zh: '请先结案或退回案件；提高回款率可提升额度（见 standing）。',
  },
  title: { zh: '持案数已满' },
  meaning: {
    en: 'Your grade sets how many cases you may hold at once, and you hold that many.',
    zh: '等级决定可同时持有的案件数，您已达到上限。',
  },
  retry: 'later',
  quota: {
    limit: 'quota',
    used: 'held',
    resets: { en: 'As soon as one of your cases is closed or returned.', zh: '名下任一案件结案或退回后立即恢复。' },
    basedOn: {
      en: 'Your grade {grade}, which follows from your collection rate; `standing` explains it.',
      zh: '您的等级 {grade}，由回款率决定；standing 中有逐项说明。',
    },
    howToGetMore: {
      en: 'A better collection rate raises the grade and with it the quota; returned and expired grabs lower them.',
      zh: '提高回款率可提升等级与额度；退回与超时会降低等级与额度。',
    },
  },
  sample: { held: 8, quota: 8, grade: 'senior', basis: 'standing' },
}) {}

export class CaseTooLarge extends refusal({
  code: 'CASE_TOO_LARGE',
  status: 409,
  en: 'With grade {grade} you may grab only cases below {limitFen} yuan.',
  zh: '等级 {grade} 仅可抢单金额低于 {limitFen} 元的案件。',
  title: { zh: '案件金额超出等级' },
  meaning: {
    en: 'Each grade has a limit for the amount of one case; this case reaches or exceeds yours.',
    zh: '各等级有单案金额上限，该案件达到或超出您当前等级的上限。',
  },
  remedy: {
    en: 'Choose a smaller case; a better collection rate raises the grade (see `standing`).',
    zh: '请选择金额较小的案件；提高回款率可提升等级（见 standing）。',
  },
  sample: { grade: 'junior', limitFen: '5000000' },
}) {}

export class ProviderNotVerified extends refusal({
  code: 'PROVIDER_NOT_VERIFIED',
  status: 403,
  en: 'Your organisation is not verified, so it cannot grab cases.',
  zh: '贵机构尚未通过实名认证或认证已失效，无法抢单。',
  remedy: { en: 'Submit the verification and wait for its approval.', zh: '请提交实名认证并等待审核通过。' },
  title: { zh: '服务方未认证' },
  meaning: {
    en: 'Only verified agencies and law firms may grab cases. A verification can expire, be suspended or be revoked.',
    zh: '只有通过实名认证的催收公司和律师事务所可以抢单；认证可能到期、被暂停或被撤销。',
  },
}) {}

export class CreditorNotVerified extends refusal({
  code: 'CREDITOR_NOT_VERIFIED',
  status: 409,
  en: 'The verification of the creditor of this case is not in force.',
  zh: '该案件债权人的认证当前无效。',
  remedy: { en: 'Choose another case in the hall.', zh: '请在抢单大厅选择其他案件。' },
  title: { zh: '债权人未认证' },
  meaning: {
    en: 'The verification of its creditor was suspended, has expired or was revoked. Its cases leave the hall until it is in force again.',
    zh: '该案件的债权人认证已被暂停、已过期或已被撤销；恢复有效之前，其案件不在抢单大厅展示。',
  },
}) {}

export class GrabbingSuspended extends refusal({
  code: 'GRABBING_SUSPENDED',
  status: 403,
  en: 'Grabbing is suspended until {until} because too many grabs were returned or expired within seven days.',
  zh: '七日内退回或超时的抢单过多，抢单已暂停至 {until}。',
  title: { zh: '抢单已暂停' },
  meaning: {
    en: 'A returned or expired grab costs the creditor time, so too many of them within seven days suspend grabbing.',
    zh: '退回或超时的抢单会耽误债权人，因此七日内次数过多会暂停抢单。',
  },
  remedy: {
    en: 'Work on the cases you hold; you may grab again at the time given.',
    zh: '请先处理现有案件；到期后自动恢复抢单。',
  },
  retry: 'later',
  quota: {
    resetsAt: 'until',
    resets: { en: 'Automatically at the time given.', zh: '到达所示时间后自动恢复。' },
    basedOn: { en: 'Grabs returned or expired within seven days.', zh: '七日内退回或超时的抢单数。' },
    howToGetMore: {
      en: 'Accept the entrustment in time, and return only cases that you cannot work on.',
      zh: '请及时接受委托，仅退回确实无法办理的案件。',
    },
  },
  sample: { until: '2026-03-08T08:30:00.000Z' },
}) {}

export class RelatedParty extends refusal({
  code: 'RELATED_PARTY',
  status: 403,
  en: 'You share an owner or legal representative with the creditor or the debtor of this case.',
  zh: '贵机构与该案件的债权人或债务人存在关联关系（同一所有人或法定代表人）。',
  title: { zh: '存在关联关系' },
  meaning: {
    en: 'A provider may not collect for or against a party with which it shares an owner or a legal representative.',
    zh: '服务方不得为与其存在同一所有人或法定代表人关系的当事人办案，亦不得对其催收。',
  },
  remedy: { en: 'Choose another case in the hall.', zh: '请在抢单大厅选择其他案件。' },
}) {}

export class CaseReturnedBefore extends refusal({
  code: 'CASE_RETURNED_BEFORE',
  status: 409,
  en: 'You returned or closed this case before, or let its grab expire, and cannot grab it again.',
  zh: '您曾退回该案件、未收回即结案或抢单后超时，不能再次抢单。',
  title: { zh: '不能再次抢单' },
  meaning: {
    en: 'A provider that returned a case, closed it before it was paid or let its grab expire cannot grab the case again.',
    zh: '服务方退回案件、未付清即结案或抢单超时后，不能再次抢该案件。',
  },
  remedy: { en: 'Choose another case in the hall.', zh: '请在抢单大厅选择其他案件。' },
}) {}

export class LawFirmOnly extends refusal({
  code: 'LAW_FIRM_ONLY',
  status: 403,
  en: 'The creditor asked for a service line that only a law firm may provide.',
  zh: '债权人委托的服务类型仅限律师事务所承办。',
  title: { zh: '仅限律师事务所' },
  meaning: {
    en: 'Dunning by a lawyer, lawyer’s letters, litigation and arbitration are for law firms only.',
    zh: '律师催收、律师函与诉讼仲裁仅可由律师事务所办理，而债权人委托了其中一项。',
  },
  remedy: { en: 'Choose a case with another service line.', zh: '请选择其他服务类型的案件。' },
}) {}

/** The matters of item 4 in words, by a code each. */
export const forbiddenReason = (matter: string | null) => `CONTINGENCY_${matter?.toUpperCase()}`;

defineReasons(
  Object.fromEntries(
    FORBIDDEN_MATTERS.map((matter) => {
      const { en, zh } = CONTINGENCY_FORBIDDEN[matter];
      return [forbiddenReason(matter), [en, zh] as const];
    }),
  ),
);

export class ContingencyForbidden extends refusal({
  code: 'CONTINGENCY_FORBIDDEN',
  status: 403,
  en: 'A law firm may not take this case for a contingency fee, which the commission is: it is about {reason} (司发通〔2021〕87号 item 4).',
  zh: '律师事务所不得以风险代理方式承办该案件：{reason}（司发通〔2021〕87号第四条），而佣金即为风险代理收费。',
  title: { zh: '禁止风险代理' },
  meaning: {
    en: 'Law firms may take no contingency fee in criminal, administrative and state compensation proceedings, group litigation, marriage and inheritance, nor for social insurance, the minimum living benefit, maintenance, pensions, relief, work injury or pay for labour (司发通〔2021〕87号 item 4). Every commission here is contingent.',
    zh: '刑事诉讼、行政诉讼、国家赔偿、群体性诉讼、婚姻继承案件，以及请求给予社会保险待遇、最低生活保障待遇、赡养费、抚养费、扶养费、抚恤金、救济金、工伤赔偿、劳动报酬的案件，禁止律师风险代理（司发通〔2021〕87号第四条）；平台佣金均为风险代理收费。',
  },
  remedy: {
    en: 'Choose another case; the filter `openToLawFirms` of the hall leaves these out.',
    zh: '请选择其他案件；抢单大厅的筛选条件 openToLawFirms 可排除此类案件。',
  },
  sample: { matter: 'labour_pay', reason: 'pay for labour' },
}) {}

refuseOnConstraint('grabs_one_active_per_case', () => new CaseAlreadyGrabbed());

/** The refusals of a grab, besides the common ones. */
export const GRAB_REFUSALS = [
  CaseAlreadyGrabbed,
  CaseAlreadyYours,
  QuotaExceeded,
  CaseTooLarge,
  ProviderNotVerified,
  CreditorNotVerified,
  GrabbingSuspended,
  RelatedParty,
  CaseReturnedBefore,
  LawFirmOnly,
  ContingencyForbidden,
] as const;

defineReasons({
  GRAB_ATTEMPTS_RESETS: [
    'Steadily: {perSecond} a second; at most {limit} are saved up.',
    '持续恢复，每秒 {perSecond} 次，最多累积 {limit} 次。',
  ],
  GRAB_ATTEMPTS_MORE: [
    'Follow the hall by its events and grab what is new instead of trying again; the platform sets the limit for all providers alike.',
    '请订阅大厅事件并只抢新案件，不要反复尝试；限额由平台对所有服务商统一设定。',
  ],
  GRAB_ATTEMPTS: ['Attempts of your organisation to grab, late ones included', '贵机构的抢单次数，含未抢到的'],
});
