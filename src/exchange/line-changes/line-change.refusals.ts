import { refusal } from '../../kernel/index.js';

export class AmountMisread extends refusal({
  code: 'AMOUNT_MISREAD',
  status: 422,
  en: 'The amount of {given} yuan is {factor} times that of the line, {stored} yuan, or a part of it by that factor.',
  zh: '所给金额 {given} 元与该明细的金额 {stored} 元相差 {factor} 倍。',
  title: { zh: '金额疑似误读' },
  meaning: {
    en: 'An amount that differs by exactly a factor of 10, 100 or 1,000 is nearly always a separator in the wrong place.',
    zh: '相差恰为 10、100 或 1000 倍的金额，几乎都是小数点或千分位误读所致。',
  },
  remedy: {
    en: 'Check the amount. If it is right, withdraw the line and add it again.',
    zh: '请核对金额；如确实无误，请撤销该明细后重新添加。',
  },
  sample: { given: '12500.00', factor: 10, stored: '1250.00' },
}) {}

export class NothingLeftToCollect extends refusal({
  code: 'NOTHING_LEFT_TO_COLLECT',
  status: 409,
  en: 'The lines would make {outstandingFen} yuan; {coveredFen} yuan are recovered or reported.',
  zh: '变更后各明细合计 {outstandingFen} 元；已回款或已报告 {coveredFen} 元。',
  title: { zh: '无余额可催收' },
  meaning: {
    en: 'Nothing would be left to collect. A change of lines does not end a case.',
    zh: '变更后将没有可催收的余额；变更明细不能代替结束案件。',
  },
  remedy: {
    en: 'Withdraw the case with `withdrawCase`, recall it with `recallGrab`, or report what was paid.',
    zh: '请用 withdrawCase 撤回案件，或用 recallGrab 撤回委托，或报告已付款项。',
  },
  sample: { outstandingFen: '90000', coveredFen: '90000' },
}) {}

export class PaymentIsARepayment extends refusal({
  code: 'PAYMENT_IS_A_REPAYMENT',
  status: 409,
  en: 'More is paid on the lines than before: report the payment with `reportRepayment`.',
  zh: '明细的已还金额增加：请用 reportRepayment 报告该笔回款。',
  title: { zh: '付款须作为回款报告' },
  meaning: {
    en: 'A provider holds or held the case, so a payment may be the result of its work and earn commission.',
    zh: '该案件由或曾由服务方持有，付款可能是其工作的结果并产生佣金。',
  },
  remedy: {
    en: 'Report the repayment, and leave the paid amount of the line as it was.',
    zh: '请报告回款，明细的已还金额保持不变。',
  },
}) {}

export class LineChangeOutdated extends refusal({
  code: 'LINE_CHANGE_OUTDATED',
  status: 409,
  en: 'The figures of the case changed since this change was proposed.',
  zh: '该变更提出后，案件的数据已发生变化。',
  title: { zh: '变更已过时' },
  meaning: {
    en: 'The holder agrees to one outcome. The case has other figures now, so the outcome would be another one.',
    zh: '同意只针对一个确定的结果；案件数据已变，结果将不同。',
  },
  remedy: {
    en: 'Read the case again; its creditor can propose the change again.',
    zh: '请重新查看案件；债权人可再次提出变更。',
  },
}) {}

export class AboveHoldersLimit extends refusal({
  code: 'ABOVE_HOLDERS_LIMIT',
  status: 409,
  en: 'With this change the case reaches {outstandingFen} yuan; your grade allows single cases below {limitFen} yuan.',
  zh: '变更后案件金额为 {outstandingFen} 元；您当前等级的单案金额须低于 {limitFen} 元。',
  title: { zh: '超出单案上限' },
  meaning: {
    en: 'The largest single case of a grade holds for a held case as well as for a grab.',
    zh: '等级的单案金额上限同样适用于持有中的案件。',
  },
  remedy: {
    en: 'Decline the change, or ask for it again with a higher grade.',
    zh: '请拒绝该变更，或在等级提高后再行处理。',
  },
  sample: { outstandingFen: '6000000', limitFen: '5000000' },
}) {}

export class LineChangesUsedUp extends refusal({
  code: 'LINE_CHANGES_USED_UP',
  status: 409,
  en: 'The lines of this case were changed {most} times already; no further change is taken.',
  zh: '该案件的明细变更已达 {most} 次，不再接受变更。',
  title: { zh: '变更次数已满' },
  meaning: {
    en: 'All changes of a case are kept and listed together, so there is an end to them.',
    zh: '案件的所有变更均予保留并一并列出，因此设有上限。',
  },
  remedy: {
    en: 'While nobody holds the case, send what the books show as a batch in mode `upsert`, or withdraw it and post the debt again.',
    zh: '案件无人持有时，请以 upsert 模式的批次提交账簿数据，或撤回案件后重新发布。',
  },
  sample: { most: 500 },
}) {}
