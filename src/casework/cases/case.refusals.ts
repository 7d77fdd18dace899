import { fill, type Locale, refusal, sampleId } from '../../kernel/index.js';
import { refuseOnConstraint } from '../../platform/database/index.js';
import { type AdmissionReason, reasonsInWords } from '../admission/index.js';

export class CaseNotAdmissible extends refusal({
  code: 'CASE_NOT_ADMISSIBLE',
  status: 422,
  en: 'The case cannot be admitted: {reasons}.',
  zh: '案件不符合受理条件：{reasons}。',
  remedy: {
    en: 'Correct the named fields and post the case again. A debt that the law bars cannot be posted.',
    zh: '请更正所列字段后重新提交；依法不予受理的案件不能提交。',
  },
  title: { zh: '案件不予受理' },
  meaning: {
    en: 'The debt does not meet the conditions of admission. Every reason is named with its field.',
    zh: '该债权不符合平台的受理条件，各项原因及对应字段均已列明。',
  },
  sample: { reasons: 'lines[0].dueOn: The debt is due on 2027-06-30, so it is not overdue yet' },
}) {
  private why: readonly AdmissionReason[] = [];

  /** By all reasons. Who sent one line knows it as `line`, not by its place in the case. */
  static because(reasons: readonly AdmissionReason[], ownLine?: number): CaseNotAdmissible {
    const own = `lines[${ownLine}].`;
    const why = reasons.map((one) => ({ ...one, field: one.field.replace(own, 'line.') }));
    const codes = why.map(({ code }) => code).join(', ');
    const refused = new CaseNotAdmissible({ path: why[0]?.field, details: { reasons: codes } });
    refused.why = why;
    return refused;
  }

  /** Details have the codes, the message has the words. */
  override inWords(locale: Locale): string {
    if (!this.why?.length) return super.inWords(locale);
    return fill(this.spec, locale, { reasons: reasonsInWords(this.why, locale) });
  }
}

export class CaseExists extends refusal({
  code: 'CASE_EXISTS',
  status: 409,
  en: 'You posted a case with this external reference before: {caseId}; it is {state} now.',
  zh: '您已提交过该外部编号的案件：{caseId}，当前状态为 {state}。',
  title: { zh: '案件已存在' },
  meaning: {
    en: 'An external reference is unique for its creditor, so that a debt sent twice is one case. The message names the earlier case.',
    zh: '外部编号在同一债权人名下唯一，重复提交的同一债权只形成一件案件；消息中已列明原案件。',
  },
  remedy: {
    en: 'Use the case named: `relistCase` lists it again if it is returned, partially_recovered or unrecovered. Use another external reference if this is another debt.',
    zh: '请继续使用已有案件：状态为 returned、partially_recovered 或 unrecovered 时可用 relistCase 重新挂牌；如属另一笔债权，请换用新的外部编号。',
  },
  sample: { caseId: sampleId('case'), state: 'unrecovered' },
}) {}

export class CaseFrozenByPlatform extends refusal({
  code: 'CASE_FROZEN',
  status: 409,
  en: 'The platform has stopped all work on this case for the time being.',
  zh: '平台已暂停该案件的一切办理。',
  title: { zh: '案件已冻结' },
  meaning: {
    en: 'The platform froze the case while it examines a dispute, a complaint or an order. Deadlines stand still meanwhile.',
    zh: '平台因争议、投诉或依法要求冻结了该案件，期间各项期限停止计算。',
  },
  remedy: { en: 'Wait until the platform lets the case go on.', zh: '请等待平台解除冻结。' },
  retry: 'later',
}) {}

export class RecoveryExceedsOutstanding extends refusal({
  code: 'RECOVERY_EXCEEDS_OUTSTANDING',
  status: 409,
  en: 'This amount is not possible: {recoveredFen} of {outstandingFen} yuan are already recovered.',
  zh: '金额不符：应收 {outstandingFen} 元，已回款 {recoveredFen} 元。',
  title: { zh: '回款超出应收' },
  meaning: {
    en: 'The recovered total would fall below zero or exceed the outstanding amount.',
    zh: '累计回款将小于零或超过应收金额。',
  },
  remedy: { en: 'Check the amount against the case’s repayments.', zh: '请对照案件的回款记录核对金额。' },
  sample: { recoveredFen: '100000', outstandingFen: '125000' },
}) {}

export class CloseCodeUnfounded extends refusal({
  code: 'CLOSE_CODE_UNFOUNDED',
  status: 409,
  en: 'The close code {closeCode} needs a payment that is not on record: {recoveredFen} of {outstandingFen} yuan.',
  zh: '结案代码 {closeCode} 与回款记录不符：应收 {outstandingFen} 元，已回款 {recoveredFen} 元。',
  title: { zh: '结案代码缺乏依据' },
  meaning: {
    en: 'A close code that says the debt was paid must agree with the confirmed repayments. They do not cover it.',
    zh: '表示已清偿的结案代码须与已确认的回款相符，目前金额不符。',
  },
  remedy: {
    en: 'Report the missing repayment and have it confirmed, or choose another close code.',
    zh: '请先登记并确认缺少的回款，或改用其他结案代码。',
  },
  sample: { closeCode: 'paid', recoveredFen: '100000', outstandingFen: '125000' },
}) {}

refuseOnConstraint('cases_one_per_external_ref', () => new CaseExists({ path: 'externalRef' }));
